// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.time.LocalDate;
import java.util.List;
import officina.api.language.Entity;
import officina.api.language.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch of text may mean.
 *
 * @param specific decides between stretches of the same length; lower wins
 * @param entities in order of place; none where the stretch means nothing after all ("Black Friday")
 * @param half the half of the day that it speaks of ("am", "pm"); {@code null} for none
 * @param loose the time whose half of the day is open; {@code null} for none
 */
public record Candidate(
        Span span,
        int specific,
        List<Entity> entities,
        @Nullable String half,
        Times.@Nullable Clock loose) {

    public Candidate {
        entities = List.copyOf(entities);
    }

    static Candidate of(int specific, Entity entity) {
        return new Candidate(entity.span(), specific, List.of(entity), null, null);
    }

    static Candidate day(int specific, Span span, LocalDate date, @Nullable String half) {
        return new Candidate(span, specific, List.of(new Entity.Day(span, date)), half, null);
    }
}
