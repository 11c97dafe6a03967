// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.agent.task.internal.phrases.Phrases;
import officina.api.language.Entity;
import officina.api.language.Span;

/** Makes a title of what a person said, without what has been understood of it. */
public final class TitleText {

    /** Stands where something was taken out, until the words around it are tidied. */
    private static final char GAP = '\ufffc';

    private static final String GAPS = "[\\s,;:-]*+" + GAP + "++[\\s" + GAP + "]*+";
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern ENDS = Pattern.compile("^[\\s,;:.!\u2013-]+|[\\s,;:.!\u2013-]+$");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{]\\s*" + GAP + "\\s*[)\\]}]");
    private static final Pattern LONELY_MARK = Pattern.compile("\\s+[?)]+$");
    private static final int MOST_ROUNDS = 4;

    private final Pattern gap;
    private final Pattern start;

    TitleText(Phrases phrases) {
        gap = Pattern.compile(
                phrases.expression("quiet").pattern() + GAPS, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        start = phrases.expression("title.start");
    }

    /** The text without the entities and the words that only introduced them, with a capital letter first. */
    String without(String text, List<? extends Entity> taken) {
        StringBuilder rest = new StringBuilder(text.replace(GAP, ' '));
        taken.stream()
                .map(Entity::span)
                .filter(span -> span.end() > span.start())
                .sorted((a, b) -> Integer.compare(b.start(), a.start()))
                .forEach(span -> replace(rest, span));
        String even = SPACE.matcher(rest).replaceAll(" ");
        even = BRACKETS.matcher(even).replaceAll(String.valueOf(GAP));
        String title = gap.matcher(even).replaceAll(" ");
        title = SPACE.matcher(title).replaceAll(" ");
        for (int round = 0; round < MOST_ROUNDS; round++) {
            title = ENDS.matcher(title).replaceAll("");
            Matcher opening = start.matcher(title);
            title = opening.find() ? title.substring(opening.end()) : title;
        }
        return capitalised(LONELY_MARK.matcher(title.strip()).replaceFirst(""));
    }

    private static void replace(StringBuilder text, Span span) {
        text.replace(span.start(), span.end(), String.valueOf(GAP));
    }

    /** With a capital letter first; "iPhone" and "eBay" stay as they are. */
    public static String capitalised(String title) {
        if (title.isEmpty()) {
            return title;
        }
        int first = title.codePointAt(0);
        int end = title.indexOf(' ');
        String word = end < 0 ? title : title.substring(0, end);
        boolean ownWay = word.codePoints().skip(1).anyMatch(Character::isUpperCase);
        return ownWay
                ? title
                : Character.toString(Character.toTitleCase(first)) + title.substring(Character.charCount(first));
    }
}
