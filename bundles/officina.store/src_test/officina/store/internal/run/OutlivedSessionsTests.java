// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.run;

import static officina.store.internal.Story.run;
import static officina.store.internal.Story.session;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.core.run.OutlivedQuery;
import officina.store.Store;
import officina.store.internal.Stores;
import officina.store.internal.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which conversations a project does not keep any longer. */
class OutlivedSessionsTests {

    @TempDir
    Path temp;

    @Test
    void the_oldest_come_first_and_none_that_is_at_work_or_of_another_project_or_of_edits() {
        Story story = new Story().edit(session(0), run(1));
        for (int i = 1; i <= 6; i++) {
            SessionInfo info = new SessionInfo("Number " + i, Story.PROJECT, SessionKind.CONVERSATION);
            story.put(
                    session(0),
                    run(1),
                    RecordKind.SESSION,
                    new RecordId(session(i).value()),
                    info.fields());
        }
        story.put(
                session(0),
                run(1),
                RecordKind.SESSION,
                new RecordId(session(7).value()),
                new SessionInfo("Elsewhere", new RecordId(new UUID(7, 2)), SessionKind.CONVERSATION).fields());
        story.put(
                session(0),
                run(1),
                RecordKind.SESSION,
                new RecordId(session(8).value()),
                new SessionInfo("Edits", Story.PROJECT, SessionKind.EDITS).fields());
        // the sixth has nothing in it; the first is the newest
        for (int i = 5; i >= 1; i--) {
            story.at(Instant.parse("2026-02-0" + (6 - i) + "T00:00:00Z")).turn(session(i), run(10 + i), "one");
            if (i != 4) {
                story.finish(session(i), run(10 + i));
            }
        }
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(sessions(6, 5, 3), find(store, 2, null, 10));
            assertEquals(sessions(6, 5), find(store, 2, null, 2));
            assertEquals(sessions(6, 5), find(store, 3, null, 10));
            assertEquals(List.of(), find(store, 6, null, 10));
            assertEquals(List.of(), find(store, 0, null, 10));
            assertEquals(sessions(6, 5), find(store, 0, "2026-02-03T00:00:00Z", 10));
            assertEquals(sessions(6, 5, 3), find(store, 0, "2026-02-04T00:00:00Z", 10));
            assertEquals(sessions(6, 5, 3, 2), find(store, 1, "2026-02-03T00:00:00Z", 10));
            store.apply(
                    story.add(session(4), run(14), new RunEvent.RunCancelled()).events(story.size() - 1, story.size()));
            // cancelling it was what happened last
            assertEquals(sessions(6, 5, 3), find(store, 3, null, 10));
        }
    }

    private static List<SessionId> sessions(int... numbers) {
        return Arrays.stream(numbers).mapToObj(Story::session).toList();
    }

    private static List<SessionId> find(Store store, int newest, @Nullable String since, int limit) {
        return store.outlived(
                new OutlivedQuery(Story.PROJECT, newest, since == null ? null : Instant.parse(since), limit));
    }
}
