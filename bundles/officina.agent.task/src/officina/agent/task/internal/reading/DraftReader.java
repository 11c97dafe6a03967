// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import officina.agent.task.internal.phrases.Phrases;
import officina.agent.task.internal.phrases.Words;
import officina.agent.task.internal.todo.TodoDraft;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.record.Todo;
import org.jspecify.annotations.Nullable;

/** Reads one new to-do from the words that describe it. */
public final class DraftReader {

    /** Longer words cannot become a title; they are not looked into. */
    private static final int LONGEST = 4 * Todo.MAX_TITLE;

    /** Longer words around a quotation are more than filling. */
    private static final int LONGEST_FILLER = 100;

    private final Phrases phrases;
    private final DueReader dues;
    private final TitleText titles;

    public DraftReader(Phrases phrases, DueReader dues) {
        this.phrases = phrases;
        this.dues = dues;
        this.titles = new TitleText(phrases);
    }

    public TodoDraft read(String words, Reading reading) {
        Matcher note = phrases.expression("title.note").matcher(words);
        boolean noted = note.find() && note.start() > 0;
        String text = noted ? words.substring(0, note.start()) : words;
        if (text.length() > LONGEST) {
            return new TodoDraft(text.strip(), "", null, null, null, List.of(), false, null);
        }
        Entities entities = reading.entities(text);
        Due due = dues.of(withoutAttributes(entities), reading);
        Entity.@Nullable Level level = level(entities, due);
        List<Entity> taken = new ArrayList<>();
        due.said().stream().filter(entity -> !isAttribute(entities, entity)).forEach(taken::add);
        if (level != null) {
            taken.add(level);
        }
        List<String> people = new ArrayList<>();
        for (Entity.Person person : entities.of(Entity.Person.class)) {
            if (!people.contains(person.name())) {
                people.add(person.name());
            }
            if (person.span().in(text).startsWith("@")) {
                taken.add(person);
            }
        }
        return new TodoDraft(
                title(entities, taken),
                noted ? words.substring(note.end()).strip() : "",
                level == null ? null : level.priority(),
                due.date(),
                due.time(),
                people,
                phrases.expression("title.repeat").matcher(text).find() || repeats(entities, due),
                due.elsewhere());
    }

    /** A quotation is the title where nothing else is said; inside other words it belongs to them. */
    private String title(Entities entities, List<Entity> taken) {
        List<Entity.Title> quotations = entities.of(Entity.Title.class);
        if (quotations.size() == 1) {
            List<Entity> known = new ArrayList<>(taken);
            known.add(quotations.getFirst());
            String rest = entities.without(known);
            if (rest.length() <= LONGEST_FILLER
                    && phrases.expression("title.filler").matcher(rest).matches()) {
                return quotations.getFirst().text();
            }
        }
        String title = titles.without(entities.text(), taken);
        return title.codePoints().allMatch(DraftReader::isMark) ? "" : title;
    }

    /** Quotation marks and the like are no title; a picture may be one. */
    private static boolean isMark(int symbol) {
        return !Character.isLetterOrDigit(symbol) && Character.getType(symbol) != Character.OTHER_SYMBOL;
    }

    /** The first level that is a statement about the to-do, not an adjective inside it ("the important documents"). */
    private Entity.@Nullable Level level(Entities entities, Due due) {
        for (Entity.Level level : entities.of(Entity.Level.class)) {
            String words = level.span().in(entities.text());
            if (phrases.expression("title.explicit-level").matcher(words).matches()
                    || stands(blanked(entities.text(), due), level)) {
                return level;
            }
        }
        return null;
    }

    /** The text with spaces where the day and time stand. */
    private static String blanked(String text, Due due) {
        StringBuilder blank = new StringBuilder(text);
        for (Entity said : due.said()) {
            for (int at = said.span().start(); at < said.span().end(); at++) {
                blank.setCharAt(at, ' ');
            }
        }
        return blank.toString();
    }

    private static boolean stands(String text, Entity level) {
        String before = text.substring(0, level.span().start()).strip();
        String after = text.substring(level.span().end()).strip();
        return before.isEmpty()
                || after.isEmpty()
                || !Character.isLetterOrDigit(after.codePointAt(0))
                || !Character.isLetterOrDigit(before.codePointBefore(before.length()));
    }

    /** "the Friday meeting", "for the 3 May concert": the day is part of what is to be done. */
    private boolean isAttribute(Entities entities, Entity entity) {
        String text = entities.text();
        String after = text.substring(entity.span().end());
        if (!(entity instanceof Entity.Day) || after.length() < 2 || after.charAt(0) != ' ') {
            return false;
        }
        String before = text.substring(0, entity.span().start()).strip();
        List<String> words = List.of(
                (lastWord(before) + " " + entity.span().in(text)).strip().split("\\s+"));
        String next = after.strip().split("[\\s,.;:]+", 2)[0];
        return words.subList(0, words.size() - 1).stream().anyMatch(word -> phrases.has(Words.DETERMINER, word))
                && Character.isLowerCase(next.codePointAt(0))
                && !phrases.has(Words.VERB, next)
                && !phrases.has(Words.STOP, next);
    }

    /** Without days that are part of what is to be done, if another says when. */
    private Entities withoutAttributes(Entities entities) {
        List<Entity> rest = entities.all().stream()
                .filter(entity -> !isAttribute(entities, entity))
                .toList();
        boolean saysWhen =
                rest.stream().anyMatch(entity -> entity instanceof Entity.Day || entity instanceof Entity.Period);
        return saysWhen ? new Entities(entities.text(), rest) : entities;
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** "every Monday": the word before a day asks for more than one. */
    private boolean repeats(Entities entities, Due due) {
        return due.said().stream()
                .map(entity -> entities.text().substring(0, entity.span().start()))
                .anyMatch(before ->
                        phrases.expression("title.each").matcher(before).find());
    }
}
