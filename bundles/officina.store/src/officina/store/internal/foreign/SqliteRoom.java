// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** What the bytes of a page of an SQLite tree are used for: each for one cell, or free. */
final class SqliteRoom {

    private static final int SMALLEST_CELL = 4;

    private final ByteBuffer page;
    private final int start;
    private final int pointers;
    private final int cells;
    private final int usable;
    private final int content;
    private final BitSet taken = new BitSet();

    /** @param start where the page's own header begins */
    SqliteRoom(ByteBuffer page, int start, boolean leaf, int usable) throws IOException {
        this.page = page;
        this.start = start;
        this.usable = usable;
        pointers = start + (leaf ? 8 : 12);
        cells = Short.toUnsignedInt(page.getShort(start + 3));
        int written = Short.toUnsignedInt(page.getShort(start + 5));
        content = written == 0 ? 65_536 : written;
        if (content > usable || pointers + 2 * cells > content) {
            throw new IOException("cells outside of their page");
        }
    }

    int cells() {
        return cells;
    }

    /** The bytes from the cell's first one on. */
    ByteBuffer cell(int number) throws IOException {
        int at = Short.toUnsignedInt(page.getShort(pointers + 2 * number));
        if (at < content || at > usable - SMALLEST_CELL) {
            throw new IOException("a cell outside of its page");
        }
        return page.duplicate().limit(usable).position(at);
    }

    void taken(int from, int to) throws IOException {
        int end = Math.max(to, from + SMALLEST_CELL);
        int next = taken.nextSetBit(from);
        if (end > usable || next >= 0 && next < end) {
            throw new IOException("bytes of two cells");
        }
        taken.set(from, end);
    }

    /** Free blocks are in a list; up to three bytes that are left over are only counted. */
    void verify() throws IOException {
        int free = Short.toUnsignedInt(page.getShort(start + 1));
        while (free != 0) {
            if (free < content || free > usable - SMALLEST_CELL) {
                throw new IOException("a free block outside of its page");
            }
            int next = Short.toUnsignedInt(page.getShort(free));
            taken(free, free + Short.toUnsignedInt(page.getShort(free + 2)));
            if (next != 0 && next <= free) {
                throw new IOException("free blocks out of order");
            }
            free = next;
        }
        if (usable - content - taken.cardinality() != Byte.toUnsignedInt(page.get(start + 7))) {
            throw new IOException("bytes that belong to nothing");
        }
    }
}
