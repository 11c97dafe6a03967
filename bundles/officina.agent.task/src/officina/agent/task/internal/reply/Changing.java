// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Request;
import officina.agent.task.internal.phrases.Words;
import officina.agent.task.internal.reading.Due;
import officina.agent.task.internal.reading.TitleText;
import officina.agent.task.internal.reply.References.Pool;
import officina.agent.task.internal.todo.TodoDraft;
import officina.agent.task.internal.todo.TodoEntry;
import officina.api.agent.AgentReply;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.plan.ExecutionPlan;
import officina.api.record.Priority;
import org.jspecify.annotations.Nullable;

/** Changes, completes and deletes to-dos. */
final class Changing {

    private static final String NONE_LEFT = "No to-do is left then. Nothing was changed.";

    private final Turn turn;
    private final Phrases phrases;
    private final References references;
    private final Changes changes;

    Changing(Turn turn) {
        this.turn = turn;
        this.phrases = turn.understanding().phrases();
        this.references = new References(turn);
        this.changes = new Changes(turn);
    }

    AgentReply complete(Request request) {
        Reference reference = references.resolve(request.part("what"), Pool.OPEN);
        return missingWithDay(reference, request)
                ? orNew(reply(reference), request.part("whole"))
                : apply(reference, changes::complete);
    }

    /** "Finish the report": done if there is such a to-do, else perhaps a new one. */
    AgentReply completeOrCreate(Request request) {
        return switch (references.resolve(request.part("what"), Pool.OPEN)) {
            case Reference.Found(List<TodoEntry> entries, boolean _) -> apply(entries, changes::complete);
            case Reference.Open(AgentReply reply) -> reply;
            case Reference.Missing(AgentReply reply) -> {
                Creating creating = new Creating(turn);
                String words = request.part("whole");
                yield creating.saysWhen(words) ? creating.items(words) : orNew(reply, words);
            }
        };
    }

    /** "Update the website by Friday": another day if there is such a to-do, else a new one. */
    AgentReply moveOrCreate(Request request) {
        Target target = target(request);
        return switch (references.resolve(target.what(), Pool.OPEN)) {
            case Reference.Found(List<TodoEntry> entries, boolean _) ->
                apply(entries, entry -> changes.move(entry, target.due()));
            case Reference.Open(AgentReply reply) -> reply;
            case Reference.Missing(AgentReply _) -> new Creating(turn).items(request.part("whole"));
        };
    }

    AgentReply reopen(Request request) {
        return change(request, Pool.DONE, changes::reopen);
    }

    AgentReply clearDate(Request request) {
        return change(request, Pool.OPEN, changes::clearDate);
    }

    AgentReply raise(Request request, int step) {
        return change(request, Pool.OPEN, entry -> changes.step(entry, step));
    }

    AgentReply priority(Request request) {
        Priority priority = grade(request.part("grade"));
        return priority == null
                ? AgentReply.answer(
                        "\"%s\" is no priority; there are low, medium, high and urgent. Nothing was changed."
                                .formatted(Wording.escaped(request.part("grade"))))
                : change(request, Pool.OPEN, entry -> changes.priority(entry, priority));
    }

    AgentReply rename(Request request) {
        String words = request.part("title");
        String bare = unquoted(words);
        String title = bare.equals(words.strip()) ? TitleText.capitalised(bare) : bare;
        String problem = new TodoDraft(title, "", null, null, null, List.of(), false, null).problem();
        return problem != null
                ? AgentReply.answer(problem + " Nothing was changed.")
                : change(request, Pool.ANY, entry -> changes.rename(entry, title));
    }

    AgentReply describe(Request request) {
        String more = request.part("more");
        String text = unquoted(request.part("note")) + (more.isEmpty() ? "" : "\n" + more);
        boolean replace = !request.part("replace").isEmpty();
        return change(request, Pool.ANY, entry -> changes.describe(entry, text, replace));
    }

    AgentReply assign(Request request) {
        String who = request.part("person");
        Entities found = turn.reading().entities(phrases.text("title.with") + " " + who);
        List<String> names =
                found.of(Entity.Person.class).stream().map(Entity.Person::name).toList();
        return change(request, Pool.ANY, entry -> changes.assign(entry, names.isEmpty() ? List.of(who) : names));
    }

