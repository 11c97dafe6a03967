// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;

/** Sends log lines into a folder; an OSGi service. */
public interface LogFiles {

    /** Writes to rotated files in that folder until the result is closed. Trouble with the disk is swallowed after a warning. */
    Subscription writeTo(Path folder);
}
