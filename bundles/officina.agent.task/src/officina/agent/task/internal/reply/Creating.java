// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Request;
import officina.agent.task.internal.phrases.Words;
import officina.agent.task.internal.todo.PriorityInference.Inferred;
import officina.agent.task.internal.todo.TodoDraft;
import officina.api.agent.AgentReply;
import officina.api.language.Entity;
import officina.api.plan.ExecutionPlan;
import officina.api.record.Priority;
import officina.api.record.Todo;

/** Adds to-dos. */
final class Creating {

    private static final String ADD = "Add it";
    private static final String LEAVE = "Leave it";
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
        boolean announced = phrases.has(Words.PLURAL, request.part("many"));
        return create(words(request), announced);
    }

    /** Words without a verb of ours: added when they clearly say something to do, else the person is asked. */
    AgentReply items(String words) {
        if (words.endsWith("?")) {
            return AgentReply.answer(PUZZLED);
        }
        List<TodoDraft> drafts = turn.understanding().lists().read(words, false, turn.reading());
        if (drafts.size() > 1
                || saysWhen(words)
                || beginsWithVerb(drafts.getFirst().title())) {
            return create(words, false);
        }
        return offer(words);
    }

    private AgentReply create(String words, boolean announced) {
        List<TodoDraft> drafts = turn.understanding().lists().read(words, announced, turn.reading());
        if (drafts.stream().allMatch(draft -> draft.title().isBlank())) {
            String answer = turn.nextAnswer();
            if (answer == null) {
                return AgentReply.ask("What is to be done?", List.of());
            }
            drafts = turn.understanding().lists().read((words + " " + answer).strip(), announced, turn.reading());
        }
        return add(drafts);
    }

    /** Asks whether the words are a new to-do. */
    AgentReply offer(String words) {
        List<TodoDraft> drafts = turn.understanding().lists().read(words, false, turn.reading());
        if (drafts.size() == 1 && drafts.getFirst().problem() != null) {
            return AgentReply.answer(PUZZLED);
        }
        List<String> options = List.of(ADD, LEAVE);
        String answer = turn.nextAnswer();
        if (answer == null) {
            return AgentReply.ask("Is \"" + drafts.getFirst().title() + "\" a new to-do?", options);
        }
        boolean yes = Question.choice(answer, options, phrases) == 0 || phrases.has(Words.YES, answer);
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
            lines.add(Wording.bold(todo.title()) + details + "." + notes(draft, todo, inferred));
        }
        String said = lines.size() == 1
                ? "Added " + lines.getFirst()
                : "Added " + Wording.count(lines.size(), "") + ":\n\n- " + String.join("\n- ", lines);
        return AgentReply.act(said, steps.all());
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
            notes.append(" That has passed, so it is overdue at once.");
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
