// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.agent.task.internal.phrases.BoundedText.Looks;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import org.jspecify.annotations.Nullable;

/** Finds the pattern that a request follows. Any thread. */
public final class RequestReader {

    /** Longest first line, in characters: a request, not a document. Also bounds the work of the patterns. */
    public static final int LONGEST = 2_000;

    /** How often the patterns may look at a line; an ordinary one takes some ten thousand looks. */
    static final long MOST_LOOKS = 20_000_000;

    private static final int MOST_POLITENESS = 6;
    private static final Pattern QUESTION_MARK = Pattern.compile("[\\s?]+$");

    private final Phrases phrases;

    public RequestReader(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * Reads a text whose first line is at most {@link #LONGEST} characters long. The first line decides what is wanted;
     * further lines belong to the part {@code item} of a new to-do, or to the part {@code more}. {@code null} for a line
     * so strange that reading it would take too long.
     */
    public @Nullable Request read(String text, EntityExtractor entities, LanguageContext language) {
        return read(text, entities, language, new Looks(MOST_LOOKS));
    }

    @Nullable
    Request read(String text, EntityExtractor entities, LanguageContext language, Looks looks) {
        String stripped = text.strip();
        int end = stripped.indexOf('\n');
        String first = end < 0 ? stripped : stripped.substring(0, end).strip();
        String rest = end < 0 ? "" : stripped.substring(end + 1).strip();
        Mask mask = new Mask(entities.extract(first, language), timeUnits());
        try {
            BoundedText line = new BoundedText(polite(mask.masked(), rest.isEmpty(), looks), looks);
            for (Phrases.Known known : phrases.patterns()) {
                Matcher matcher = known.pattern().matcher(line);
                if (matcher.matches()) {
                    return request(Intent.of(known.intent()), matcher, mask, rest);
                }
            }
        } catch (BoundedText.Spent e) {
            return null;
        }
        return new Request(Intent.ITEMS, Map.of("item", stripped, "whole", stripped));
    }

    private Request request(Intent intent, Matcher matcher, Mask mask, String rest) {
        Map<String, String> parts = new HashMap<>();
        for (String name : matcher.pattern().namedGroups().keySet()) {
            String value = matcher.group(name);
            if (value != null && !value.isBlank()) {
                parts.put(name, mask.plain(value));
            }
        }
        parts.put("whole", mask.plain(matcher.group()));
        if (!rest.isEmpty()) {
            boolean items = intent == Intent.CREATE || intent == Intent.ITEMS;
            parts.merge(items ? "item" : "more", rest, (head, tail) -> head + "\n" + tail);
        }
        return new Request(intent, parts);
    }

    /** Without "could you ... please?". Keeps at least something. */
    private String polite(String line, boolean whole, Looks looks) {
        String rest = line;
        boolean asked = false;
        for (int round = 0; round < MOST_POLITENESS; round++) {
            String before = rest;
            for (Pattern politeness : phrases.politeness()) {
                rest = whole || !politeness.pattern().endsWith("$") ? without(politeness, rest, looks) : rest;
            }
            for (Pattern question : phrases.questions()) {
                String answer = without(question, rest, looks);
                asked |= !answer.equals(rest);
                rest = answer;
            }
            rest = asked && whole ? without(QUESTION_MARK, rest, looks) : rest;
            if (rest.equals(before)) {
                break;
            }
        }
        return rest;
    }

    private static String without(Pattern pattern, String text, Looks looks) {
        Matcher matcher = pattern.matcher(new BoundedText(text, looks));
        if (!matcher.find()) {
            return text;
        }
        String rest = text.substring(0, matcher.start()) + text.substring(matcher.end());
        return rest.isBlank() ? text : rest.strip();
    }

    private Set<String> timeUnits() {
        Set<String> units = new HashSet<>(phrases.words(Words.DAY_UNIT).keySet());
        units.addAll(phrases.words(Words.HOUR_UNIT).keySet());
        return units;
    }
}
