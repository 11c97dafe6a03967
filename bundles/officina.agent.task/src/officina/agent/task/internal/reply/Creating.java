// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Request;
import officina.agent.task.internal.phrases.Words;
import officina.agent.task.internal.reading.TitleText;
import officina.agent.task.internal.todo.PriorityInference.Inferred;
import officina.agent.task.internal.todo.TodoDraft;
import officina.api.agent.AgentReply;
import officina.api.language.Entity;
import officina.api.plan.ExecutionPlan;
import officina.api.record.Priority;
import officina.api.record.Todo;
import org.jspecify.annotations.Nullable;

/** Adds to-dos. */
final class Creating {

    private static final String ADD = "Add it";
    private static final String LEAVE = "Leave it";
    private static final String NO_CHANGE =
            "I did not understand that as a change of a to-do. Nothing was changed. If it is a new one, say \"add: %s\".";
    private static final List<String> MANY = List.of("Add them", "Leave them");
    private static final String PUZZLED =
            "I did not understand that as something about your to-dos. Say for example \"remind me to call Bob"
                    + " tomorrow\" or \"what is due this week?\".";

    private final Turn turn;
    private final Phrases phrases;

    Creating(Turn turn) {
        this.turn = turn;
        this.phrases = turn.understanding().phrases();
    }

    /** What the person asked to add. */
    AgentReply create(Request request) {
        boolean announced = phrases.has(Words.PLURAL, request.part("many"))
                || !request.part("several").isEmpty();
        return create(words(request), announced);
    }

    /** Words without a verb of ours: added when they clearly say something to do, else the person is asked. */
    AgentReply items(String words) {
        boolean commandAlone =
                phrases.expression("title.command").matcher(words).matches();
        if (words.endsWith("?") || commandAlone) {
            return AgentReply.answer(PUZZLED);
        }
        List<TodoDraft> drafts = turn.understanding().lists().read(words, false, turn.reading());
        boolean commands = drafts.stream().anyMatch(this::isCommand);
        boolean clear = words.lines().count() > 1
                || saysWhen(words)
                || drafts.stream().anyMatch(draft -> beginsWithVerb(draft.title()));
        if (commands && drafts.size() > 1) {
            return AgentReply.answer(Conversation.ONE_AT_A_TIME);
        }
        if (commands) {
            return AgentReply.answer(NO_CHANGE.formatted(
                    Wording.escaped(TitleText.capitalised(drafts.getFirst().title()))));
        }
        return clear ? create(words, false) : offer(words);
    }

    /** "Move the plants to ...": words of ours about something that is there, put so that they were not understood. */
    private boolean isCommand(TodoDraft draft) {
        String title = draft.title();
        if (!phrases.expression("title.command").matcher(title).find()) {
            return false;
        }
        if (phrases.expression("title.dangling").matcher(title).find()) {
            return true;
        }
        List<String> words = object(title);
        return turn.entries().stream()
                .filter(entry -> !entry.isDone())
                .map(entry -> object(entry.todo().title()))
                .anyMatch(known -> !known.isEmpty()
                        && 2 * known.stream().filter(words::contains).count() > known.size());
    }

    /** The telling words of a title without the verb with which it begins. */
    private List<String> object(String title) {
        String[] words = title.split("\\s+", 2);
        boolean verb = words.length == 2
                && (phrases.has(Words.VERB, words[0])
                        || phrases.expression("title.command").matcher(title).find());
        return turn.understanding().titleWords().of(verb ? words[1] : title);
    }

    private AgentReply create(String words, boolean announced) {
        List<TodoDraft> drafts = turn.understanding().lists().read(words, announced, turn.reading());
        if (drafts.stream().allMatch(this::saysNothing)) {
            String answer = turn.nextAnswer();
            if (answer == null) {
                return AgentReply.ask("What is to be done?", List.of());
            }
            String when = drafts.getFirst().title().isBlank() ? words : "";
            drafts = turn.understanding().lists().read((when + " " + answer).strip(), announced, turn.reading());
        }
        return add(drafts);
    }

    /** No title, or one that stands for something else: "it". */
    private boolean saysNothing(TodoDraft draft) {
        return draft.title().isBlank()
                || phrases.has(Words.PRONOUN, draft.title().toLowerCase(Locale.ROOT));
    }

    /** Asks whether the words are a new to-do. */
    AgentReply offer(String words) {
        List<TodoDraft> drafts = turn.understanding().lists().read(words, false, turn.reading());
        if (drafts.stream().anyMatch(draft -> draft.problem() != null)) {
            return AgentReply.answer(PUZZLED);
        }
        List<String> options = List.of(ADD, LEAVE);
        String answer = turn.nextAnswer();
        if (answer == null) {
            String titles =
                    drafts.stream().map(draft -> "\"" + draft.title() + "\"").collect(Collectors.joining(", "));
            String question = drafts.size() == 1
                    ? "Is " + titles + " a new to-do?"
                    : "Are these %d new to-dos: %s?".formatted(drafts.size(), titles);
            return AgentReply.ask(question, drafts.size() == 1 ? options : MANY);
        }
        boolean yes = Question.choice(answer, drafts.size() == 1 ? options : MANY, phrases) == 0
                || phrases.has(Words.YES, answer);
        return yes ? add(drafts) : AgentReply.answer("All right, nothing was changed.");
    }

