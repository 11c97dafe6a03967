// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.activity;

import static officina.store.internal.Story.run;
import static officina.store.internal.Story.session;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.CallId;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.store.Store;
import officina.store.internal.Stores;
import officina.store.internal.Story;
import officina.store.internal.Todos;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines of the activity log a query finds. */
class ActivityListTests {

    private static final PluginId AGENT = new PluginId("agent.task");
    private static final RunEvent READ = new RunEvent.AccessUsed(
            new AccessRecord(AGENT, new Permission(PermissionType.STORE_READ, "todo"), "list", "todo"));
    private static final RunEvent DENIED = new RunEvent.AccessDenied(
            new AccessRecord(AGENT, new Permission(PermissionType.STORE_READ, "grant"), "list", "grant"));

    @TempDir
    Path temp;

    private final Story story = new Story();

    private List<Long> find(ActivityQuery query) {
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            return positions(store.activity(query));
        }
    }

    private static List<Long> positions(List<ActivityEntry> entries) {
        return entries.stream().map(ActivityEntry::position).toList();
    }

    private static ActivityQuery query(
            @Nullable RunId run, @Nullable PluginId source, @Nullable String type, @Nullable String text) {
        return new ActivityQuery(run, source, type, null, null, text, Long.MAX_VALUE, 100);
    }

    /** 1 start, 2 read, 3 read, 4 denied, 5 created, 6 start of another, 7 end of that. */
    private void told() {
        story.turn(session(1), run(1), "Hello")
                .by(Origin.USER.then(AGENT))
                .add(session(1), run(1), READ)
                .add(session(1), run(1), READ)
                .add(session(1), run(1), DENIED)
                .put(session(1), run(1), RecordKind.TODO, Story.record(1), Todos.fields("Renew the 100% passport"))
                .by(Origin.USER)
                .edit(session(2), run(2))
                .finish(session(2), run(2));
    }

    @Test
    void each_line_is_whole() {
        told();
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            EventEnvelope envelope = story.events().get(3);
            ActivityEntry expected = new ActivityEntry(
                    4,
                    session(1),
                    run(1),
                    envelope.at(),
                    Origin.USER.then(AGENT),
                    "access.denied",
                    "list",
                    "grant",
                    ActivityEntry.Status.DENIED,
                    "Was not allowed to read grants");
            assertEquals(expected, store.activity(ActivityQuery.NEWEST).get(3));
        }
    }

    @Test
    void many_accesses_of_one_kind_stay_many_lines_newest_first() {
        told();
        assertEquals(List.of(7L, 6L, 5L, 4L, 3L, 2L, 1L), find(ActivityQuery.NEWEST));
    }

    @Test
    void lines_are_found_by_how_it_went_by_action_and_by_a_part_of_what_was_touched() {
        told();
        assertEquals(List.of(4L), find(query(ActivityEntry.Status.DENIED, null, null)));
        assertEquals(List.of(4L, 3L, 2L), find(query(null, "list", null)));
        assertEquals(List.of(), find(query(null, "lis", null)));
        assertEquals(List.of(4L), find(query(null, null, "GRA")));
        assertEquals(List.of(), find(query(null, null, "g%a")));
        assertEquals(List.of(3L, 2L), find(query(ActivityEntry.Status.OK, "list", "todo")));
    }

    private static ActivityQuery query(
            ActivityEntry.@Nullable Status status, @Nullable String action, @Nullable String resource) {
        return new ActivityQuery(null, null, null, status, action, resource, null, null, null, Long.MAX_VALUE, 100);
    }

    /** As manifests write it: so that what a plug-in was refused can be counted for each permission it asks for. */
    @Test
    void uses_and_refusals_are_found_by_their_permission() {
        told();
        assertEquals(List.of(4L), find(query(null, AGENT, "access.denied", "store.read grant")));
        assertEquals(List.of(3L, 2L), find(query(null, AGENT, null, "store.read todo")));
        assertEquals(List.of(), find(query(null, AGENT, "access.denied", "store.write")));
    }

    @Test
    void lines_are_found_by_run_source_type_and_words() {
        told();
        assertEquals(List.of(7L, 6L), find(query(run(2), null, null, null)));
        assertEquals(List.of(5L, 4L, 3L, 2L), find(query(null, AGENT, null, null)));
        assertEquals(List.of(5L), find(query(run(1), AGENT, "record.changed", null)));
        assertEquals(List.of(4L, 3L, 2L), find(query(null, null, "access", null)));
        assertEquals(List.of(4L), find(query(null, null, "access.denied", null)));
        assertEquals(List.of(), find(query(null, null, "acc", null)));
        assertEquals(List.of(), find(query(null, null, "%", null)));
        assertEquals(List.of(5L), find(query(null, null, null, "PASSPORT 100% created")));
        assertEquals(List.of(), find(query(null, null, null, "passport read")));
    }

    @Test
    void lines_are_found_by_time_and_in_pages() {
        told();
        List<Instant> at = story.events().stream().map(EventEnvelope::at).toList();
        assertEquals(
                List.of(4L, 3L),
                find(new ActivityQuery(null, null, null, at.get(2), at.get(4), null, Long.MAX_VALUE, 100)));
        assertEquals(
                at.size(),
                find(new ActivityQuery(null, null, null, Instant.MIN, Instant.MAX, null, Long.MAX_VALUE, 100))
                        .size());
        assertEquals(List.of(4L, 3L), find(new ActivityQuery(null, null, null, null, null, null, 5, 2)));
        assertEquals(List.of(2L, 1L), find(new ActivityQuery(null, null, null, null, null, null, 3, 2)));
        assertEquals(List.of(), find(new ActivityQuery(null, null, null, null, null, null, 1, 2)));
    }

    @Test
    void the_sources_are_those_that_occur() {
        told();
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(List.of("agent.task", "user"), store.activitySources());
        }
    }

    @Test
    void the_end_of_a_tool_names_it_also_when_it_began_before_the_last_start_of_the_program() {
        CallId call = new CallId(new UUID(0, 5));
        story.turn(session(1), run(1), "Hello")
                .add(
                        session(1),
                        run(1),
                        new RunEvent.ToolAsked(call, ToolId.parse("agent.task:list_tasks"), JsonObject.EMPTY));
        Stores.with(temp.resolve("store"), story.events()).close();
        story.add(session(1), run(1), new RunEvent.ToolFinished(call, true, List.of(), null, null));
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(
                    "Tool agent.task:list_tasks finished",
                    store.activity(ActivityQuery.NEWEST).getFirst().text());
        }
    }

    @Test
    void a_hundred_thousand_lines_are_paged_without_gap() {
        story.turn(session(1), run(1), "Hello").by(Origin.USER.then(AGENT));
        LongStream.range(0, 100_000).forEach(i -> story.add(session(1), run(1), i % 10 == 0 ? DENIED : READ));
        try (Store store = Stores.open(temp.resolve("store"))) {
            List<EventEnvelope> events = story.events();
            for (int from = 0; from < events.size(); from += 5_000) {
                store.apply(events.subList(from, Math.min(events.size(), from + 5_000)));
            }
            long before = events.getLast().position() + 1;
            for (int pages = 0; pages < 250; pages++) {
                List<ActivityEntry> page =
                        store.activity(new ActivityQuery(null, null, null, null, null, null, before, 200));
                assertEquals(200, page.size());
                assertEquals(before - 1, page.getFirst().position());
                assertEquals(before - 200, page.getLast().position());
                before = page.getLast().position();
            }
            assertEquals(
                    200,
                    store.activity(new ActivityQuery(
                                    null, AGENT, "access.denied", null, null, "grant not", 90_000, 200))
                            .size());
            assertEquals(List.of(), store.activity(query(run(9), null, null, null)));
            assertEquals(List.of(), store.activity(query(null, null, null, "nowhere")));
        }
    }
}
