// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.batch;

import officina.api.tool.ToolContext;
import org.osgi.annotation.versioning.ProviderType;

/** The handles of one run of a batch agent. Valid until the call returns. */
@ProviderType
public interface BatchContext extends ToolContext {

    /**
     * Tells how far the work is, in one line; shown while the run lasts, and cut where it is too long for that. Any
     * thread; blocks until it is written down.
     */
    void progress(String text);
}
