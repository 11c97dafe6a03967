// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.mail.MailAccount;
import officina.api.mail.MailMark;
import officina.api.mail.MailMessage;
import officina.api.mail.MailNews;
import officina.api.mail.MailSecurity;
import officina.base.SecretText;
import officina.base.Threads;
import officina.mail.MailLogin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real IMAP server in this process. */
@Timeout(120)
class ImapTransportTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final long STARTUP_MILLIS = 60_000;
    private static final MailMark FIRST = MailMark.from(NOON);
    private static final MailPatience SHORT =
            new MailPatience(Duration.ofSeconds(20), Duration.ofMillis(200), Duration.ofSeconds(60));

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_IMAP), setup(ServerSetup.PROTOCOL_IMAPS)});
    private final ImapTransport transport = new ImapTransport();
    private MailFolder inbox;

    @BeforeEach
    void start() throws Exception {
        server.start();
        GreenMailUser user = server.setUser("ada@example.org", "ada", "open sesame");
        inbox = server.getManagers().getImapHostManager().getInbox(user);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** On a port of its own, with all the time that a busy machine needs to open it. */
    private static ServerSetup setup(String protocol) {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        return setup;
    }

    private MailLogin login(MailSecurity security, int port, String password) {
        return new MailLogin(
                new MailAccount("work", "127.0.0.1", port, security, "ada"), new SecretText(password.toCharArray()));
    }

    private MailLogin login() {
        return login(MailSecurity.NONE, server.getImap().getPort(), "open sesame");
    }

    private long receive(Duration afterNoon, String... lines) throws Exception {
        byte[] raw = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        return inbox.appendMessage(message, new Flags(), Date.from(NOON.plus(afterNoon)));
    }

    private MailMessage only(String... lines) throws Exception {
        receive(Duration.ofHours(1), lines);
        List<MailMessage> messages = transport.news(login(), FIRST, 50).messages();
        return messages.getLast();
    }

    private static List<String> subjects(MailNews news) {
        return news.messages().stream().map(MailMessage::subject).toList();
    }

    private static Failure failure(Work work) {
        return assertThrows(FailureException.class, work::run).failure();
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void what_is_new_comes_once_and_oldest_first() throws Exception {
        for (int i = 1; i <= 3; i++) {
            receive(Duration.ofHours(i), "From: Ada <ada@example.org>", "Subject: letter " + i, "", "Hello " + i);
        }

        MailNews first = transport.news(login(), FIRST, 2);
        assertEquals(List.of("letter 1", "letter 2"), subjects(first));
        assertTrue(first.more());
        MailMessage one = first.messages().getFirst();
        assertEquals(
                new MailMessage(
                        one.uid(),
                        "Ada <ada@example.org>",
                        "letter 1",
                        NOON.plus(Duration.ofHours(1)),
                        "Hello 1",
                        false),
                one);

        MailNews second = transport.news(login(), first.mark(), 2);
        assertEquals(List.of("letter 3"), subjects(second));
        assertFalse(second.more());
        assertEquals(new MailNews(List.of(), second.mark(), false), transport.news(login(), second.mark(), 2));
    }

    @Test
    void what_came_before_the_first_look_is_not_new() throws Exception {
        receive(Duration.ofHours(-1), "Subject: before", "", "x");
        assertEquals(new MailNews(List.of(), FIRST, false), transport.news(login(), FIRST, 50));
        receive(Duration.ofHours(1), "Subject: after", "", "x");
        assertEquals(List.of("after"), subjects(transport.news(login(), FIRST, 50)));
    }

    @Test
    void a_mailbox_that_was_made_anew_is_gone_through_from_the_time_on() throws Exception {
        receive(Duration.ofHours(1), "Subject: known", "", "x");
        receive(Duration.ofHours(3), "Subject: fresh", "", "x");
        MailMark other = new MailMark(7, 1_000_000, NOON.plus(Duration.ofHours(2)));

        MailNews news = transport.news(login(), other, 50);

        assertEquals(List.of("fresh"), subjects(news));
        assertEquals(inbox.getUidValidity(), news.mark().validity());
    }

    @Test
    void nothing_is_marked_as_read() throws Exception {
        receive(Duration.ofHours(1), "Subject: letter", "", "Hello");
        assertEquals(
                "Hello",
                transport.news(login(), FIRST, 50).messages().getFirst().text());
        assertEquals(1, transport.count(login()));
        assertFalse(inbox.getMessages().getFirst().isSet(Flags.Flag.SEEN));
    }

    @Test
    void of_several_forms_the_plain_one_is_read_and_what_is_attached_is_not() throws Exception {
        MailMessage message = only(
                "Subject: =?UTF-8?Q?caff=C3=A8?=",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=out",
                "",
                "--out",
                "Content-Type: multipart/alternative; boundary=in",
                "",
                "--in",
                "Content-Type: text/plain; charset=iso-8859-1",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "perch=E9 no",
                "--in",
                "Content-Type: text/html",
                "",
                "<p>the other form</p>",
                "--in--",
                "--out",
                "Content-Type: text/plain; name=notes.txt",
                "Content-Disposition: attachment; filename=notes.txt",
                "",
                "the attached notes",
                "--out--",
                "");
        assertEquals("caff\u00e8", message.subject());
        assertEquals("perch\u00e9 no", message.text());
    }

    @Test
    void a_message_in_html_alone_is_read_as_text() throws Exception {
        assertEquals(
                "Please pay\nby Friday",
                only("Content-Type: text/html; charset=utf-8", "", "<style>x</style><p>Please pay<br>by <b>Friday</b>")
                        .text());
    }

    @Test
    void a_long_message_is_cut() throws Exception {
        MailMessage message = only("Subject: " + "s".repeat(900), "", ("word ".repeat(100) + "\r\n").repeat(1_000));
        assertEquals(MailMessage.LONGEST_TEXT, message.text().length());
        assertTrue(message.cut());
        assertEquals(MailMessage.LONGEST_LINE, message.subject().length());
    }

    @Test
    void what_is_badly_made_keeps_nobody_from_the_rest() throws Exception {
        receive(Duration.ofHours(1), "Content-Type: text/plain; charset=no-such", "Subject: odd", "", "letters");
        receive(
                Duration.ofHours(1),
                "Content-Type: text/plain",
                "Content-Transfer-Encoding: base64",
                "Subject: bits",
                "",
                "!!!");
        MailMessage last = only("Subject: fine", "", "Hello");
        assertEquals("Hello", last.text());
        assertEquals(List.of("odd", "bits", "fine"), subjects(transport.news(login(), FIRST, 50)));
    }

    @Test
    void a_wrong_password_is_told_and_not_tried_again() {
        Failure failure = failure(
                () -> transport.count(login(MailSecurity.NONE, server.getImap().getPort(), "something else")));
        assertEquals("mail.sign-in", failure.code());
        assertFalse(failure.retryable());
        assertFalse(failure.told().contains("something else"));
    }

    @Test
    void a_server_that_cannot_prove_who_it_is_gets_no_password() {
        Failure failure = failure(
                () -> transport.count(login(MailSecurity.TLS, server.getImaps().getPort(), "open sesame")));
        assertEquals("mail.certificate", failure.code());
    }

    @Test
    void a_server_without_encryption_gets_no_password() {
        Failure failure = failure(() ->
                transport.count(login(MailSecurity.STARTTLS, server.getImap().getPort(), "open sesame")));
        assertEquals("mail.refused", failure.code());
    }

    @Test
    void nobody_there_is_tried_again_after_a_while() {
        int port = server.getImap().getPort();
        server.stop();
        Failure failure = failure(() -> transport.count(login(MailSecurity.NONE, port, "open sesame")));
        assertEquals("mail.unreachable", failure.code());
        assertTrue(failure.retryable());
        assertNotNull(failure.retryAfter());
    }

    @Test
    void a_server_that_says_nothing_is_waited_for_no_longer_than_patience_lasts() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            MailLogin login = login(MailSecurity.NONE, silent.getLocalPort(), "open sesame");
            Failure failure = failure(() -> new ImapTransport(SHORT, null).count(login));
            assertEquals("mail.timeout", failure.code());
            MailPatience whole =
                    new MailPatience(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMillis(300));
            assertEquals(
                    "mail.timeout",
                    failure(() -> new ImapTransport(whole, null).count(login)).code());
        }
    }

    @Test
    void an_interrupt_ends_the_waiting_and_closes_the_connection() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            MailLogin login = login(MailSecurity.NONE, silent.getLocalPort(), "open sesame");
            CompletableFuture<String> left = new CompletableFuture<>();
            Thread caller = Threads.start("caller", () -> {
                try {
                    transport.count(login);
                } catch (InterruptedException e) {
                    left.complete("left");
                }
            });
            try (Socket accepted = silent.accept()) {
                caller.interrupt();
                assertEquals("left", left.get(60, TimeUnit.SECONDS));
                assertEquals(-1, accepted.getInputStream().read());
            }
        }
    }
}
