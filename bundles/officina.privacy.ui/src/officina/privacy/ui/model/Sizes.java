// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui.model;

/** Sizes as people read them. */
public final class Sizes {

    private static final long KILO = 1_000;

    private Sizes() {}

    /** For example: 3.4 MB. */
    public static String text(long bytes) {
        if (bytes < KILO) {
            return Words.SIZE_BYTES.text(bytes);
        }
        if (bytes < KILO * KILO) {
            return Words.SIZE_KILO.text((double) bytes / KILO);
        }
        if (bytes < KILO * KILO * KILO) {
            return Words.SIZE_MEGA.text((double) bytes / (KILO * KILO));
        }
        return Words.SIZE_GIGA.text((double) bytes / (KILO * KILO * KILO));
    }
}
