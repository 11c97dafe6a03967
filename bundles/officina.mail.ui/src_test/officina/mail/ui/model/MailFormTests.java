// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import officina.api.mail.MailAccount;
import officina.api.mail.MailSecurity;
import org.junit.jupiter.api.Test;

class MailFormTests {

    private static final Set<String> TAKEN = Set.of("home");

    private static Optional<MailAccount> account(String name, String server, String user) {
        return new MailForm(name, server, user).account(TAKEN);
    }

    private static Optional<Words> wrong(String name, String server) {
        return new MailForm(name, server, "ada").wrong(TAKEN);
    }

    @Test
    void the_port_says_how_the_connection_is_encrypted() {
        assertEquals(
                Optional.of(new MailAccount("work", "imap.example.org", 993, MailSecurity.TLS, "ada")),
                account(" work ", " imap.example.org ", " ada "));
        assertEquals(
                Optional.of(new MailAccount("work", "imap.example.org", 143, MailSecurity.STARTTLS, "ada")),
                account("work", "imap.example.org:143", "ada"));
        assertEquals(
                Optional.of(new MailAccount("work", "::1", 993, MailSecurity.TLS, "ada")),
                account("work", "::1", "ada"));
    }

    @Test
    void what_is_wrong_is_said_and_what_is_missing_is_not_wrong_yet() {
        assertEquals(Optional.of(Words.NAME_TAKEN), wrong("home", ""));
        assertEquals(Optional.of(Words.NAME_WRONG), wrong("My mail", ""));
        assertEquals(Optional.of(Words.SERVER_WRONG), wrong("work", "imap.example.org:x"));
        assertEquals(Optional.of(Words.SERVER_WRONG), wrong("work", "https://imap.example.org"));
        assertEquals(Optional.empty(), wrong("", ""));
        assertEquals(Optional.empty(), account("work", "", "ada"));
        assertEquals(Optional.empty(), account("work", "imap.example.org", " "));
    }
}
