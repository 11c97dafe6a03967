// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.language.Span;

/** Knows "tomorrow", "this week", "at 9". */
final class FakeExtractor implements EntityExtractor {

    @Override
    public Entities extract(String text, LanguageContext context) {
        LocalDate today = context.today();
        List<Entity> found = new ArrayList<>();
        find(text, "tomorrow", span -> found.add(new Entity.Day(span, today.plusDays(1))));
        find(text, "this week", span -> found.add(new Entity.Period(span, today, today.plusDays(6))));
        find(text, "at 9", span -> found.add(new Entity.Time(span, LocalTime.of(9, 0))));
        found.sort(Comparator.comparingInt(entity -> entity.span().start()));
        return new Entities(text, found);
    }

    private static void find(String text, String words, java.util.function.Consumer<Span> use) {
        int at = text.indexOf(words);
        if (at >= 0) {
            use.accept(new Span(at, at + words.length()));
        }
    }
}
