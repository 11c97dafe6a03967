// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files.internal;

import java.nio.file.Path;
import officina.api.document.FileStamp;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be read.
 *
 * @param from where it was before; {@code null} unless it was moved
 */
record Finding(
        Path file, FileStamp stamp, Kind kind, @Nullable Path from) {

    /** Why. */
    enum Kind {
        MOVED,
        NEW,
        CHANGED,
        /** Its content is known; only its time is another, or it is not compared by meaning yet. */
        AGAIN
    }

    /** The same file, which was there before. */
    Finding movedFrom(Path before) {
        return new Finding(file, stamp, Kind.MOVED, before);
    }
}
