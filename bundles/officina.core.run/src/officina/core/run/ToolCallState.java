// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import java.util.List;
import officina.api.content.ContentPart;
import officina.api.error.Failure;
import officina.api.id.CallId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One call of a tool: asked, then started, then finished. */
public record ToolCallState(
        CallId call,
        ToolId tool,
        JsonObject input,
        Phase phase,
        List<ContentPart> parts,
        @Nullable JsonObject data,
        @Nullable Failure failure) {

    /** Where a call stands. */
    public enum Phase {
        ASKED,
        STARTED,
        SUCCEEDED,
        FAILED
    }

    public ToolCallState {
        parts = List.copyOf(parts);
    }
}