    boolean saysWhen(String words) {
        return turn.reading().entities(words).all().stream()
                .anyMatch(entity -> entity instanceof Entity.Day
                        || entity instanceof Entity.Period
                        || entity instanceof Entity.Time
                        || entity instanceof Entity.Level);
    }

    private boolean beginsWithVerb(String words) {
        String[] all = words.strip().split("\\s+");
        return all.length > 1 && phrases.has(Words.VERB, all[0]);
    }

    /** The parts of the pattern in one: what was said before the verb's object, the object, what was said after. */
    private String words(Request request) {
        String not = request.part("not");
        String item = not.isEmpty() ? request.part("item") : phrases.text("title.not") + " " + not;
        String lead = Stream.of(request.part("lead"), request.part("lead2"))
                .filter(part -> !part.isEmpty())
                .reduce("", (a, b) -> (a + " " + b).strip());
        if (!lead.isEmpty() && item.lines().count() > 1) {
            return lead + ":\n" + item;
        }
        return Stream.of(item, request.part("tail"), lead)
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    private AgentReply add(List<TodoDraft> drafts) {
        if (drafts.size() > ExecutionPlan.MAX_STEPS) {
            return AgentReply.answer("These are %,d to-dos; %,d at once is the most. Nothing was added."
                    .formatted(drafts.size(), ExecutionPlan.MAX_STEPS));
        }
        Steps steps = new Steps();
        List<String> lines = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (TodoDraft draft : drafts) {
            String problem = draft.problem();
            if (problem != null) {
                return AgentReply.answer(problem + " Nothing was added.");
            }
            Inferred inferred =
                    turn.understanding().inference().of(draft, turn.reading().now());
            Todo todo = draft.toTodo(turn.request().project(), inferred.priority());
            String details = details(draft, todo);
            steps.create(todo, details);
            String notes = notes(draft, todo, inferred);
            lines.add(Wording.bold(todo.title()) + details + "." + notes);
            if (!notes.isEmpty()) {
                remarks.add(drafts.size() == 1 ? notes.strip() : Wording.bold(todo.title()) + ":" + notes);
            }
        }
        String said = lines.size() == 1
                ? "Added " + lines.getFirst()
                : "Added " + Wording.count(lines.size(), "") + ":\n\n- " + String.join("\n- ", lines);
        return AgentReply.act(said, steps.all()).remarking(Wording.lines(remarks));
    }

    /** What in a title looks like a day or time and is none; {@code null} for nothing. */
    private @Nullable String oddDay(String title) {
        Matcher like = phrases.expression("title.like-a-day").matcher(title);
        if (!like.find()) {
            return null;
        }
        boolean known = turn.reading().entities(title).all().stream()
                .anyMatch(entity -> !(entity instanceof Entity.Quantity)
                        && entity.span().start() < like.end()
                        && like.start() < entity.span().end());
        return known ? null : like.group();
    }

    /** "on Tuesday or Wednesday": whether a title still names a day or time after "or". */
    private boolean offersAnother(String title) {
        return turn.reading().entities(title).all().stream()
                .filter(entity -> entity instanceof Entity.Day || entity instanceof Entity.Time)
                .anyMatch(entity -> phrases.expression("title.or")
                        .matcher(title.substring(0, entity.span().start()))
                        .find());
    }

    private String details(TodoDraft draft, Todo todo) {
        return turn.wording().details(todo)
                + (draft.priority() == Priority.MEDIUM ? ", " + Wording.priority(Priority.MEDIUM) : "");
    }

    /** What the person should know besides: what was inferred, what cannot be done, what looks like a mistake. */
    private String notes(TodoDraft draft, Todo todo, Inferred inferred) {
        StringBuilder notes = new StringBuilder();
        if (inferred.reason() != null) {
            notes.append(" I took it as ")
                    .append(Wording.priority(inferred.priority()))
                    .append(" because ")
                    .append(Wording.escaped(inferred.reason()))
                    .append('.');
        }
        LocalDate due = draft.due();
        LocalTime time = draft.dueTime() == null ? LocalTime.MAX : draft.dueTime();
        if (due != null && due.atTime(time).isBefore(turn.reading().now())) {
            notes.append(" That has passed already.");
        }
        String elsewhere = draft.elsewhere();
        if (elsewhere != null) {
            notes.append(" \"")
                    .append(Wording.escaped(elsewhere.replaceFirst("^\\D+", "")))
                    .append("\" is ");
            notes.append(turn.wording().time(time)).append(" here.");
        }
        String odd = oddDay(todo.title());
        if (odd != null) {
            notes.append(" \"")
                    .append(Wording.escaped(odd))
                    .append("\" is no day or time that I know, so it stays in the title.");
        }
        if (draft.due() != null && offersAnother(todo.title())) {
            notes.append(" I took the first day and time; the other stays in the title.");
        }
        if (draft.repeats()) {
            notes.append(" It does not repeat: to-dos that come back are not possible yet.");
        }
        String title = todo.title().toLowerCase(Locale.ROOT);
        boolean twice = turn.entries().stream()
                .anyMatch(entry -> !entry.isDone()
                        && entry.todo().title().toLowerCase(Locale.ROOT).equals(title));
        if (twice) {
            notes.append(" There was an open to-do with that title already.");
        }
        return notes.toString();
    }
}
