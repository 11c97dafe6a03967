// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.MailAccess;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.mail.MailMark;
import officina.api.mail.MailMessage;
import officina.api.mail.MailNews;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.junit.jupiter.api.Test;

class GuardedMailTests {

    private static final PluginId AGENT = new PluginId("agent.mail");
    private static final MailMark MARK = MailMark.from(Instant.EPOCH);

    private final Grants grants = new Grants();
    private final Held held = new Held(grants);
    private final RecordingLog log = new RecordingLog();
    private final HandleScope life = new HandleScope();
    private final List<String> asked = new ArrayList<>();
    private boolean offline;
    private final MailAccess mail = new GuardedMail(
            new RawMail(),
            new PermissionBroker(grants),
            new AccessScope(AGENT, new RunId(new UUID(1, 1)), new RecordId(new UUID(2, 2)), log),
            life);

    private void grant(String... accounts) {
        held.only(Stream.of(accounts)
                .map(each -> new Grant(
                        AGENT, new Permission(PermissionType.MAIL_READ, each), GrantScope.ALWAYS, null, Instant.EPOCH))
                .toList());
    }

    private String refusal(String account) {
        return assertThrows(FailureException.class, () -> mail.news(account, MARK, 10))
                .failure()
                .code();
    }

    @Test
    void an_account_is_read_where_it_was_granted_and_no_other() throws InterruptedException {
        grant("work");

        assertEquals("permission.denied", refusal("home"));
        assertEquals(List.of(), asked);
        mail.news("work", MARK, 10);

        assertEquals(List.of("work 10"), asked);
        assertEquals(
                List.of(
                        "denied mail.read home: read home",
                        "used mail.read work: read work",
                        "used mail.read work: end work, 1 messages"),
                log.actions());
    }

    @Test
    void it_sees_which_accounts_it_may_read_and_that_is_no_use_of_them() {
        assertEquals(List.of(), mail.accounts());
        grant("work");
        assertEquals(List.of("work"), mail.accounts());
        grant(Permission.ANY);
        assertEquals(List.of("home", "work"), mail.accounts());
        assertEquals(List.of(), log.lines);
    }

    @Test
    void a_sender_and_a_subject_are_lines_without_letters_that_nobody_sees() throws InterruptedException {
        grant("work");
        MailMessage got = mail.news("work", MARK, 10).messages().getFirst();
        assertEquals("Ada\ufffd <ada@example.org>", got.from());
        assertEquals("Two lines", got.subject());
        assertEquals("two\nlines", got.text());
    }

    @Test
    void no_more_messages_are_asked_for_than_there_may_be() throws InterruptedException {
        grant("work");
        mail.news("work", MARK, 1_000_000);
        mail.news("work", MARK, -1);
        assertEquals(List.of("work " + MailAccess.MOST, "work 1"), asked);
    }

    @Test
    void that_a_server_was_not_reached_is_written_down_too() {
        grant("work");
        offline = true;
        assertEquals("mail.unreachable", refusal("work"));
        assertEquals(
                "used mail.read work: end work, mail.unreachable", log.actions().getLast());
    }

    @Test
    void a_handle_kept_after_its_call_does_nothing() {
        grant("work");
        life.close();
        assertThrows(IllegalStateException.class, mail::accounts);
        assertThrows(IllegalStateException.class, () -> mail.news("work", MARK, 10));
        assertEquals(List.of(), asked);
        assertEquals(List.of(), log.lines);
    }

    private final class RawMail implements MailAccess {

        @Override
        public List<String> accounts() {
            return List.of("home", "work");
        }

        @Override
        public MailNews news(String account, MailMark since, int most) {
            asked.add(account + " " + most);
            if (offline) {
                throw new FailureException(
                        Failure.of("mail.unreachable", ErrorKind.PROVIDER, "Nobody is there.", null));
            }
            return new MailNews(
                    List.of(new MailMessage(
                            7, "Ada\u202e <ada@example.org>", "Two\r\n lines", Instant.EPOCH, "two\nlines", false)),
                    new MailMark(1, 7, Instant.EPOCH),
                    false);
        }
    }
}
