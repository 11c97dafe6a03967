// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.time.LocalDate;
import java.time.ZoneId;
import officina.api.id.PluginId;
import officina.core.run.ActivityQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which entries the view shows.
 *
 * @param source who did it; {@code null} for anybody
 * @param text words that must all occur; empty for any
 */
public record ActivityFilter(@Nullable PluginId source, Kind kind, Period period, String text) {

    /** Everything. */
    public static final ActivityFilter NONE = new ActivityFilter(null, Kind.ALL, Period.ANY, "");

    public ActivityFilter withSource(@Nullable PluginId other) {
        return new ActivityFilter(other, kind, period, text);
    }

    public ActivityFilter withKind(Kind other) {
        return new ActivityFilter(source, other, period, text);
    }

    public ActivityFilter withPeriod(Period other) {
        return new ActivityFilter(source, kind, other, text);
    }

    public ActivityFilter withText(String other) {
        return new ActivityFilter(source, kind, period, other);
    }

    /** Whether it hides anything. */
    public boolean restricts() {
        return !equals(NONE);
    }

    /** The query for so many entries below a position, days being those of that zone. */
    public ActivityQuery query(ZoneId zone, long before, int limit) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        return new ActivityQuery(
                null,
                source,
                kind.type(),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
                text.isBlank() ? null : text.strip(),
                before,
                limit);
    }
}
