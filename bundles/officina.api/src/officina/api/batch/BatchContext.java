// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.batch;

import officina.api.tool.ToolContext;

/** The handles of one run of a batch agent. Valid until the call returns. */
public interface BatchContext extends ToolContext {

    /** Tells how far the work is, in one line; shown while the run lasts. */
    void progress(String text);
}
