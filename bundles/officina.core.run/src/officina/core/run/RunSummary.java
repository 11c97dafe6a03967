// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.time.Instant;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import org.jspecify.annotations.Nullable;

/** What a list shows of a run. */
public record RunSummary(
        RunId id,
        SessionId session,
        RunKind kind,
        String title,
        RunPhase phase,
        @Nullable PluginId agent,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String summary) {}
