// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import officina.agent.task.internal.reading.Understandings;
import officina.api.agent.AgentReply;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.RecordAccess;
import officina.api.id.RecordId;
import officina.api.id.StepId;
import officina.api.json.JsonObject;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.UserProfile;
import officina.language.WordEntityExtractor;
import officina.testkit.agent.FakeAgentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the person reads, and the exact form of the actions. */
class TaskAgentReplyTests {

    private final TaskStory story = new TaskStory();

    @Test
    void a_new_to_do_is_one_action_with_one_clear_line() {
        AgentReply reply = story.says("Remind me to renew the passport by 12 December, high priority");
        PlanStep expected = new PlanStep.Action(
                new StepId("step-1"),
                "Add to-do \"Renew the passport\", due 12 Dec 2026, high priority",
                PlanAction.CREATE_RECORD,
                JsonObject.EMPTY
                        .with("kind", "todo")
                        .with(
                                "fields",
                                JsonObject.EMPTY
                                        .with("project", TaskStory.PROJECT)
                                        .with("title", "Renew the passport")
                                        .with("description", "")
                                        .with("priority", "high")
                                        .with("status", "open")
                                        .with("due", "2026-12-12")
                                        .with("people", List.of())),
                "Added **Renew the passport**, due 12 Dec 2026, high priority.");
        assertEquals(
                AgentReply.act("Added **Renew the passport**, due 12 Dec 2026, high priority.", List.of(expected)),
                reply);
    }

