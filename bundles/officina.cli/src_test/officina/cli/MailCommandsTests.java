// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import officina.api.mail.MailAccount;
import officina.api.mail.MailSecurity;
import officina.engine.remote.EngineDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code officina mail ...} from words to what is printed. */
class MailCommandsTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeMail mail = new FakeMail();

    @Test
    void an_account_is_added_with_what_is_usual_and_listed() {
        assertEquals(0, run("mail", "list"));
        assertEquals("There is no mail account. Add one: officina mail add NAME --host HOST --user USER\n", text(out));
        out.reset();

        assertEquals(0, run("mail", "add", "work", "--host", "imap.example.org", "--user", "ada@example.org"));

        assertEquals("Added the mail account work. Give it its password: officina mail password work\n", text(out));
        out.reset();
        assertEquals(0, run("mail", "list", "--json"));
        assertEquals(
                "{\"account\":\"work\",\"host\":\"imap.example.org\",\"port\":993,\"security\":\"tls\","
                        + "\"user\":\"ada@example.org\",\"password\":false}\n",
                text(out));
    }

    @Test
    void encryption_is_left_out_for_this_machine_alone() {
        assertEquals(0, run("mail", "add", "a", "--host", "h.example", "--user", "u", "--security", "starttls"));
        assertEquals(
                new MailAccount("a", "h.example", 143, MailSecurity.STARTTLS, "u"),
                mail.accounts.getFirst().account());
        assertEquals(2, run("mail", "add", "b", "--host", "h.example", "--user", "u", "--security", "none"));
        assertTrue(
                text(err)
                        .startsWith("officina: That is no mail account: without encryption only a server on this"
                                + " machine is asked."),
                text(err));
        assertEquals(0, run("mail", "add", "c", "--host", "127.0.0.1", "--user", "u", "--security", "none"));
        assertEquals(2, mail.accounts.size());
        assertEquals(2, run("mail", "add", "d", "--host", "h.example", "--user", "u", "--security", "ssl"));
    }

    @Test
    void an_account_needs_a_server_and_a_user() {
        assertEquals(2, run("mail", "add", "work", "--user", "ada"));
        assertTrue(text(err).startsWith("officina: That is no mail account: it has a server: --host."), text(err));
        assertEquals(2, run("mail", "add", "work", "--host", "imap.example.org/x", "--user", "ada"));
        assertEquals(2, run("mail", "add", "work", "--host", "imap.example.org", "--user", "ada", "--port", "0"));
        assertEquals(List.of(), mail.accounts);
    }

    @Test
    void a_password_comes_from_a_file_and_is_printed_nowhere() throws IOException {
        run("mail", "add", "work", "--host", "imap.example.org", "--user", "ada");
        Path file = Files.writeString(folder.resolve("password"), "open sesame\n");

        assertEquals(0, run("mail", "password", "work", "--password-file", file.toString()));
        assertEquals(0, run("mail", "password", "work", "--remove"));

        assertEquals(List.of("password work open sesame", "no password work"), mail.done);
        assertFalse((text(out) + text(err)).contains("sesame"), "the password was printed");
        assertEquals(2, run("mail", "password", "work"));
        assertTrue(text(err).startsWith("officina: Nobody can be asked for the password."), text(err));
    }

    @Test
    void an_account_is_tried_and_what_goes_wrong_is_said() {
        assertEquals(0, run("mail", "test", "work"));
        assertEquals("The server answers after 40 ms; messages in the inbox: 12.\n", text(out));
        mail.offline = true;
        assertEquals(1, run("mail", "test", "work"));
        assertEquals("officina: Nobody is there.\n  Check its name and port.\n", text(err));
        assertEquals(0, run("mail", "remove", "work"));
        assertEquals(List.of("remove work"), mail.done);
    }

    private int run(String... words) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        CommandContext context = new CommandContext(
                terminal,
                new EngineDoor(() -> new FakeFactory(_ -> FakeEngine.of(mail)), "1.2.3", Duration.ZERO),
                Map.of("HOME", folder.toString()));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
