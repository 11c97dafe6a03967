// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Looks at every page of an SQLite file, as {@code PRAGMA integrity_check} does: each belongs to one tree or is free,
 * each byte of it is accounted for, keys are in order, and indexes are as long as their tables.
 */
final class SqliteCheck {

    /** What the file says of a table, an index, a view or a trigger; no root for what has no pages. */
    record Entry(String kind, String name, String table, long root, String statement) {}

    private static final Pattern PARTIAL = Pattern.compile("(?is).*\\bwhere\\b.*");
    private static final long LOCKED_BYTE = 1 << 30;

    private final SqlitePages pages;
    private final BitSet seen = new BitSet();

    SqliteCheck(SqlitePages pages) {
        this.pages = pages;
    }

    void verify(List<Entry> entries) throws IOException {
        Map<String, Long> rows = new HashMap<>();
        new Tree(1).entries();
        for (Entry entry : entries) {
            if (entry.root() != 0 && entry.kind().equals("table")) {
                rows.put(entry.name(), new Tree(entry.root()).entries());
            }
        }
        for (Entry entry : entries) {
            if (entry.root() != 0 && entry.kind().equals("index")) {
                long found = new Tree(entry.root()).entries();
                Long expected = rows.get(entry.table());
                boolean whole = !PARTIAL.matcher(entry.statement()).matches();
                if (expected == null || found > expected || whole && found != expected) {
                    throw new IOException("an index that is not as long as its table");
                }
            }
        }
        free();
        own();
        if (seen.nextClearBit(1) <= pages.count()) {
            throw new IOException("a page that belongs to nothing");
        }
    }

    private void see(long number) throws IOException {
        if (number < 1 || number > pages.count() || seen.get((int) number)) {
            throw new IOException("a page outside of the file, or in two places");
        }
        seen.set((int) number);
    }

    /** Pages that are kept for later. */
    private void free() throws IOException {
        ByteBuffer header = pages.page(1);
        long next = Integer.toUnsignedLong(header.getInt(32));
        long left = Integer.toUnsignedLong(header.getInt(36));
        while (next != 0) {
            see(next);
            ByteBuffer trunk = pages.page(next);
            next = Integer.toUnsignedLong(trunk.getInt());
            long leaves = Integer.toUnsignedLong(trunk.getInt());
            left -= 1 + leaves;
            for (long i = 0; i < leaves; i++) {
                see(Integer.toUnsignedLong(trunk.getInt()));
            }
        }
        if (left != 0) {
            throw new IOException("free pages that were not counted");
        }
    }

    /** The page that is never used, and those that say of others what they belong to. */
    private void own() throws IOException {
        long locked = LOCKED_BYTE / pages.size() + 1;
        if (locked <= pages.count()) {
            see(locked);
        }
        if (pages.page(1).getInt(52) != 0) {
            int each = pages.usable() / 5 + 1;
            for (long number = 2; number <= pages.count(); number += each) {
                see(number == locked ? number + 1 : number);
            }
        }
    }

    /** A tree of rows, or of the entries of an index. */
    private final class Tree {
        private static final int MOST_DEPTH = 40;

        private final long root;
        private final boolean rows;
        private long last = Long.MIN_VALUE;
        private boolean first = true;
        private int leaves = -1;

        Tree(long root) throws IOException {
            this.root = root;
            rows = (pages.page(root).get(SqlitePages.start(root)) & 1) != 0;
        }

        long entries() throws IOException {
            return walk(root, 0);
        }

        private long walk(long number, int depth) throws IOException {
            see(number);
            ByteBuffer page = pages.page(number);
            int start = SqlitePages.start(number);
            int kind = page.get(start);
            boolean leaf = (kind & 8) != 0;
            if (depth > MOST_DEPTH || kind != (rows ? 5 : 2) + (leaf ? 8 : 0)) {
                throw new IOException("not a page of this tree");
            }
            if (leaf && leaves >= 0 && leaves != depth) {
                throw new IOException("leaves of different heights");
            }
            leaves = leaf ? depth : leaves;
            SqliteRoom room = new SqliteRoom(page, start, leaf, pages.usable());
            long entries = 0;
            for (int i = 0; i < room.cells(); i++) {
                ByteBuffer cell = room.cell(i);
                int from = cell.position();
                if (!leaf) {
                    entries += walk(Integer.toUnsignedLong(cell.getInt()), depth + 1);
                }
                if (rows && !leaf) {
                    key(SqlitePages.varint(cell), false);
                } else {
                    content(cell);
                    entries++;
                }
                room.taken(from, cell.position());
            }
            room.verify();
            return leaf ? entries : entries + walk(Integer.toUnsignedLong(page.getInt(start + 8)), depth + 1);
        }

        private void content(ByteBuffer cell) throws IOException {
            long length = SqlitePages.varint(cell);
            if (rows) {
                key(SqlitePages.varint(cell), true);
            }
            if (length < 0 || length > pages.count() * pages.size()) {
                throw new IOException("a record longer than the file");
            }
            int local = pages.local(length, rows);
            if (local > cell.remaining()) {
                throw new IOException("a record longer than its page");
            }
            cell.position(cell.position() + local);
            if (local < length) {
                long next = Integer.toUnsignedLong(cell.getInt());
                for (long left = length - local; left > 0; left -= pages.usable() - 4) {
                    see(next);
                    next = Integer.toUnsignedLong(pages.page(next).getInt());
                }
                if (next != 0) {
                    throw new IOException("a record that goes on after its end");
                }
            }
        }

        /** Rows are greater than what came before; a key above them may be the last of them again. */
        private void key(long key, boolean row) throws IOException {
            if (!first && (key < last || row && key == last)) {
                throw new IOException("rows out of order");
            }
            first = false;
            last = key;
        }
    }
}
