// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import officina.agent.task.internal.reading.Understandings;
import officina.api.content.ContentPart;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.id.ToolId;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.language.LanguageContext;
import officina.api.tool.Tool;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import officina.language.WordEntityExtractor;
import officina.testkit.FakeClock;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryRecordAccess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaskToolsTests {

    private static final RecordId PROJECT = InMemoryRecordAccess.id(1_000);

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-18T09:15:00Z"));
    private final InMemoryRecordAccess records = new InMemoryRecordAccess(clock);
    private final Understandings understandings = new Understandings();
    private final Tool create = new CreateTask(understandings);
    private final Tool update = new UpdateTask(understandings);
    private final Tool list = new ListTasks(understandings);
    private final Tool suggest = new SuggestTasks(understandings);

    @Test
    void the_tools_have_the_names_and_effects_that_are_promised() {
        assertEquals(
                Map.of(
                        "agent.task:create_task", ToolEffect.WRITES,
                        "agent.task:update_task", ToolEffect.WRITES,
                        "agent.task:list_tasks", ToolEffect.READS,
                        "agent.task:suggest_tasks", ToolEffect.READS),
                Stream.of(create, update, list, suggest)
                        .map(Tool::descriptor)
                        .collect(java.util.stream.Collectors.toMap(
                                descriptor -> descriptor.id().toString(), descriptor -> descriptor.effect())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "create_task   ! title description priority due_date",
                "update_task   ! task_id updates",
                "list_tasks    ! filters",
                "suggest_tasks ! context limit"
            })
    void an_input_schema_lists_its_members_and_closes_the_object(String name, String members) {
        ToolId id = new ToolId("agent.task", name.strip());
        Tool tool = Stream.of(create, update, list, suggest)
                .filter(each -> each.descriptor().id().equals(id))
                .findFirst()
                .orElseThrow();
        JsonObject schema = tool.descriptor().inputSchema();
        assertEquals("object", schema.text("type"));
        assertEquals(new JsonBoolean(false), schema.get("additionalProperties"));
        assertEquals(
                List.of(members.strip().split(" ")),
                List.copyOf(schema.object("properties").members().keySet()));
    }

    @Test
    void a_task_is_created_in_the_project_of_the_call() throws InterruptedException {
        ToolResult result = call(
                create,
                JsonObject.EMPTY
                        .with("title", "Call Bob")
                        .with("description", "About the roof")
                        .with("priority", "low")
                        .with("due_date", "2026-12-12T09:30"));
        JsonObject fields = JsonObject.EMPTY
                .with("project", PROJECT)
                .with("title", "Call Bob")
                .with("description", "About the roof")
                .with("priority", "low")
                .with("status", "open")
                .with("due", "2026-12-12")
                .with("dueTime", "09:30")
                .with("people", List.of());
        assertEquals(
                ToolResult.success(
                        "Added **Call Bob**, due 12 Dec 2026 at 09:30, low priority.",
                        JsonObject.EMPTY.with("id", InMemoryRecordAccess.id(1)).merge(fields)),
                result);
        assertEquals(List.of("create todo"), records.writes());
    }

    @Test
    void a_missing_priority_is_inferred_and_a_date_may_be_said_in_words() throws InterruptedException {
        assertEquals(
                "Added **Pay the rent**, due 27 Nov 2026 at 09:00, high priority. Its priority was inferred"
                        + " because it is about \"rent\".",
                words(call(
                        create, JsonObject.EMPTY.with("title", "Pay the rent").with("due_date", "next Friday at 9"))));
    }

    @Test
    void an_update_sets_what_is_given_and_null_takes_the_date_away() throws InterruptedException {
        call(create, JsonObject.EMPTY.with("title", "Call Bob").with("due_date", "2026-12-12T09:30"));
        ToolResult result = call(
                update,
                JsonObject.EMPTY
                        .with("task_id", InMemoryRecordAccess.id(1))
                        .with(
                                "updates",
                                JsonObject.EMPTY
                                        .with("title", "Ring Bob")
                                        .with("due_date", JsonNull.NULL)
                                        .with("status", "done")));
        assertEquals("Changed **Ring Bob**, done.", words(result));
        assertEquals(
                JsonObject.EMPTY
                        .with("id", InMemoryRecordAccess.id(1))
                        .with("project", PROJECT)
                        .with("title", "Ring Bob")
                        .with("description", "")
                        .with("priority", "medium")
                        .with("status", "done")
                        .with("people", List.of())
                        .with("completedAt", clock.instant()),
                result.data());
    }

    @Test
    void a_date_without_a_time_takes_the_old_time_away() throws InterruptedException {
        call(create, JsonObject.EMPTY.with("title", "Call Bob").with("due_date", "2026-12-12T09:30"));
        ToolResult result = call(
                update,
                JsonObject.EMPTY
                        .with("task_id", InMemoryRecordAccess.id(1))
                        .with("updates", JsonObject.EMPTY.with("due_date", "2026-12-13")));
        assertEquals("Changed **Call Bob**, due 13 Dec 2026.", words(result));
    }

    @Test
    void a_task_that_is_gone_is_the_handles_failure() {
        FailureException missing = assertThrows(
                FailureException.class,
                () -> call(
                        update,
                        JsonObject.EMPTY
                                .with("task_id", InMemoryRecordAccess.id(7))
                                .with("updates", JsonObject.EMPTY.with("title", "x"))));
        assertEquals("record.missing", missing.failure().code());
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of(JsonObject.EMPTY, List.of("Late", "Soon", "Some day")),
                Arguments.of(JsonObject.EMPTY.with("status", "done"), List.of("Done")),
                Arguments.of(JsonObject.EMPTY.with("status", "all"), List.of("Late", "Soon", "Done", "Some day")),
                Arguments.of(JsonObject.EMPTY.with("overdue", true), List.of("Late")),
                Arguments.of(JsonObject.EMPTY.with("priority", "high"), List.of("Soon")),
                Arguments.of(JsonObject.EMPTY.with("due_from", "today"), List.of("Soon")),
                Arguments.of(JsonObject.EMPTY.with("due_until", "2026-11-17"), List.of("Late")),
                Arguments.of(JsonObject.EMPTY.with("text", "some DAY"), List.of("Some day")),
                Arguments.of(JsonObject.EMPTY.with("limit", 1), List.of("Late")));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_list_holds_what_the_filters_accept_by_day(JsonObject filters, List<String> titles)
            throws InterruptedException {
        fill();
        assertEquals(titles, titles(call(list, JsonObject.EMPTY.with("filters", filters))));
    }

    @Test
    void without_filters_everything_open_is_listed() throws InterruptedException {
        fill();
        ToolResult result = call(list, JsonObject.EMPTY);
        assertEquals(
                "3 to-dos:\n\n"
                        + "- **Late**, due 16 Nov 2026\n"
                        + "- **Soon**, due 20 Nov 2026, high priority\n"
                        + "- **Some day**",
                words(result));
    }

    @Test
    void a_suggestion_gives_the_reason_for_each() throws InterruptedException {
        fill();
        ToolResult result =
                call(suggest, JsonObject.EMPTY.with("context", "this week").with("limit", 2));
        assertEquals("1. **Late** (overdue by 2 days)\n2. **Soon** (due in 2 days, high priority)", words(result));
        assertEquals(List.of("Late", "Soon"), titles(result));
    }

    static Stream<Arguments> wrong() {
        JsonObject id = JsonObject.EMPTY.with("task_id", InMemoryRecordAccess.id(1));
        return Stream.of(
                Arguments.of("create", JsonObject.EMPTY, "The member \"title\" must be a text of 1 to 500 characters."),
                Arguments.of(
                        "create",
                        JsonObject.EMPTY.with("title", " "),
                        "The member \"title\" must be a text of 1 to 500 characters."),
                Arguments.of(
                        "create",
                        JsonObject.EMPTY.with("title", 5),
                        "The member \"title\" must be a text of at most 500 characters."),
                Arguments.of(
                        "create",
                        JsonObject.EMPTY.with("title", "x".repeat(501)),
                        "The member \"title\" must be a text of at most 500 characters."),
                Arguments.of(
                        "create",
                        JsonObject.EMPTY.with("title", "x").with("priority", "HIGH"),
                        "The member \"priority\" must be one of high, low, medium, urgent."),
                Arguments.of(
                        "create",
                        JsonObject.EMPTY.with("title", "x").with("due_date", "2026-02-30"),
                        "The member \"due_date\" must be a date like 2026-12-31, 2026-12-31T09:30 or \"next Friday\"."),
                Arguments.of(
                        "create",
                        JsonObject.EMPTY.with("title", "x").with("colour", "red"),
                        "The input has a member that is not known; known are title, description, priority, due_date."),
                Arguments.of("update", id, "The member \"updates\" must set at least one field."),
                Arguments.of("update", id.with("updates", "x"), "The member \"updates\" must be an object."),
                Arguments.of(
                        "update",
                        id.with("updates", JsonObject.EMPTY.with("project", "x")),
                        "\"updates\" has a member that is not known; known are title, description, priority, due_date,"
                                + " status."),
                Arguments.of(
                        "update",
                        id.with("updates", JsonObject.EMPTY.with("title", JsonNull.NULL)),
                        "The member \"updates.title\" must be a text of 1 to 500 characters."),
                Arguments.of(
                        "update",
                        JsonObject.EMPTY.with("task_id", "7").with("updates", JsonObject.EMPTY.with("title", "x")),
                        "The member \"task_id\" must be the id of a to-do."),
                Arguments.of(
                        "list",
                        JsonObject.EMPTY.with("filters", JsonObject.EMPTY.with("limit", 0)),
                        "The member \"filters.limit\" must be a whole number from 1 to 200."),
                Arguments.of(
                        "list",
                        JsonObject.EMPTY.with("filters", JsonObject.EMPTY.with("overdue", "yes")),
                        "The member \"filters.overdue\" must be true or false."),
                Arguments.of(
                        "suggest",
                        JsonObject.EMPTY.with("limit", 1.5),
                        "The member \"limit\" must be a whole number from 1 to 20."));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrong_input_is_refused_naming_the_member_and_changes_nothing(String name, JsonObject input, String message)
            throws InterruptedException {
        Tool tool = Map.of("create", create, "update", update, "list", list, "suggest", suggest)
                .get(name);
        assertNotNull(tool);
        Failure failure =
                Failure.of("task.invalid-input", ErrorKind.USER, message, "Correct the input and call again.");
        assertEquals(ToolResult.failed(failure), call(tool, input));
        assertEquals(List.of(), records.writes());
    }

    private void fill() throws InterruptedException {
        call(create, JsonObject.EMPTY.with("title", "Some day").with("priority", "medium"));
        call(
                create,
                JsonObject.EMPTY.with("title", "Soon").with("priority", "high").with("due_date", "2026-11-20"));
        call(
                create,
                JsonObject.EMPTY
                        .with("title", "Late")
                        .with("priority", "medium")
                        .with("due_date", "2026-11-16"));
        call(
                create,
                JsonObject.EMPTY.with("title", "Done").with("priority", "low").with("due_date", "2026-11-30"));
        call(
                update,
                JsonObject.EMPTY
                        .with("task_id", InMemoryRecordAccess.id(4))
                        .with("updates", JsonObject.EMPTY.with("status", "done")));
    }

    private ToolResult call(Tool tool, JsonObject input) throws InterruptedException {
        LanguageContext language = new LanguageContext(clock.instant(), ZoneId.of("Europe/Rome"), Locale.UK);
        return new FakeAgentContext(PROJECT, records, new WordEntityExtractor(), language)
                .offering(tool)
                .call(tool.descriptor().id(), input);
    }

    private static String words(ToolResult result) {
        return ((ContentPart.Text) result.parts().getFirst()).text();
    }

    private static List<String> titles(ToolResult result) {
        JsonObject data = result.data();
        assertNotNull(data);
        return data.items("tasks").stream().map(TaskToolsTests::title).toList();
    }

    private static String title(JsonValue task) {
        return ((JsonObject) task).requireText("title");
    }
}
