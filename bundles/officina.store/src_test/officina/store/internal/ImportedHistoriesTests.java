// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.SessionImport;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.core.run.SessionQuery;
import officina.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What events of an imported session do to the tables, and what they leave alone. */
class ImportedHistoriesTests {

    private static final SessionId EDITS = Story.session(1);
    private static final SessionId IMPORTED = Story.session(2);
    private static final RecordId TODO = Story.record(1);

    @TempDir
    Path temp;

    /** A to-do of here that is done, then a history that tells how it was made, then news in that conversation. */
    private static Story story() {
        SessionImport made = new SessionImport(IMPORTED, "Papers", 4, "ab");
        Story story = new Story()
                .edit(EDITS, Story.run(1))
                .put(EDITS, Story.run(1), RecordKind.TODO, TODO, Todos.fields("Done here"))
                .put(EDITS, Story.run(1), RecordKind.SESSION_IMPORT, SessionImport.idOf(IMPORTED), made.fields())
                .finish(EDITS, Story.run(1));
        story.turn(IMPORTED, Story.run(2), "Remind me")
                .put(
                        IMPORTED,
                        Story.run(2),
                        RecordKind.SESSION,
                        new RecordId(IMPORTED.value()),
                        new SessionInfo("Papers", Story.PROJECT, SessionKind.CONVERSATION).fields())
                .put(IMPORTED, Story.run(2), RecordKind.TODO, TODO, Todos.fields("Made there"))
                .finish(IMPORTED, Story.run(2));
        return story.turn(IMPORTED, Story.run(3), "And another")
                .put(IMPORTED, Story.run(3), RecordKind.TODO, Story.record(2), Todos.fields("News"));
    }

    @Test
    void they_change_no_record_but_their_own_session() {
        try (Store store = Stores.with(temp.resolve("store"), story().events())) {
            assertEquals(
                    List.of("News", "Done here"),
                    store.list(RecordQuery.all(RecordKind.TODO)).stream()
                            .map(record -> record.fields().requireText("title"))
                            .toList());
            assertEquals(
                    "Papers", store.sessions(SessionQuery.ALL).getFirst().info().title());
            assertEquals(2, store.sessions(SessionQuery.ALL).getFirst().runs());
        }
    }

    @Test
    void the_activity_log_lists_the_import_and_what_came_after_it() {
        try (Store store = Stores.with(temp.resolve("store"), story().events())) {
            List<String> lines = store.activity(ActivityQuery.NEWEST).stream()
                    .map(ActivityEntry::text)
                    .toList();
            assertTrue(lines.contains("Imported conversation “Papers”"), lines.toString());
            assertTrue(lines.contains("Created to-do “News”"), lines.toString());
            assertTrue(lines.stream().noneMatch(line -> line.contains("Made there")), lines.toString());
        }
    }

    @Test
    void one_after_the_other_or_all_at_once_is_the_same() {
        Stores.with(temp.resolve("whole"), story().events()).close();
        try (Store store = Stores.open(temp.resolve("single"))) {
            story().events().forEach(envelope -> store.apply(List.of(envelope)));
        }
        assertEquals(
                officina.store.internal.database.RawDatabase.rows(temp.resolve("whole")),
                officina.store.internal.database.RawDatabase.rows(temp.resolve("single")));
    }
}
