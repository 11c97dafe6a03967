// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import java.time.LocalDate;
import java.time.ZoneId;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which entries the view shows.
 *
 * @param source who did it; {@code null} for anybody
 * @param text words that must all occur; empty for any
 * @param run in which run it happened; {@code null} for any
 * @param status how it went; {@code null} for whichever way
 * @param action what was done, as the log calls it; {@code null} for anything
 * @param resource a part of the name of what was touched; empty for any
 */
public record ActivityFilter(
        @Nullable PluginId source,
        Kind kind,
        Period period,
        String text,
        @Nullable RunId run,
        ActivityEntry.@Nullable Status status,
        @Nullable String action,
        String resource) {

    /** Everything. */
    public static final ActivityFilter NONE = new ActivityFilter(null, Kind.ALL, Period.ANY, "", null, null, null, "");

    public ActivityFilter withSource(@Nullable PluginId other) {
        return new ActivityFilter(other, kind, period, text, run, status, action, resource);
    }

    public ActivityFilter withKind(Kind other) {
        return new ActivityFilter(source, other, period, text, run, status, action, resource);
    }

    public ActivityFilter withPeriod(Period other) {
        return new ActivityFilter(source, kind, other, text, run, status, action, resource);
    }

    public ActivityFilter withText(String other) {
        return new ActivityFilter(source, kind, period, other, run, status, action, resource);
    }

    public ActivityFilter withRun(@Nullable RunId other) {
        return new ActivityFilter(source, kind, period, text, other, status, action, resource);
    }

    public ActivityFilter withStatus(ActivityEntry.@Nullable Status other) {
        return new ActivityFilter(source, kind, period, text, run, other, action, resource);
    }

    public ActivityFilter withAction(@Nullable String other) {
        return new ActivityFilter(source, kind, period, text, run, status, other, resource);
    }

    public ActivityFilter withResource(String other) {
        return new ActivityFilter(source, kind, period, text, run, status, action, other);
    }

    /** Whether it hides anything by what stands behind {@code More Filters}. */
    public boolean restrictsMore() {
        return status != null || action != null || !resource.isEmpty();
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
                run,
                source,
                kind.type(),
                status,
                action,
                resource.isBlank() ? null : resource.strip(),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
                text.isBlank() ? null : text.strip(),
                before,
                limit);
    }
}
