// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.mail.MailAccount;
import officina.api.mail.MailMark;
import officina.api.mail.MailNews;
import officina.api.mail.MailSecurity;
import officina.api.record.RecordKind;
import officina.base.SecretText;
import officina.engine.MailAccountItem;
import officina.engine.internal.Bench;
import officina.engine.internal.KeptSecrets;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.RecordWriter;
import officina.mail.MailLogin;
import officina.mail.MailTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A password belongs to one account at one server, whatever happens to the records. */
class MailAccountsServiceTests {

    private static final RecordId HOME = new RecordId(new UUID(7, 7));

    private final Bench bench = new Bench();
    private final InstantSource clock = () -> Instant.EPOCH;
    private final RecordWriter writer = new RecordWriter(bench.log, bench.store, clock);
    private final KeptSecrets vault = new KeptSecrets();
    private final Servers servers = new Servers();
    private final MailAccountsService mail =
            new MailAccountsService(bench.store, new Edits(writer, clock), vault, () -> servers, clock, HOME);

    @AfterEach
    void close() {
        bench.close();
    }

    private static MailAccount account(String name, String host) {
        return new MailAccount(name, host, 993, MailSecurity.TLS, "ada");
    }

    private MailAccountItem password(String account, String text) {
        try (SecretText password = new SecretText(text.toCharArray())) {
            return mail.setPassword(account, password);
        }
    }

    private static String code(Work work) {
        return assertThrows(FailureException.class, work::run).failure().code();
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void an_account_is_there_until_it_is_removed_and_its_password_with_it() throws Exception {
        assertFalse(mail.add(account("work", "one.example")).ready());
        assertEquals("mail.account-exists", code(() -> mail.add(account("work", "two.example"))));
        assertEquals("mail.no-password", code(() -> mail.test("work")));

        assertTrue(password("work", "open sesame").ready());
        assertTrue(mail.list().getFirst().ready());
        assertEquals(12, mail.test("work").messages());
        assertEquals(List.of("one.example ada open sesame"), servers.asked);

        mail.remove("work");
        assertEquals(List.of(), mail.list());
        assertEquals(Set.of(), vault.names());
        assertEquals("mail.no-account", code(() -> mail.test("work")));
    }

    @Test
    void a_password_that_is_taken_away_is_gone() {
        mail.add(account("work", "one.example"));
        password("work", "open sesame");
        assertFalse(mail.removePassword("work").ready());
        assertFalse(mail.list().getFirst().ready());
        assertEquals(Set.of(), vault.names());
    }

    @Test
    void a_password_goes_to_the_server_that_it_was_given_for_and_to_no_other() {
        MailAccountItem added = mail.add(account("work", "one.example"));
        password("work", "open sesame");

        writer.write(Bench.address(101), changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.EDIT, "Edit", null, null));
            changes.replace(
                    RecordKind.MAIL_ACCOUNT,
                    added.id(),
                    account("work", "two.example").fields());
            changes.add(new RunEvent.RunFinished(true, "Edit"));
            return true;
        });

        assertFalse(mail.list().getFirst().ready());
        assertEquals("mail.no-password", code(() -> mail.test("work")));
        assertEquals(List.of(), servers.asked);
    }

    @Test
    void an_account_that_an_undo_brings_back_has_no_password_and_takes_no_name_away() {
        MailAccountItem first = mail.add(account("work", "one.example"));
        password("work", "open sesame");
        mail.remove("work");
        mail.add(account("work", "two.example"));

        assertEquals("mail.account-exists", code(() -> bringBack(first)));
        mail.remove("work");
        bringBack(first);

        assertFalse(mail.list().getFirst().ready());
    }

    private void bringBack(MailAccountItem removed) {
        writer.write(Bench.address(102), changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.EDIT, "Edit", null, null));
            changes.restore(new RecordChanged(
                    RecordKind.MAIL_ACCOUNT,
                    removed.id(),
                    RecordChange.DELETED,
                    2,
                    removed.account().fields(),
                    null));
            changes.add(new RunEvent.RunFinished(true, "Edit"));
            return true;
        });
    }

    /** Takes every password, and remembers it. */
    private static final class Servers implements MailTransport {

        final List<String> asked = new ArrayList<>();

        @Override
        public int count(MailLogin login) {
            asked.add(login.account().host() + " " + login.account().user() + " "
                    + new String(login.password().copy()));
            return 12;
        }

        @Override
        public MailNews news(MailLogin login, MailMark since, int most) {
            throw new AssertionError("no message is read to try an account");
        }
    }
}
