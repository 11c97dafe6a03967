// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import officina.api.language.Entity;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, as some words say.
 *
 * @param date {@code null} where only a time, or nothing, was said
 * @param said the entities it was taken from
 * @param elsewhere the words of a time that was said for another zone; day and time are the person's own
 */
public record Due(
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        List<Entity> said,
        @Nullable String elsewhere) {

    public Due {
        said = List.copyOf(said);
    }
}
