// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.todo.TodoEntry;
import officina.api.agent.AgentReply;
import officina.api.language.Entity;
import org.jspecify.annotations.Nullable;

/**
 * "everything except the report": which to-dos some words leave out.
 *
 * @param rest the words without those
 * @param said the words that say what is left out; empty for nothing
 * @param entries what is left out
 * @param unknown what of it fits no to-do; {@code null} where all does
 */
record LeftOut(
        String rest,
        String said,
        List<TodoEntry> entries,
        @Nullable String unknown) {

    static LeftOut of(String words, Turn turn) {
        Phrases phrases = turn.understanding().phrases();
        Matcher except = phrases.expression("filter.except").matcher(words);
        if (!except.find() || isTitle(words, turn)) {
            return new LeftOut(words, "", List.of(), null);
        }
        String said = words.substring(except.end()).strip();
        List<TodoEntry> entries = new ArrayList<>();
        String unknown = null;
        for (String part : phrases.expression("title.joint").split(said)) {
            List<TodoEntry> found = turn.understanding().matcher().find(part, turn.entries());
            entries.addAll(found);
            unknown = found.isEmpty() ? part : unknown;
        }
        return new LeftOut(words.substring(0, except.start()), said, List.copyOf(entries), unknown);
    }

    /** "Everything but the girl" may be a film to watch. */
    private static boolean isTitle(String words, Turn turn) {
        return turn.entries().stream().anyMatch(entry -> entry.todo().title().equalsIgnoreCase(words.strip()))
                || turn.reading().entities(words).first(Entity.Title.class).isPresent();
    }

    /** The answer where nobody can tell what is meant; {@code null} where it is known. */
    @Nullable
    AgentReply problem() {
        return unknown == null
                ? null
                : AgentReply.answer("I do not know which to-do to leave out by \"%s\". Nothing was changed."
                        .formatted(Wording.escaped(unknown)));
    }

    List<TodoEntry> from(List<TodoEntry> all) {
        return all.stream().filter(entry -> !entries.contains(entry)).toList();
    }
}
