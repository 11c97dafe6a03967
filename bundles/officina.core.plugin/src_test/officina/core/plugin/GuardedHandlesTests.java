// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.host.Notifier;
import officina.api.host.RecordAccess;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import org.junit.jupiter.api.Test;

class GuardedHandlesTests {

    private static final PluginId AGENT = new PluginId("agent.task");
    private static final RecordId ID = new RecordId(new UUID(7, 7));

    private final Grants grants = new Grants();
    private final Held held = new Held(grants);
    private final PermissionBroker broker = new PermissionBroker(grants);
    private final RecordingLog log = new RecordingLog();
    private final AccessScope scope =
            new AccessScope(AGENT, new RunId(new UUID(1, 1)), new RecordId(new UUID(2, 2)), log);
    private final HandleScope life = new HandleScope();
    private final RawRecords raw = new RawRecords();
    private final List<String> shown = new ArrayList<>();
    private final RecordAccess records = new GuardedRecords(raw, broker, scope, life);
    private final Notifier notifier = new GuardedNotifier((title, text) -> shown.add(title), broker, scope, life);

    @Test
    void every_call_names_what_it_touches() {
        grant(PermissionType.STORE_READ, "todo");
        grant(PermissionType.STORE_WRITE, "todo");
        grant(PermissionType.NOTIFY, Permission.ANY);

        records.list(RecordQuery.all(RecordKind.TODO));
        records.get(RecordKind.TODO, ID);
        records.create(RecordKind.TODO, JsonObject.EMPTY);
        records.update(RecordKind.TODO, ID, JsonObject.EMPTY);
        records.delete(RecordKind.TODO, ID);
        notifier.notify("Due", "today");

        assertEquals(
                List.of(
                        "used store.read todo: list todo",
                        "used store.read todo: get todo/" + ID,
                        "used store.write todo: create todo",
                        "used store.write todo: update todo/" + ID,
                        "used store.write todo: delete todo/" + ID,
                        "used notify *: notify notification"),
                log.actions());
        assertEquals(List.of("list", "get", "create", "update", "delete"), raw.calls);
        assertEquals(List.of("Due"), shown);
    }

    @Test
    void what_is_denied_does_not_reach_the_records() {
        grant(PermissionType.STORE_READ, "session");

        assertThrows(FailureException.class, () -> records.list(RecordQuery.all(RecordKind.TODO)));
        assertThrows(FailureException.class, () -> records.get(RecordKind.TODO, ID));
        assertThrows(FailureException.class, () -> records.create(RecordKind.TODO, JsonObject.EMPTY));
        assertThrows(FailureException.class, () -> records.update(RecordKind.TODO, ID, JsonObject.EMPTY));
        assertThrows(FailureException.class, () -> records.delete(RecordKind.TODO, ID));
        assertThrows(FailureException.class, () -> notifier.notify("Due", "today"));

        assertEquals(List.of(), raw.calls);
        assertEquals(List.of(), shown);
        assertEquals(
                6, log.lines.stream().filter(line -> line.startsWith("denied")).count());
    }

    @Test
    void a_handle_kept_after_its_call_does_nothing() {
        grant(PermissionType.STORE_READ, "todo");
        grant(PermissionType.NOTIFY, Permission.ANY);

        life.close();

        assertThrows(IllegalStateException.class, () -> records.list(RecordQuery.all(RecordKind.TODO)));
        assertThrows(IllegalStateException.class, () -> notifier.notify("Due", "today"));
        assertEquals(List.of(), raw.calls);
        assertEquals(List.of(), log.lines);
    }

    private void grant(PermissionType type, String resource) {
        held.more(new Grant(AGENT, new Permission(type, resource), GrantScope.ALWAYS, null, Instant.EPOCH));
    }

    /** Records that only note which call reached them. */
    private static final class RawRecords implements RecordAccess {

        final List<String> calls = new ArrayList<>();

        @Override
        public List<DataRecord> list(RecordQuery query) {
            calls.add("list");
            return List.of();
        }

        @Override
        public Optional<DataRecord> get(RecordKind kind, RecordId id) {
            calls.add("get");
            return Optional.empty();
        }

        @Override
        public DataRecord create(RecordKind kind, JsonObject fields) {
            calls.add("create");
            return record(kind);
        }

        @Override
        public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
            calls.add("update");
            return record(kind);
        }

        @Override
        public void delete(RecordKind kind, RecordId id) {
            calls.add("delete");
        }

        private static DataRecord record(RecordKind kind) {
            return new DataRecord(kind, ID, 1, JsonObject.EMPTY, Instant.EPOCH, Instant.EPOCH);
        }
    }
}
