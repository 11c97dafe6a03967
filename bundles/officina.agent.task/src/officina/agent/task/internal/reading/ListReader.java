// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Words;
import officina.agent.task.internal.todo.TodoDraft;
import officina.api.language.Entity;
import officina.api.record.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Reads one or several new to-dos: lines (with bullets, numbers or neither), numbers in a line, semicolons; commas and
 * "and" only where the person announced several, or where each part begins with something to do.
 */
public final class ListReader {

    private final Phrases phrases;
    private final DraftReader drafts;

    public ListReader(Phrases phrases, DraftReader drafts) {
        this.phrases = phrases;
        this.drafts = drafts;
    }

    /** @param announced whether the words before spoke of several ("these to-dos:") */
    public List<TodoDraft> read(String words, boolean announced, Reading reading) {
        List<String> lines = words.lines()
                .map(this::unmarked)
                .filter(line -> !line.isBlank())
                .toList();
        if (lines.size() > 1) {
            return lines(lines, reading);
        }
        List<String> numbered = numbered(words.strip());
        if (numbered.size() > 1) {
            return numbered.stream().map(part -> drafts.read(part, reading)).toList();
        }
        String line = lines.isEmpty() ? "" : lines.getFirst();
        List<String> parts = beforeNote(line, line.split("\\s*;\\s*"));
        return parts.size() > 1
                ? parts.stream().map(part -> drafts.read(part, reading)).toList()
                : sentence(line, announced, reading);
    }

    /** The parts between semicolons; a note and all behind it stays with the part before. */
    private List<String> beforeNote(String line, String[] parts) {
        List<String> found = new ArrayList<>();
        for (String part : parts) {
            if (!found.isEmpty()
                    && phrases.expression("title.note").matcher(part).lookingAt()) {
                found.add(line.substring(line.indexOf(found.removeLast())));
                return found;
            }
            if (!part.isBlank()) {
                found.add(part);
            }
        }
        return found;
    }

    /** A first line that ends with a colon is a heading: its day and priority are those of all lines below. */
    private List<TodoDraft> lines(List<String> lines, Reading reading) {
        String first = lines.getFirst().strip();
        if (!first.endsWith(":")) {
            return lines.stream().map(line -> drafts.read(line, reading)).toList();
        }
        TodoDraft heading = drafts.read(first.substring(0, first.length() - 1), reading);
        return lines.stream()
                .skip(1)
                .map(line -> drafts.read(line, reading))
                .map(draft -> completed(draft, heading))
                .map(draft -> draft.description().isEmpty() ? draft.described(heading.title()) : draft)
                .toList();
    }

    /** One sentence. What it says of day and priority at one end holds for all of its to-dos. */
    private List<TodoDraft> sentence(String line, boolean announced, Reading reading) {
        List<String> parts = parts(line, reading);
        if (parts.size() < 2 || !announced && !parts.stream().allMatch(part -> isSomethingToDo(part, reading))) {
            return List.of(drafts.read(line, reading));
        }
        List<TodoDraft> read =
                parts.stream().map(part -> drafts.read(part, reading)).toList();
        TodoDraft speaks = only(read);
        return speaks == null
                ? read
                : read.stream().map(draft -> completed(draft, speaks)).toList();
    }

    /** The first or the last, if no other says anything of day or priority. */
    private static @Nullable TodoDraft only(List<TodoDraft> drafts) {
        List<TodoDraft> speaking = drafts.stream()
                .filter(draft -> draft.due() != null || draft.priority() != null)
                .toList();
        if (speaking.size() != 1) {
            return null;
        }
        TodoDraft one = speaking.getFirst();
        return one.equals(drafts.getFirst()) || one.equals(drafts.getLast()) ? one : null;
    }

    private static TodoDraft completed(TodoDraft draft, TodoDraft by) {
        LocalDate due = by.due();
        Priority priority = by.priority();
        TodoDraft dated = draft.due() == null && due != null ? draft.on(due) : draft;
        return dated.priority() == null && priority != null ? dated.with(priority) : dated;
    }

    private String unmarked(String line) {
        return phrases.expression("title.bullet").matcher(line).replaceFirst("");
    }

    private List<String> numbered(String line) {
        Pattern numbers = phrases.expression("title.numbers");
        Matcher matcher = numbers.matcher(line);
        return matcher.find() && matcher.start() == 0
                ? List.of(numbers.split(line)).stream()
                        .filter(part -> !part.isBlank())
                        .toList()
                : List.of();
    }

    /** The parts between commas and "and", but not inside an entity ("between 3 and 7 May", a quotation). */
    private List<String> parts(String line, Reading reading) {
        List<Entity> entities = reading.entities(line).all();
        List<String> parts = new ArrayList<>();
        Matcher joint = phrases.expression("title.joint").matcher(line);
        int from = 0;
        while (joint.find()) {
            int start = joint.start();
            int end = joint.end();
            boolean inside = entities.stream()
                    .anyMatch(entity ->
                            entity.span().start() < start && end < entity.span().end());
            if (!inside) {
                parts.add(line.substring(from, start));
                from = end;
            }
        }
        parts.add(line.substring(from));
        return merged(
                parts.stream()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList(),
                reading);
    }

    /** A part that is only a day or a priority ("..., high priority") belongs to the one before. */
    private List<String> merged(List<String> parts, Reading reading) {
        List<String> merged = new ArrayList<>();
        for (String part : parts) {
            if (merged.isEmpty() || !drafts.read(part, reading).title().isEmpty()) {
                merged.add(part);
            } else {
                merged.set(merged.size() - 1, merged.getLast() + ", " + part);
            }
        }
        if (merged.size() > 1 && drafts.read(merged.getFirst(), reading).title().isEmpty()) {
            String head = merged.removeFirst();
            merged.set(0, head + ", " + merged.getFirst());
        }
        return merged;
    }

    private boolean isSomethingToDo(String part, Reading reading) {
        TodoDraft draft = drafts.read(part, reading);
        String[] words = draft.title().split("\\s+");
        return (words.length > 1 || draft.due() != null) && phrases.has(Words.VERB, words[0]);
    }
}
