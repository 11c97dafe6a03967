// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

/**
 * How much of the database H2 may keep decrypted in memory. A page that is not there is decrypted by H2's own AES, which
 * takes longer than all the rest of reading a row. It is taken as needed: a small database never fills it.
 */
final class PageCache {

    /** What part of the heap it may become; the rest is for what the program does. */
    private static final int PART = 8;

    private static final long LEAST = 32L << 20;

    /** Holds a hundred thousand records of half a page of text each. */
    private static final long MOST = 512L << 20;

    private PageCache() {}

    /** In the unit of H2's setting. H2 counts two bytes for each character, of which most take one. */
    static int kibibytes(long heap) {
        return (int) (Math.clamp(heap / PART, LEAST, MOST) >> 10);
    }
}
