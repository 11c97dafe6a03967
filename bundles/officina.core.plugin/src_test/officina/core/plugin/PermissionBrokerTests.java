// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.permission.AccessRecord;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermissionBrokerTests {

    private static final PluginId AGENT = new PluginId("agent.task");
    private static final UUID RUN = new UUID(1, 1);
    private static final UUID PROJECT = new UUID(2, 2);
    private static final UUID OTHER = new UUID(3, 3);
    private static final Permission READ = new Permission(PermissionType.STORE_READ, "todo");
    private static final Permission WRITE = new Permission(PermissionType.STORE_WRITE, "todo");

    private final List<Grant> spent = new ArrayList<>();
    private final Grants grants = new Grants((_, grant) -> spent.add(grant));
    private final Held held = new Held(grants);
    private final PermissionBroker broker = new PermissionBroker(grants);
    private final RecordingLog log = new RecordingLog();
    private final AccessScope scope = new AccessScope(AGENT, new RunId(RUN), new RecordId(PROJECT), log);

    @Test
    void what_nobody_granted_is_denied() {
        assertDenied(WRITE);
    }

    @Test
    void a_refusal_says_who_may_not_do_what_and_where_to_allow_it() {
        FailureException refusal =
                assertThrows(FailureException.class, () -> broker.require(scope, WRITE, "create", "todo"));

        assertEquals(
                Failure.of(
                        "permission.denied",
                        ErrorKind.PERMISSION,
                        "The plug-in agent.task may not change records of kind \"todo\".",
                        "If its manifest asks for that, you can allow it: officina plugins grant agent.task store.write todo;"
                                + " \"officina plugins info agent.task\" shows what it asks."),
                refusal.failure());
    }

    @Test
    void each_use_and_each_refusal_is_logged() {
        held.only(List.of(grant(READ, GrantScope.ALWAYS, null)));

        broker.require(scope, READ, "list", "todo");
        assertThrows(FailureException.class, () -> broker.require(scope, WRITE, "create", "todo"));
        broker.require(scope, READ, "get", "todo/7");

        assertEquals(
                List.of(
                        "used " + new AccessRecord(AGENT, READ, "list", "todo"),
                        "denied " + new AccessRecord(AGENT, WRITE, "create", "todo"),
                        "used " + new AccessRecord(AGENT, READ, "get", "todo/7")),
                log.lines);
    }

    @Test
    void what_is_logged_and_told_of_a_refusal_is_a_line_that_fits_and_hides_nothing() {
        Permission read = new Permission(PermissionType.FS_READ, "/home\n\u202e/" + "x".repeat(10_000));

        FailureException refusal =
                assertThrows(FailureException.class, () -> broker.require(scope, read, "read", read.resource()));

        String line = "/home\ufffd\ufffd/" + "x".repeat(4_096 - 9) + "\u2026";
        Permission logged = new Permission(PermissionType.FS_READ, line);
        assertEquals(List.of("denied " + new AccessRecord(AGENT, logged, "read", line)), log.lines);
        assertTrue(refusal.failure().message().contains(line));
    }

    @Test
    void a_grant_for_always_holds_in_every_run_and_project() {
        held.only(List.of(grant(WRITE, GrantScope.ALWAYS, null)));

        assertGranted(WRITE);
        assertGranted(WRITE);
    }

    @Test
    void a_grant_for_the_project_holds_in_that_project() {
        held.only(List.of(grant(WRITE, GrantScope.PROJECT, PROJECT)));

        assertGranted(WRITE);
    }

    @Test
    void a_grant_for_another_project_does_not_hold() {
        held.only(List.of(grant(WRITE, GrantScope.PROJECT, OTHER)));

        assertDenied(WRITE);
    }

    @Test
    void a_grant_for_the_run_holds_in_that_run() {
        held.only(List.of(grant(WRITE, GrantScope.RUN, RUN)));

        assertGranted(WRITE);
    }

    @Test
    void a_grant_for_another_run_does_not_hold() {
        held.only(List.of(grant(WRITE, GrantScope.RUN, OTHER)));

        assertDenied(WRITE);
    }

    @Test
    void a_grant_of_a_run_or_project_without_an_owner_holds_nowhere() {
        held.only(List.of(grant(WRITE, GrantScope.RUN, null), grant(WRITE, GrantScope.PROJECT, null)));

        assertDenied(WRITE);
    }

    @Test
    void a_grant_for_once_holds_for_one_use_and_is_reported_as_spent() {
        Grant once = grant(WRITE, GrantScope.ONCE, null);
        held.only(List.of(once));

        assertGranted(WRITE);
        assertDenied(WRITE);
        assertEquals(List.of(once), spent);
    }

    @Test
    void a_second_grant_for_once_holds_for_a_second_use() {
        Grant once = grant(WRITE, GrantScope.ONCE, null);
        held.only(List.of(once));
        assertGranted(WRITE);

        held.more(once);

        assertGranted(WRITE);
        assertDenied(WRITE);
    }

    @Test
    void a_grant_for_once_is_kept_while_a_more_lasting_one_allows_the_use() {
        held.only(List.of(grant(WRITE, GrantScope.ONCE, null), grant(WRITE, GrantScope.ALWAYS, null)));

        assertGranted(WRITE);

        assertEquals(List.of(), spent);
    }

    @Test
    void a_revoked_grant_denies_the_next_use() {
        held.only(List.of(grant(WRITE, GrantScope.ALWAYS, null)));
        assertGranted(WRITE);

        held.only(List.of());

        assertDenied(WRITE);
    }

    @Test
    void a_grant_for_another_resource_does_not_hold() {
        held.only(List.of(grant(new Permission(PermissionType.STORE_WRITE, "session"), GrantScope.ALWAYS, null)));

        assertDenied(WRITE);
    }

    @Test
    void the_right_to_read_is_not_the_right_to_write() {
        held.only(List.of(grant(READ, GrantScope.ALWAYS, null)));

        assertDenied(WRITE);
    }

    @Test
    void a_grant_for_any_resource_holds_for_each() {
        held.only(List.of(grant(new Permission(PermissionType.STORE_WRITE, Permission.ANY), GrantScope.ALWAYS, null)));

        assertGranted(WRITE);
    }

    @Test
    void a_grant_for_one_resource_is_no_grant_for_any() {
        held.only(List.of(grant(WRITE, GrantScope.ALWAYS, null)));

        assertDenied(new Permission(PermissionType.STORE_WRITE, Permission.ANY));
    }

    @Test
    void no_grant_lets_a_plugin_write_grants() {
        Permission writeGrants = new Permission(PermissionType.STORE_WRITE, "grant");
        Permission writeAll = new Permission(PermissionType.STORE_WRITE, Permission.ANY);
        held.only(List.of(grant(writeGrants, GrantScope.ALWAYS, null), grant(writeAll, GrantScope.ALWAYS, null)));

        assertDenied(writeGrants);
        assertDenied(writeAll);
    }

    @Test
    void a_grant_to_another_plugin_does_not_hold() {
        held.only(List.of(new Grant(new PluginId("agent.other"), WRITE, GrantScope.ALWAYS, null, Instant.EPOCH)));

        assertDenied(WRITE);
    }

    private void assertGranted(Permission permission) {
        assertDoesNotThrow(() -> broker.require(scope, permission, "create", "todo"));
    }

    private void assertDenied(Permission permission) {
        FailureException refusal =
                assertThrows(FailureException.class, () -> broker.require(scope, permission, "create", "todo"));
        assertEquals("permission.denied", refusal.failure().code());
    }

    private static Grant grant(Permission permission, GrantScope scope, @Nullable UUID owner) {
        return new Grant(AGENT, permission, scope, owner, Instant.EPOCH);
    }
}
