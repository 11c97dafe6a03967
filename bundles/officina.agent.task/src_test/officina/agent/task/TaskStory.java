// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import officina.agent.task.internal.reading.Understandings;
import officina.api.agent.AgentQuestion;
import officina.api.agent.AgentReply;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.RecordId;
import officina.api.json.JsonArray;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.language.LanguageContext;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.Todo;
import officina.api.record.UserProfile;
import officina.language.WordEntityExtractor;
import officina.testkit.FakeClock;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryRecordAccess;

/** A person with some to-dos on Wednesday 18 November 2026, 10:15 in Rome, who talks with the agent. */
final class TaskStory {

    static final RecordId PROJECT = InMemoryRecordAccess.id(1_000);
    static final ZoneId ROME = ZoneId.of("Europe/Rome");

    /** Read once: a story is made for each of hundreds of phrases. */
    private static final Understandings UNDERSTANDINGS = new Understandings();

    private final FakeClock clock = new FakeClock(Instant.parse("2026-11-18T09:15:00Z"));
    private final InMemoryRecordAccess records = new InMemoryRecordAccess(clock);
    private final TaskAgent agent = new TaskAgent(UNDERSTANDINGS);
    private Locale locale = Locale.UK;

    TaskStory in(Locale other) {
        locale = other;
        return this;
    }

    FakeClock clock() {
        return clock;
    }

    InMemoryRecordAccess records() {
        return records;
    }

    /** Adds a to-do: "Title | due 2026-12-12 13:00 | high | done | with Anna". */
    TaskStory has(String line) {
        JsonObject fields = JsonObject.EMPTY.with("project", PROJECT);
        String[] parts = line.split("\\s*\\|\\s*");
        fields = fields.with("title", parts[0]);
        for (String part : List.of(parts).subList(1, parts.length)) {
            String[] words = part.split(" ", 3);
            fields = switch (words[0]) {
                case "due" ->
                    words.length < 3
                            ? fields.with("due", words[1])
                            : fields.with("due", words[1]).with("dueTime", words[2]);
                case "with" -> fields.with("people", List.of(part.substring(5).split(", ")));
                case "done" -> fields.with("status", "done");
                default -> fields.with("priority", part);
            };
        }
        records.create(RecordKind.TODO, fields);
        return this;
    }

    FakeAgentContext context() {
        return new FakeAgentContext(
                PROJECT, records, new WordEntityExtractor(), new LanguageContext(clock.instant(), ROME, locale));
    }

    AgentReply says(String text, String... answers) {
        return says(text, ExecutionMode.DIRECT, answers);
    }

    AgentReply says(String text, ExecutionMode mode, String... answers) {
        FakeAgentContext context = context();
        for (String answer : answers) {
            context.answered(answer);
        }
        List<DataRecord> recent = records.list(RecordQuery.all(RecordKind.TODO));
        ChatContext known = new ChatContext(new UserProfile("Ada", locale, ROME), List.of(), recent, List.of());
        return agent.handle(new ChatRequest(Message.text(MessageRole.USER, text), PROJECT, mode, null, known), context);
    }

    /** Carries out the actions of a reply, as the plan runner does. */
    void does(AgentReply reply) {
        clock.advance(Duration.ofMinutes(1));
        for (PlanStep step : reply.actions()) {
            PlanStep.Action action = (PlanStep.Action) step;
            JsonObject params = action.params();
            if (action.action().equals(PlanAction.CREATE_RECORD)) {
                records.create(RecordKind.TODO, params.object("fields"));
            } else if (action.action().equals(PlanAction.UPDATE_RECORD)) {
                records.update(RecordKind.TODO, RecordId.parse(params.requireText("id")), params.object("changes"));
            } else {
                records.delete(RecordKind.TODO, RecordId.parse(params.requireText("id")));
            }
        }
    }

    /** The words of an answer. */
    static String words(AgentReply reply) {
        return reply.response().stream()
                .map(part -> ((ContentPart.Text) part).text())
                .collect(Collectors.joining("\n"));
    }

    /** All that a reply does, one piece after the other: actions with every parameter, else the question or answer. */
    static String outcome(AgentReply reply) {
        AgentQuestion question = reply.question();
        if (question != null) {
            return "ask " + question.text() + " " + question.options();
        }
        if (reply.actions().isEmpty()) {
            return "say " + words(reply).replace("\n", "\\n");
        }
        List<String> pieces = new ArrayList<>();
        for (PlanStep step : reply.actions()) {
            pieces.add(piece((PlanStep.Action) step));
        }
        return String.join(" ; ", pieces);
    }

    private static String piece(PlanStep.Action action) {
        JsonObject params = action.params();
        if (!params.requireText("kind").equals("todo")) {
            throw new IllegalArgumentException("not a to-do: " + params);
        }
        if (action.action().equals(PlanAction.CREATE_RECORD)) {
            return "create " + written(params.object("fields"));
        }
        String number = "#" + RecordId.parse(params.requireText("id")).value().getLeastSignificantBits();
        return action.action().equals(PlanAction.UPDATE_RECORD)
                ? "update " + number + " " + values(params.object("changes").members())
                : "delete " + number;
    }

    private static String written(JsonObject fields) {
        Todo todo = Todo.from(fields);
        StringBuilder line = new StringBuilder(todo.title());
        if (todo.due() != null) {
            line.append(" | due ").append(todo.due());
            if (todo.dueTime() != null) {
                line.append(' ').append(todo.dueTime());
            }
        }
        line.append(" | ").append(todo.priority().name().toLowerCase(Locale.ROOT));
        if (!todo.people().isEmpty()) {
            line.append(" | with ").append(String.join(", ", todo.people()));
        }
        if (!todo.description().isEmpty()) {
            line.append(" | note ").append(todo.description().replace("\n", "\\n"));
        }
        return line.toString();
    }

    private static String values(Map<String, JsonValue> members) {
        return members.entrySet().stream()
                .map(member -> member.getKey() + "=" + plain(member.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String plain(JsonValue value) {
        return switch (value) {
            case JsonText(String text) -> text.replace("\n", "\\n");
            case JsonNull _ -> "none";
            case JsonArray(List<JsonValue> items) ->
                items.stream().map(TaskStory::plain).toList().toString();
            default -> value.toString();
        };
    }
}
