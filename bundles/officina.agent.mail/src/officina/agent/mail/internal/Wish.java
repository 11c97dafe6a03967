// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import officina.api.record.Priority;
import org.jspecify.annotations.Nullable;

/** Something that a message asks for. */
record Wish(
        String title,
        Priority priority,
        @Nullable LocalDate due,
        @Nullable LocalTime dueTime) {}