    AgentReply move(Request request) {
        Target target = target(request);
        Reference reference = references.resolve(target.what(), Pool.OPEN);
        return reference instanceof Reference.Missing(AgentReply reply)
                ? orNew(reply, request.part("whole"))
                : apply(reference, entry -> changes.move(entry, target.due()));
    }

    /** To a day that was not said: asks for it. */
    AgentReply postpone(Request request) {
        Reference reference = references.resolve(request.part("what"), Pool.OPEN);
        if (!(reference instanceof Reference.Found found)) {
            return reply(reference);
        }
        List<String> options = List.of("Tomorrow", "Next Monday", "In a week");
        String answer = turn.nextAnswer();
        if (answer == null) {
            return AgentReply.ask("To which day?", options);
        }
        int choice = Question.choice(answer, options, phrases);
        Due due = due(choice >= 0 ? options.get(choice) : answer);
        return due.date() == null && due.time() == null
                ? AgentReply.answer(
                        "\"%s\" is no day that I understand. Nothing was changed.".formatted(Wording.escaped(answer)))
                : apply(found.entries(), entry -> changes.move(entry, due));
    }

    AgentReply shift(Request request) {
        Entity.Quantity span = turn.reading()
                .entities(phrases.expression("title.one")
                        .matcher(request.part("span"))
                        .replaceFirst("1 "))
                .first(Entity.Quantity.class)
                .orElseThrow(() -> new IllegalStateException("the pattern read a span of time where there is none"));
        boolean earlier = List.of("verb", "way", "side").stream()
                .anyMatch(part -> phrases.has(Words.EARLIER, request.part(part)));
        Reference reference = references.resolve(request.part("what"), Pool.OPEN);
        boolean several =
                reference instanceof Reference.Found found && found.entries().size() > 1;
        return apply(
                reference,
                entry -> several && entry.todo().due() == null
                        ? Change.none("has no date")
                        : changes.shift(entry, span, earlier));
    }

    AgentReply delete(Request request) {
        Reference reference = references.resolve(request.part("what"), Pool.ANY);
        return missingWithDay(reference, request) ? orNew(reply(reference), request.part("whole")) : delete(reference);
    }

    /** "Remove the old sofa on Monday": nothing of the kind is there, and a day makes it likely to be something to do. */
    private boolean missingWithDay(Reference reference, Request request) {
        String words = request.part("whole");
        return reference instanceof Reference.Missing
                && phrases.expression("title.command").matcher(words).find()
                && new Creating(turn).saysWhen(words);
    }

    AgentReply deleteAll() {
        return turn.entries().isEmpty()
                ? AgentReply.answer("There is no to-do, so there is nothing to delete.")
                : delete(new Reference.Found(turn.entries(), true));
    }

    AgentReply deleteDone() {
        List<TodoEntry> done = Pool.DONE.of(turn.entries());
        return done.isEmpty()
                ? AgentReply.answer("No to-do is done, so there is nothing to delete.")
                : delete(new Reference.Found(done, false));
    }

    /** Which to-do is to be moved where. */
    private record Target(String what, Due due) {}

    private Target target(Request request) {
        String what = request.part("what");
        String when = request.part("when");
        Matcher both = phrases.expression("title.from-to").matcher(when);
        boolean span = turn.reading().entities(when).first(Entity.Period.class).isPresent();
        return span && both.matches()
                ? new Target(what + " " + both.group("first"), due(both.group("last")))
                : new Target(what, due(when));
    }

    private Due due(String words) {
        return turn.understanding().dues().target(turn.reading().entities(words), turn.reading());
    }

    private @Nullable Priority grade(String words) {
        Priority said = turn.reading()
                .entities(words)
                .first(Entity.Level.class)
                .map(Entity.Level::priority)
                .orElse(null);
        String known = phrases.words(Words.LEVEL).get(words.toLowerCase(Locale.ROOT));
        return said == null && known != null ? Priority.valueOf(known.toUpperCase(Locale.ROOT)) : said;
    }

