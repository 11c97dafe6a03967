// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.tool;

import officina.api.json.JsonObject;

/**
 * Something an agent can call; an OSGi service of a bundle with the capability {@code officina.plugin} of kind
 * {@code tool}. One instance serves all runs: keep no state between calls.
 */
public interface Tool {

    /** Constant; any thread; must not block or throw. */
    ToolDescriptor descriptor();

    /**
     * Does it once. Called on a virtual thread of the run; may block; interrupted when the run is cancelled. The input
     * has been checked against the schema. Expected trouble is a failed {@link ToolResult}; a
     * {@link officina.api.error.FailureException} from a handle may pass through.
     */
    ToolResult call(JsonObject input, ToolContext context) throws InterruptedException;
}
