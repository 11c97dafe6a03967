// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index;

import org.jspecify.annotations.Nullable;

/**
 * How the index is.
 *
 * @param documents how many there are
 * @param passages how many can be found
 * @param emptied why it was emptied since it was opened; {@code null} if it was not
 */
public record IndexHealth(
        int documents, int passages, @Nullable Emptied emptied) {

    /** Why an index begins anew. Nothing is lost: its sources fill it again. */
    public enum Emptied {
        /** Files were missing or not what was written, or written with another key. */
        DAMAGED,
        /** Another version of Officina wrote it, or another model compares meanings now. */
        OUTDATED
    }
}