    private String unquoted(String words) {
        List<Entity.Title> titles = turn.reading().entities(words).of(Entity.Title.class);
        boolean whole = titles.size() == 1
                && titles.getFirst().span().end() - titles.getFirst().span().start() == words.length();
        return whole ? titles.getFirst().text() : words.strip();
    }

    private AgentReply delete(Reference reference) {
        if (!(reference instanceof Reference.Found found)) {
            return reply(reference);
        }
        if (found.entries().isEmpty()) {
            return AgentReply.answer(NONE_LEFT);
        }
        if (found.entries().size() > ExecutionPlan.MAX_STEPS) {
            return tooMany(found.entries().size());
        }
        if (found.everything() && turn.request().mode() == ExecutionMode.DIRECT) {
            List<String> options =
                    List.of("Delete " + Wording.count(found.entries().size(), ""), "Keep them");
            String answer = turn.nextAnswer();
            if (answer == null) {
                boolean every = found.entries().size() == turn.entries().size();
                String question = every ? "Delete every to-do, %d in all?" : "Delete %d to-dos?";
                return AgentReply.ask(question.formatted(found.entries().size()), options);
            }
            if (Question.choice(answer, options, phrases) != 0 && !phrases.has(Words.YES, answer)) {
                return AgentReply.answer("All right, nothing was deleted.");
            }
        }
        Steps steps = new Steps();
        found.entries().forEach(steps::delete);
        return AgentReply.act(
                "Deleted "
                        + sum(found.entries().stream()
                                .map(entry -> Wording.bold(entry.todo().title()))
                                .toList()),
                steps.all());
    }

    private AgentReply change(Request request, Pool pool, Function<TodoEntry, Change> change) {
        Reference reference = references.resolve(request.part("what"), pool);
        return apply(reference, change);
    }

    private AgentReply apply(Reference reference, Function<TodoEntry, Change> change) {
        return reference instanceof Reference.Found found ? apply(found.entries(), change) : reply(reference);
    }

    /** What could not be found may be something new; says how to add it. */
    private static AgentReply orNew(AgentReply missing, String words) {
        String said = missing.response().stream()
                .map(part -> part instanceof ContentPart.Text(String text) ? text : "")
                .collect(Collectors.joining());
        String title = Wording.escaped(TitleText.capitalised(words));
        return AgentReply.answer(said + " If it is a new one, say \"add: %s\".".formatted(title));
    }

    private static AgentReply reply(Reference reference) {
        return switch (reference) {
            case Reference.Open(AgentReply reply) -> reply;
            case Reference.Missing(AgentReply reply) -> reply;
            case Reference.Found _ -> throw new IllegalStateException("what was found needs no such reply");
        };
    }

    private AgentReply apply(List<TodoEntry> entries, Function<TodoEntry, Change> change) {
        if (entries.isEmpty()) {
            return AgentReply.answer(NONE_LEFT);
        }
        if (entries.size() > ExecutionPlan.MAX_STEPS) {
            return tooMany(entries.size());
        }
        Steps steps = new Steps();
        List<String> lines = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (TodoEntry entry : entries) {
            Change one = change.apply(entry);
            String line = Wording.bold(entry.todo().title()) + " " + one.said() + ".";
            lines.add(line);
            JsonObject fields = one.changes();
            if (fields == null) {
                unchanged.add(line);
            } else {
                steps.update(entry, one, fields);
            }
        }
        return steps.all().isEmpty()
                ? AgentReply.answer(Wording.lines(lines))
                : AgentReply.act(Wording.lines(lines), steps.all()).remarking(Wording.lines(unchanged));
    }

    private static AgentReply tooMany(int count) {
        return AgentReply.answer("These are %,d to-dos; %,d at once is the most. Nothing was changed."
                .formatted(count, ExecutionPlan.MAX_STEPS));
    }

    private static String sum(List<String> titles) {
        return titles.size() == 1
                ? titles.getFirst() + "."
                : Wording.count(titles.size(), "") + ":\n\n- " + String.join("\n- ", titles);
    }
}
