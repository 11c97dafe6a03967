// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Words;
import officina.agent.task.internal.todo.TodoEntry;
import officina.agent.task.internal.todo.TodoFilter;
import officina.api.agent.AgentReply;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.record.DataRecord;
import org.jspecify.annotations.Nullable;

/** Finds the to-dos that a person speaks of; asks where the words fit several. */
final class References {

    private static final int MOST_OPTIONS = 8;
    private static final String ALL = "All of them";
    private static final String NONE = "None of them";
    private static final Pattern ID = Pattern.compile("#?([0-9a-f]{8}[0-9a-f-]{0,28})", Pattern.CASE_INSENSITIVE);

    /** Which to-dos can be meant. */
    enum Pool {
        OPEN("open to-do"),
        DONE("done to-do"),
        ANY("to-do");

        private final String noun;

        Pool(String noun) {
            this.noun = noun;
        }

        List<TodoEntry> of(List<TodoEntry> entries) {
            return entries.stream()
                    .filter(entry -> this == ANY || entry.isDone() == (this == DONE))
                    .toList();
        }
    }

    private final Turn turn;
    private final Phrases phrases;

    References(Turn turn) {
        this.turn = turn;
        this.phrases = turn.understanding().phrases();
    }

    Reference resolve(String words, Pool pool) {
        LeftOut left = LeftOut.of(words, turn);
        AgentReply problem = left.problem();
        if (problem != null) {
            return new Reference.Missing(problem);
        }
        Reference found = resolveAll(left.rest(), pool);
        return found instanceof Reference.Found(List<TodoEntry> entries, boolean everything)
                ? new Reference.Found(left.from(entries), everything)
                : found;
    }

    private Reference resolveAll(String what, Pool pool) {
        List<TodoEntry> among = pool.of(turn.entries());
        Entities entities = turn.reading().entities(what);
        String quoted = quoted(entities);
        if (quoted == null && phrases.has(Words.PRONOUN, what.strip().toLowerCase(Locale.ROOT))) {
            return recent(what, among);
        }
        List<TodoEntry> found = byId(what.strip(), turn.entries());
        if (found.isEmpty()) {
            found = find(quoted == null ? what : quoted, among);
        }
        if (quoted == null && (found.isEmpty() || speaksOfSeveral(what))) {
            TodoFilter filter = turn.understanding().filters().read(what, turn.entries(), turn.reading());
            boolean exact = found.size() == 1 && found.getFirst().todo().title().equalsIgnoreCase(what.strip());
            if (!exact
                    && (speaksOfSeveral(what)
                            || filter.words().isEmpty() && (filter.restricts() || filter.status() != null))) {
                return several(filter, pool);
            }
        }
        if (found.isEmpty() && quoted == null) {
            found = dated(entities, among);
        }
        if (found.isEmpty()) {
            found = parts(what, among);
            return found.isEmpty() ? nothing(what, pool) : new Reference.Found(found, false);
        }
        return found.size() == 1 ? new Reference.Found(found, false) : ask(what, found);
    }

    private static @Nullable String quoted(Entities entities) {
        List<Entity.Title> titles = entities.of(Entity.Title.class);
        return titles.size() == 1 ? titles.getFirst().text() : null;
    }

    private List<TodoEntry> find(String words, List<TodoEntry> among) {
        return turn.understanding().matcher().find(words, among);
    }

