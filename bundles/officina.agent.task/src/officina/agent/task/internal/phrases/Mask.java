// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import officina.api.language.Entities;
import officina.api.language.Entity;
import org.jspecify.annotations.Nullable;

/** A text in which entities are replaced by single characters, so that patterns can ask for them. */
public final class Mask {

    private final StringBuilder masked = new StringBuilder();
    private final Map<Character, String> covered = new HashMap<>();

    /** @param timeUnits units whose quantities are spans of time */
    public Mask(Entities entities, Set<String> timeUnits) {
        String text = entities.text();
        Map<Mark, Integer> used = new EnumMap<>(Mark.class);
        int at = 0;
        for (Entity entity : entities.all()) {
            Mark mark = mark(entity, timeUnits);
            int number = mark == null ? Mark.MOST : used.merge(mark, 1, Integer::sum) - 1;
            if (mark != null
                    && number < Mark.MOST
                    && entity.span().end() > entity.span().start()) {
                append(text, at, entity.span().start());
                char symbol = (char) (mark.first() + number);
                covered.put(symbol, entity.span().in(text));
                masked.append(symbol);
                at = entity.span().end();
            }
        }
        append(text, at, text.length());
    }

    /** The text with entities replaced. */
    public String masked() {
        return masked.toString();
    }

    /** A piece of the masked text in the person's words. */
    public String plain(String piece) {
        StringBuilder plain = new StringBuilder();
        for (int at = 0; at < piece.length(); at++) {
            String words = covered.get(piece.charAt(at));
            plain.append(words == null ? piece.substring(at, at + 1) : words);
        }
        return plain.toString().strip();
    }

    /** Private-use characters of the person's own would be taken for marks. */
    private void append(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char symbol = text.charAt(at);
            masked.append(Mark.isMark(symbol) ? ' ' : symbol);
        }
    }

    private static @Nullable Mark mark(Entity entity, Set<String> timeUnits) {
        return switch (entity) {
            case Entity.Day _, Entity.Period _, Entity.Time _ -> Mark.DATE;
            case Entity.Level _ -> Mark.LEVEL;
            case Entity.Title _ -> Mark.QUOTE;
            case Entity.Quantity quantity -> timeUnits.contains(quantity.unit()) ? Mark.SPAN : null;
            case Entity.Person _ -> null;
        };
    }
}
