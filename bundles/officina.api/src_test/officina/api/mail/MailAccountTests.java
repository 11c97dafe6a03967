// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import officina.api.json.JsonObject;
import org.junit.jupiter.api.Test;

class MailAccountTests {

    private static MailAccount at(String host) {
        return new MailAccount("work", host, 993, MailSecurity.TLS, "ada");
    }

    @Test
    void an_account_is_read_as_it_was_written() {
        MailAccount account =
                new MailAccount("work", "Imap.Example.org", 143, MailSecurity.STARTTLS, "ada@example.org");
        assertEquals("imap.example.org", account.host());
        assertEquals(account, MailAccount.from(account.fields()));
    }

    @Test
    void a_server_is_a_name_or_an_address() {
        for (String host : List.of("imap.example.org", "mail", "192.168.1.7", "fe80::1", "::1")) {
            assertEquals(host, at(host).host());
        }
        for (String host : List.of("", "imap.example.org/x", "user@host", "a b", "[::1]", "-a", "imap.\n.org")) {
            assertThrows(IllegalArgumentException.class, () -> at(host), host);
        }
    }

    @Test
    void without_encryption_only_this_machine_is_asked() {
        for (String host : List.of("localhost", "127.0.0.1", "127.3.2.1", "::1")) {
            assertEquals(host, new MailAccount("work", host, 143, MailSecurity.NONE, "ada").host());
        }
        for (String host : List.of("127.example.org", "localhost.example.org", "192.168.1.7")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new MailAccount("work", host, 143, MailSecurity.NONE, "ada"),
                    host);
        }
    }

    @Test
    void what_is_no_account_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new MailAccount("Work", "h", 993, MailSecurity.TLS, "ada"));
        assertThrows(IllegalArgumentException.class, () -> new MailAccount("work", "h", 0, MailSecurity.TLS, "ada"));
        assertThrows(
                IllegalArgumentException.class, () -> new MailAccount("work", "h", 65_536, MailSecurity.TLS, "ada"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MailAccount("work", "h", 993, MailSecurity.TLS, "ada\r\nLOGOUT"));
        assertThrows(IllegalArgumentException.class, () -> MailAccount.from(JsonObject.EMPTY));
    }

    @Test
    void a_mark_is_read_as_it_was_written() {
        MailMark mark = new MailMark(1_700_000_000L, 4_294_967_295L, Instant.parse("2026-11-22T12:00:00Z"));
        assertEquals(mark, MailMark.read(mark.fields()));
        assertThrows(IllegalArgumentException.class, () -> MailMark.read(JsonObject.EMPTY.with("time", "noon")));
    }
}