    private static List<TodoEntry> byId(String words, List<TodoEntry> entries) {
        var form = ID.matcher(words);
        if (!form.matches()) {
            return List.of();
        }
        String start = form.group(1).toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> entry.id().toString().startsWith(start))
                .toList();
    }

    /** "the dentist on Friday": the words without the day, due on that day. */
    private List<TodoEntry> dated(Entities entities, List<TodoEntry> among) {
        List<Entity> days = entities.all().stream()
                .filter(entity -> entity instanceof Entity.Day || entity instanceof Entity.Time)
                .toList();
        if (days.isEmpty()) {
            return List.of();
        }
        List<TodoEntry> found = find(entities.without(days), among);
        List<TodoEntry> onDay = entities.first(Entity.Day.class)
                .map(day -> found.stream()
                        .filter(entry -> day.date().equals(entry.todo().due()))
                        .toList())
                .orElse(List.of());
        return onDay.isEmpty() ? found : onDay;
    }

    /** "milk and bread": each part names one. */
    private List<TodoEntry> parts(String what, List<TodoEntry> among) {
        Map<TodoEntry, Boolean> found = new LinkedHashMap<>();
        String[] parts = phrases.expression("title.joint").split(what.strip());
        for (String part : parts) {
            List<TodoEntry> one = part.isBlank() ? List.of() : find(part, among);
            if (one.size() != 1) {
                return List.of();
            }
            found.put(one.getFirst(), true);
        }
        return List.copyOf(found.keySet());
    }

    private boolean speaksOfSeveral(String what) {
        String[] words = what.toLowerCase(Locale.ROOT).strip().split("[\\s,]+");
        for (String word : words) {
            if (phrases.has(Words.PLURAL, word)) {
                return true;
            }
        }
        return phrases.has(Words.ALL, words[0]);
    }

    private Reference several(TodoFilter filter, Pool pool) {
        List<TodoEntry> found = pool.of(turn.entries()).stream()
                .filter(entry -> filter.accepts(
                        entry, turn.reading().now(), turn.reading().zone()))
                .sorted(TodoEntry.BY_DAY)
                .toList();
        if (found.isEmpty()) {
            return new Reference.Missing(AgentReply.answer(
                    (pool.of(turn.entries()).isEmpty() ? "There is no %s. " : "No %s fits that. ").formatted(pool.noun)
                            + "Nothing was changed."));
        }
        return new Reference.Found(found, !filter.restricts() && filter.status() == null);
    }

    /** "it": what changed last. */
    private Reference recent(String what, List<TodoEntry> among) {
        for (DataRecord record : turn.request().context().recentTasks()) {
            for (TodoEntry entry : turn.entries()) {
                if (entry.id().equals(record.id())) {
                    return among.contains(entry)
                            ? new Reference.Found(List.of(entry), false)
                            : new Reference.Missing(AgentReply.answer(already(entry)));
                }
            }
        }
        return new Reference.Missing(AgentReply.answer(
                "I do not know which to-do you mean by \"%s\". Nothing was changed; say some words of its title."
                        .formatted(Wording.escaped(what))));
    }

    private static String already(TodoEntry entry) {
        return "%s is %s. Nothing was changed."
                .formatted(Wording.bold(entry.todo().title()), entry.isDone() ? "done already" : "still open");
    }

    private Reference nothing(String what, Pool pool) {
        String words = Wording.escaped(what);
        List<TodoEntry> other = pool == Pool.ANY ? List.of() : find(what, turn.entries());
        if (other.size() == 1) {
            return new Reference.Missing(AgentReply.answer(already(other.getFirst())));
        }
        List<TodoEntry> among = pool.of(turn.entries());
        List<String> near = turn.understanding().matcher().nearest(what, among).stream()
                .map(entry -> Wording.bold(entry.todo().title()))
                .toList();
        String hint = near.isEmpty()
                ? among.isEmpty() ? " There is no %s at all.".formatted(pool.noun) : ""
                : " The nearest: " + String.join(", ", near) + ".";
        return new Reference.Missing(
                AgentReply.answer("No %s matches \"%s\".%s Nothing was changed.".formatted(pool.noun, words, hint)));
    }

    private Reference ask(String what, List<TodoEntry> several) {
        if (several.size() > MOST_OPTIONS) {
            List<String> some = several.stream()
                    .limit(MOST_OPTIONS)
                    .map(entry -> "- " + Wording.bold(entry.todo().title()))
                    .toList();
            return new Reference.Open(AgentReply.answer(
                    "%d to-dos match \"%s\"; the first of them:\n\n%s\n\nNothing was changed. Say more of the title."
                            .formatted(several.size(), Wording.escaped(what), String.join("\n", some))));
        }
        List<TodoEntry> found = several.stream()
                .sorted(Comparator.comparing(TodoEntry::createdAt).thenComparing(TodoEntry::id))
                .toList();
        List<String> options = options(found);
        String answer = turn.nextAnswer();
        if (answer == null) {
            return new Reference.Open(AgentReply.ask("Which one do you mean by \"%s\"?".formatted(what), options));
        }
        int choice = Question.choice(answer, options, phrases);
        if (choice == found.size() || phrases.has(Words.BOTH, answer)) {
            return new Reference.Found(found, false);
        }
        if (choice >= 0 && choice < found.size()) {
            return new Reference.Found(List.of(found.get(choice)), false);
        }
        List<TodoEntry> narrowed = choice == Question.UNCLEAR ? find(answer, found) : List.of();
        if (narrowed.size() == 1) {
            return new Reference.Found(narrowed, false);
        }
        return new Reference.Open(AgentReply.answer(
                choice == Question.UNCLEAR
                        ? "I could not tell which one you mean by \"%s\". Nothing was changed."
                                .formatted(Wording.escaped(answer))
                        : "All right, nothing was changed."));
    }

    /** Title and day of each, told apart where they are the same, then all and none. */
    private List<String> options(List<TodoEntry> found) {
        List<String> options = new ArrayList<>();
        for (TodoEntry entry : found) {
            String option =
                    entry.todo().title() + turn.wording().details(entry.todo()) + (entry.isDone() ? ", done" : "");
            long same = options.stream().filter(each -> each.startsWith(option)).count();
            options.add(same == 0 ? option : option + " (" + (same + 1) + ")");
        }
        options.add(ALL);
        options.add(NONE);
        return options;
    }
}
