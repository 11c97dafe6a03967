// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.host.IndexAccess;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexQuery;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.junit.jupiter.api.Test;

class GuardedIndexTests {

    private static final PluginId AGENT = new PluginId("agent.mail");

    private final Grants grants = new Grants();
    private final Held held = new Held(grants);
    private final RecordingLog log = new RecordingLog();
    private final HandleScope life = new HandleScope();
    private final List<String> calls = new ArrayList<>();
    private final IndexAccess index = new GuardedIndex(
            new RawIndex(),
            new PermissionBroker(grants),
            new AccessScope(AGENT, new RunId(new UUID(1, 1)), new RecordId(new UUID(2, 2)), log),
            life);

    private void grant(PermissionType type, String... collections) {
        held.only(Stream.of(collections)
                .map(each -> new Grant(AGENT, new Permission(type, each), GrantScope.ALWAYS, null, Instant.EPOCH))
                .toList());
    }

    private static IndexQuery query(IndexCollection... collections) {
        return new IndexQuery("roses", Set.of(collections), Map.of(), 5);
    }

    private static IndexDocument document(IndexCollection collection) {
        return new IndexDocument(collection, "1", "", "", Map.of(), List.of());
    }

    private void refused(Call call) {
        FailureException refusal = assertThrows(FailureException.class, call::run);
        assertEquals("permission.denied", refusal.failure().code());
        assertEquals(List.of(), calls);
    }

    /** A use of the handle. */
    private interface Call {
        void run() throws InterruptedException;
    }

    @Test
    void each_collection_that_is_searched_needs_its_grant() throws InterruptedException {
        grant(PermissionType.INDEX_READ, "emails");
        refused(() -> index.search(query()));
        refused(() -> index.search(query(IndexCollection.EMAILS, IndexCollection.NOTES)));
        refused(() -> index.put(List.of(document(IndexCollection.EMAILS))));

        index.search(query(IndexCollection.EMAILS));

        assertEquals(List.of("search"), calls);
        assertEquals("used index.read emails: search emails", log.actions().getLast());
    }

    @Test
    void all_collections_need_a_grant_for_all() throws InterruptedException {
        grant(PermissionType.INDEX_READ, Permission.ANY);

        index.search(query());

        assertEquals(List.of("used index.read *: search *"), log.actions());
    }

    @Test
    void documents_come_and_go_in_granted_collections_alone() throws InterruptedException {
        grant(PermissionType.INDEX_WRITE, "emails");
        refused(() -> index.put(List.of(document(IndexCollection.EMAILS), document(IndexCollection.NOTES))));
        refused(() -> index.remove(IndexCollection.NOTES, List.of("1")));

        index.put(List.of(document(IndexCollection.EMAILS)));
        index.remove(IndexCollection.EMAILS, List.of("1"));

        assertEquals(List.of("put", "remove"), calls);
    }

    @Test
    void what_is_there_is_told_of_granted_collections_and_a_part_at_a_time() {
        grant(PermissionType.INDEX_WRITE, "emails");
        refused(() -> index.fingerprints(IndexCollection.EMAILS, "", 10));
        grant(PermissionType.INDEX_READ, "emails");
        refused(() -> index.fingerprints(IndexCollection.NOTES, "", 10));
        for (int most : new int[] {0, IndexAccess.MOST_FINGERPRINTS + 1}) {
            assertThrows(IllegalArgumentException.class, () -> index.fingerprints(IndexCollection.EMAILS, "", most));
        }

        assertEquals(Map.of("b", "2"), index.fingerprints(IndexCollection.EMAILS, "a", 10));
        assertEquals(List.of("list after a"), calls);
        assertEquals("used index.read emails: list emails", log.actions().getLast());
    }

    @Test
    void what_the_folders_of_the_person_say_nobody_else_may_write() {
        grant(PermissionType.INDEX_WRITE, "documents", "folders", Permission.ANY);

        refused(() -> index.put(List.of(document(IndexCollection.DOCUMENTS))));
        refused(() -> index.remove(IndexCollection.FOLDERS, List.of("1")));
    }

    @Test
    void a_handle_kept_after_its_call_does_nothing() {
        grant(PermissionType.INDEX_READ, Permission.ANY);
        life.close();
        assertThrows(IllegalStateException.class, () -> index.search(query()));
        assertEquals(List.of(), log.lines);
    }

    private final class RawIndex implements IndexAccess {

        @Override
        public IndexAnswer search(IndexQuery query) {
            calls.add("search");
            return new IndexAnswer(List.of(), null);
        }

        @Override
        public void put(List<IndexDocument> documents) {
            calls.add("put");
        }

        @Override
        public Map<String, String> fingerprints(IndexCollection collection, String after, int most) {
            calls.add("list after " + after);
            return Map.of("b", "2");
        }

        @Override
        public void remove(IndexCollection collection, Collection<String> ids) {
            calls.add("remove");
        }
    }
}
