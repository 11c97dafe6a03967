// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days, both included.
 *
 * @param first {@code null} for no beginning
 * @param last {@code null} for no end
 */
public record Period(@Nullable LocalDate first, @Nullable LocalDate last) {

    /** Any day. */
    public static final Period ANY = new Period(null, null);

    /** The periods that one choice sets. */
    public enum Choice {
        ANY,
        TODAY,
        YESTERDAY,
        WEEK,
        MONTH,
        BETWEEN;

        /** The days it means today; {@code BETWEEN} starts with the last seven. */
        public Period on(LocalDate today) {
            return switch (this) {
                case ANY -> Period.ANY;
                case TODAY -> new Period(today, today);
                case YESTERDAY -> new Period(today.minusDays(1), today.minusDays(1));
                case WEEK, BETWEEN -> new Period(today.minusDays(6), today);
                case MONTH -> new Period(today.minusDays(29), today);
            };
        }
    }

    public Period {
        if (first != null && last != null && last.isBefore(first)) {
            LocalDate earlier = last;
            last = first;
            first = earlier;
        }
    }
}
