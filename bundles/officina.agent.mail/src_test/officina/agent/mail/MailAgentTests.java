// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.MailAccess;
import officina.api.json.JsonObject;
import officina.api.language.LanguageContext;
import officina.api.mail.MailAccount;
import officina.api.mail.MailMark;
import officina.api.mail.MailNews;
import officina.api.mail.MailSecurity;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.SecretText;
import officina.language.WordEntityExtractor;
import officina.mail.MailLogin;
import officina.mail.internal.ImapTransport;
import officina.testkit.FakeClock;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryRecordAccess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a real IMAP server in this process. */
@Timeout(120)
class MailAgentTests {

    /** A Sunday. */
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final BatchTrigger ASKED = new BatchTrigger(Cause.PERSON, NOON, null, JsonObject.EMPTY);

    private final GreenMail server = new GreenMail(new ServerSetup[] {setup()});
    private final FakeClock clock = new FakeClock(NOON);
    private final InMemoryRecordAccess records = new InMemoryRecordAccess(clock);
    private final List<String> accounts = new ArrayList<>(List.of("work"));
    private JsonObject kept = JsonObject.EMPTY;
    private MailFolder inbox;
    private int port;

    /** On a port of its own, with all the time that a busy machine needs to open it. */
    private static ServerSetup setup() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    @BeforeEach
    void start() throws Exception {
        server.start();
        port = server.getImap().getPort();
        inbox = server.getManagers()
                .getImapHostManager()
                .getInbox(server.setUser("ada@example.org", "ada", "open sesame"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void receive(String subject, String text) throws Exception {
        String raw = "From: Bob <bob@example.org>\r\nSubject: " + subject + "\r\n\r\n" + text + "\r\n";
        inbox.appendMessage(
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))),
                new Flags(),
                Date.from(NOON.minus(Duration.ofHours(1))));
    }

    /** Reads by the engine's own transport; the account called home has a server that is off. */
    private final class Mail implements MailAccess {

        private final ImapTransport transport = new ImapTransport();

        @Override
        public List<String> accounts() {
            return accounts;
        }

        @Override
        public MailNews news(String account, MailMark since, int most) throws InterruptedException {
            MailAccount at =
                    new MailAccount(account, "127.0.0.1", account.equals("home") ? 1 : port, MailSecurity.NONE, "ada");
            try (SecretText password = new SecretText("open sesame".toCharArray())) {
                return transport.news(new MailLogin(at, password), since, most);
            }
        }
    }

    private FakeAgentContext context() {
        return new FakeAgentContext(
                        InMemoryRecordAccess.id(1),
                        records,
                        new WordEntityExtractor(),
                        new LanguageContext(clock.instant(), ZoneId.of("UTC"), Locale.UK))
                .receiving(new Mail())
                .remembering(kept);
    }

    /** A round, after which is kept what it keeps. */
    private FakeAgentContext round() throws InterruptedException {
        FakeAgentContext context = context();
        last = new MailAgent().run(ASKED, context);
        kept = context.kept();
        return context;
    }

    private BatchResult last = BatchResult.of("");

    private static List<String> titles(FakeAgentContext context) {
        return context.proposed().stream().map(PlanStep::title).toList();
    }

    @Test
    void what_is_asked_for_in_new_mail_is_proposed_once() throws Exception {
        receive("Report", "Could you send me the report by Friday?");
        receive("Hello", "All is well here.");

        FakeAgentContext first = round();

        assertEquals(
                List.of("Add to-do \"Send me the report\", due 27 Nov 2026 (mail of Bob <bob@example.org>)"),
                titles(first));
        assertEquals("2 new messages, 1 to-do from your mail", last.summary());
        assertEquals(List.of(), records.list(RecordQuery.all(RecordKind.TODO)), "nothing without the person");
        FakeAgentContext second = round();
        assertEquals(List.of(), titles(second));
        assertEquals("No new mail", last.summary());

        receive("Keys", "Please bring the keys back tomorrow.");
        assertEquals(1, titles(round()).size());
    }

    @Test
    void of_the_mail_itself_nothing_is_kept_or_told() throws Exception {
        receive("Report", "The vault opens with 4711.\r\nPlease send me the report by Friday.");
        FakeAgentContext context = round();
        String all = context.proposed() + " " + kept + " " + last + " " + context.progress();
        assertFalse(all.contains("4711"), all);
    }

    @Test
    void an_account_that_cannot_be_read_keeps_nobody_from_the_others() throws Exception {
        accounts.addFirst("home");
        receive("Report", "Please send me the report by Friday.");
        assertEquals(1, titles(round()).size());
        assertTrue(last.summary().endsWith("The mail server 127.0.0.1:1 cannot be reached."), last.summary());
    }

    @Test
    void where_no_account_can_be_read_it_is_tried_again_and_nothing_is_lost() throws Exception {
        server.stop();
        Failure failure = assertThrows(FailureException.class, this::round).failure();
        assertEquals("mail.unreachable", failure.code());
        assertTrue(failure.retryable());
        assertEquals(JsonObject.EMPTY, kept);
    }

    @Test
    void what_is_too_much_for_one_round_waits_for_the_next() throws Exception {
        for (int i = 1; i <= 25; i++) {
            receive("Book " + i, "Please return book number " + i + " to the library.");
        }
        List<String> all = new ArrayList<>(titles(round()));
        assertEquals(20, all.size());
        all.addAll(titles(round()));
        assertEquals(25, all.stream().distinct().count());
        assertEquals(25, all.size());
    }

    @Test
    void without_an_account_it_says_so() throws Exception {
        accounts.clear();
        round();
        assertEquals("There is no mail account that it may read.", last.summary());
        assertNull(kept.get("accounts"));
    }
}