    @Test
    void a_plan_of_the_week_proposes_the_days_it_found_and_changes_nothing_without_approval() {
        story.has("Write the report | due 2026-11-16 | urgent")
                .has("Pay the rent | due 2026-11-20")
                .has("Buy milk");

        AgentReply reply = story.says("Plan my week from my to-dos", ExecutionMode.PLAN);

        assertEquals(
                List.of(
                        "Change to-do \"Write the report\": due 18 Nov 2026",
                        "Change to-do \"Buy milk\": due 19 Nov 2026"),
                reply.actions().stream().map(PlanStep::title).toList());
        assertTrue(
                reply.remarks().startsWith("Your week, from 3 open to-dos:\n\n**Today**, 18 Nov 2026\n\n"),
                reply.remarks());
        story.does(reply);
        assertEquals(List.of(), story.says("plan my week", ExecutionMode.PLAN).actions());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "renew the visa ! Added **Renew the visa**, high priority. I took it as high priority because it"
                        + " is about \"visa\".",
                "call Bob at 5pm ! Added **Call Bob**, due 18 Nov 2026 at 17:00, high priority. I took it as high"
                        + " priority because it is due within 24 hours.",
                "call Bob tomorrow, medium priority ! Added **Call Bob**, due 19 Nov 2026, medium priority.",
                "remind me to call Bob yesterday ! Added **Call Bob**, due 17 Nov 2026, high priority. I took it"
                        + " as high priority because it is overdue. That has passed already.",
                "water the plants every Monday ! Added **Water the plants**, due 23 Nov 2026. It does not repeat:"
                        + " to-dos that come back are not possible yet.",
                "water the plants every day ! Added **Water the plants every day**. It does not repeat: to-dos that"
                        + " come back are not possible yet.",
                "buy _old_ *stamps* ! Added **Buy \\_old\\_ \\*stamps\\***."
            })
    void what_was_inferred_or_cannot_be_is_said(String text, String words) {
        assertEquals(words.strip(), TaskStory.words(story.says(text.strip())));
    }

    @Test
    void a_second_to_do_with_the_same_title_is_noticed() {
        story.has("Buy milk");
        assertEquals(
                "Added **Buy milk**. There was an open to-do with that title already.",
                TaskStory.words(story.says("buy milk")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"en-US; Dec 12, 2026 at 9:30 AM", "it-IT; 12 dic 2026 at 09:30", "en-GB; 12 Dec 2026 at 09:30"})
    void days_and_times_are_shown_in_the_persons_locale(String locale, String day) {
        AgentReply reply = story.in(Locale.forLanguageTag(locale)).says("call Bob on 12 December at 9:30");
        assertEquals("Added **Call Bob**, due " + day + ".", TaskStory.words(reply));
    }

    @Test
    void dates_in_numbers_are_read_as_in_the_persons_region() {
        assertEquals(
                "create Call Bob | due 2027-03-04 | medium | with Bob",
                TaskStory.outcome(story.in(Locale.US).says("call Bob by 3/4/2027")));
        assertEquals(
                "create Call Bob | due 2027-04-03 | medium | with Bob",
                TaskStory.outcome(story.in(Locale.ITALY).says("call Bob by 3/4/2027")));
    }

    @Test
    void a_title_that_is_too_long_is_refused_in_words() {
        assertEquals(
                "say The title would have 600 characters, 500 is the most. Say it shorter and put the rest after"
                        + " \"note:\". Nothing was added.",
                TaskStory.outcome(story.says("add a to-do: " + "x".repeat(600))));
    }

    @Test
    void a_document_is_not_taken_for_a_request() {
        assertEquals(List.of(), story.says("word ".repeat(20_000)).actions());
        assertTrue(TaskStory.words(story.says("word ".repeat(20_000))).startsWith("That is more text than I can read"));
    }

    @Test
    void more_to_dos_than_a_plan_has_steps_are_refused_in_words() {
        String lines = IntStream.range(0, 1_001)
                .mapToObj(number -> "- buy thing " + number)
                .collect(Collectors.joining("\n"));
        assertEquals(
                "say These are 1,001 to-dos; 1,000 at once is the most. Nothing was added.",
                TaskStory.outcome(story.says(lines)));
    }

    @Test
    void two_requests_at_once_are_refused_in_words() {
        story.has("Buy milk");
        assertEquals(
                "say I take one request at a time, or a list of new to-dos. Nothing was changed.",
                TaskStory.outcome(story.says("done with milk\nwhat is due today?")));
    }

    @Test
    void in_plan_mode_deleting_everything_needs_no_question_because_the_plan_is_approved() {
        story.has("Buy milk").has("Call Bob");
        assertEquals("delete #1 ; delete #2", TaskStory.outcome(story.says("delete all to-dos", ExecutionMode.PLAN)));
    }

    @Test
    void a_notification_that_is_asked_for_is_an_action() {
        PlanStep expected = new PlanStep.Action(
                new StepId("step-1"),
                "Show the notification \"The tea is ready\"",
                PlanAction.SEND_NOTIFICATION,
                JsonObject.EMPTY.with("title", "Officina").with("text", "The tea is ready"),
                "Showed the notification **The tea is ready**.");
        assertEquals(
                AgentReply.act("Here is your notification: **The tea is ready**.", List.of(expected)),
                story.says("send me a notification that the tea is ready"));
    }

    @Test
    void what_is_done_in_one_turn_is_found_in_the_next() {
        story.does(story.says("Remind me to call Bob and email Anna on Friday"));
        story.does(story.says("move the call to Monday"));
        story.does(story.says("mark it as done"));
        story.does(story.says("delete the email"));
        assertEquals(
                "say 1 done to-do:\\n\\n- **Call Bob**, due 23 Nov 2026, done 18 Nov 2026",
                TaskStory.outcome(story.says("show done tasks")));
        assertEquals("say No open to-dos.", TaskStory.outcome(story.says("list")));
    }

    @Test
    void a_list_that_is_long_shows_its_beginning() {
        IntStream.range(0, 60).forEach(number -> story.has("Buy thing %02d".formatted(number)));
        String words = TaskStory.words(story.says("list"));
        assertTrue(words.startsWith("60 open to-dos:\n\n- **Buy thing 00**\n"));
        assertTrue(words.endsWith("- **Buy thing 49**\n\n... and 10 more."));
    }

    @Test
    void a_reference_that_fits_very_many_is_not_asked_about_one_by_one() {
        IntStream.range(0, 20).forEach(number -> story.has("Buy gift %02d".formatted(number)));
        AgentReply reply = story.says("delete gift");
        assertTrue(TaskStory.words(reply).startsWith("20 to-dos match \"gift\"; the first of them:"));
        assertEquals(List.of(), reply.actions());
    }

    @Test
    void a_to_do_is_found_by_the_beginning_of_its_id() {
        RecordId id = RecordId.parse("1a2b3c4d-0000-7000-8000-000000000001");
        RecordAccess one = only(new DataRecord(
                RecordKind.TODO,
                id,
                1,
                JsonObject.EMPTY.with("project", TaskStory.PROJECT).with("title", "Buy milk"),
                story.clock().instant(),
                story.clock().instant()));
        FakeAgentContext context = new FakeAgentContext(
                TaskStory.PROJECT,
                one,
                new WordEntityExtractor(),
                story.context().language());
        AgentReply reply = new TaskAgent(new Understandings()).handle(request("delete 1a2b3c4d"), context);
        assertEquals(
                JsonObject.EMPTY.with("kind", "todo").with("id", id),
                ((PlanStep.Action) reply.actions().getFirst()).params());
    }

    @Test
    void a_refused_permission_is_passed_on() {
        FailureException refused =
                new FailureException(Failure.of("permission.denied", ErrorKind.PERMISSION, "Not allowed.", null));
        FakeAgentContext context = new FakeAgentContext(
                TaskStory.PROJECT,
                failing(refused),
                new WordEntityExtractor(),
                story.context().language());
        assertEquals(
                refused,
                assertThrows(
                        FailureException.class,
                        () -> new TaskAgent(new Understandings()).handle(request("list"), context)));
    }

    static Stream<Random> seeds() {
        return IntStream.range(0, 100).mapToObj(Random::new);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_words_get_a_reply(Random random) {
        List<String> vocabulary = List.of(
                "remind",
                "me",
                "to",
                "move",
                "delete",
                "the",
                "all",
                "done",
                "with",
                "\"",
                "'",
                "milk",
                "Friday",
                "at",
                "9",
                "by",
                "two",
                "days",
                "not",
                "is",
                "due",
                "mark",
                "as",
                "rename",
                "high",
                "priority",
                ",",
                ":",
                ";",
                "\n",
                "- ",
                "what",
                "?",
                "and",
                "*",
                "\ue000",
                "\ue400",
                "\ud83d",
                "\ufffc",
                "a",
                "note",
                "urgent",
                "overdue",
                "(",
                "$1",
                "\\");
        story.has("Buy milk | due 2026-11-20").has("Renew the passport | done");
        String text = random.ints(random.nextInt(25) + 1, 0, vocabulary.size())
                .mapToObj(vocabulary::get)
                .collect(Collectors.joining(" "));
        AgentReply reply = story.says(text);
        assertTrue(reply.question() != null || !reply.response().isEmpty(), text);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_characters_get_a_reply(Random random) {
        String text = random.ints(200, 1, 0x10000)
                .collect(StringBuilder::new, (all, unit) -> all.append((char) unit), StringBuilder::append)
                .toString();
        AgentReply reply = story.says(text);
        assertTrue(reply.question() != null || !reply.response().isEmpty());
    }

    private ChatRequest request(String text) {
        UserProfile person = new UserProfile("", Locale.UK, TaskStory.ROME);
        return new ChatRequest(
                Message.text(MessageRole.USER, text),
                TaskStory.PROJECT,
                ExecutionMode.DIRECT,
                null,
                new ChatContext(person, List.of(), List.of(), List.of()));
    }

    private RecordAccess only(DataRecord record) {
        return new ReadOnly(query -> List.of(record));
    }

    private static RecordAccess failing(FailureException failure) {
        return new ReadOnly(query -> {
            throw failure;
        });
    }

    /** Records that can only be listed. */
    private record ReadOnly(java.util.function.Function<RecordQuery, List<DataRecord>> answer) implements RecordAccess {

        @Override
        public List<DataRecord> list(RecordQuery query) {
            return answer.apply(query);
        }

        @Override
        public java.util.Optional<DataRecord> get(RecordKind kind, RecordId id) {
            return java.util.Optional.empty();
        }

        @Override
        public DataRecord create(RecordKind kind, JsonObject fields) {
            throw new AssertionError("the agent must not write");
        }

        @Override
        public DataRecord update(RecordKind kind, RecordId id, JsonObject changes) {
            throw new AssertionError("the agent must not write");
        }

        @Override
        public void delete(RecordKind kind, RecordId id) {
            throw new AssertionError("the agent must not write");
        }
    }
}
