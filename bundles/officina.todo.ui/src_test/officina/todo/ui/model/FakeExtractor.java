// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.todo.ui.model;

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
import officina.api.record.Priority;

/** Knows "tomorrow", "this week", "at 9", "high priority", "with Anna" and quoted titles. */
final class FakeExtractor implements EntityExtractor {

    @Override
    public Entities extract(String text, LanguageContext context) {
        LocalDate today = context.today();
        List<Entity> found = new ArrayList<>();
        find(text, "tomorrow", span -> found.add(new Entity.Day(span, today.plusDays(1))));
        find(text, "this week", span -> found.add(new Entity.Period(span, today, today.plusDays(6))));
        find(text, "at 9", span -> found.add(new Entity.Time(span, LocalTime.of(9, 0))));
        find(text, "high priority", span -> found.add(new Entity.Level(span, Priority.HIGH)));
        find(text, "with Anna", span -> found.add(new Entity.Person(span, "Anna")));
        find(text, "\"Call home\"", span -> found.add(new Entity.Title(span, "Call home")));
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
