// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The pages of an SQLite file and the trees that they form (https://www.sqlite.org/fileformat2.html). Whatever the file
 * holds, nothing is read outside of it, no tree is followed for ever, and no more memory is taken than the file is long.
 */
final class SqlitePages {

    /** A row of a table. */
    interface Rows {
        void row(long id, ByteBuffer record) throws IOException;
    }

    private static final int INTERIOR_TABLE = 5;
    private static final int LEAF_TABLE = 13;
    private static final int MOST_DEPTH = 40;
    private static final int HEADER = 100;

    private final FileChannel file;
    private final int size;
    private final int usable;
    private final long count;

    SqlitePages(FileChannel file) throws IOException {
        this.file = file;
        ByteBuffer header = read(0, HEADER);
        int written = Short.toUnsignedInt(header.getShort(16));
        size = written == 1 ? 65_536 : written;
        usable = size - Byte.toUnsignedInt(header.get(20));
        if (size < 512 || Integer.bitCount(size) != 1 || usable < 480) {
            throw new IOException("no page size");
        }
        count = pages(header);
    }

    /** As many as the file says, where the program that wrote it last says so at all. */
    private long pages(ByteBuffer header) throws IOException {
        long written = Integer.toUnsignedLong(header.getInt(28));
        long there = file.size() / size;
        boolean valid = written > 0 && header.getInt(24) == header.getInt(92);
        if (valid && written > there) {
            throw new EOFException("the file ends too early");
        }
        return Math.min(valid ? written : there, Integer.MAX_VALUE - 1);
    }

    long count() {
        return count;
    }

    int size() {
        return size;
    }

    /** How much of a page is the database's. */
    int usable() {
        return usable;
    }

    /** Where the header of a page of a tree begins. */
    static int start(long number) {
        return number == 1 ? HEADER : 0;
    }

    int encoding() throws IOException {
        return read(0, HEADER).getInt(56);
    }

    /** Every row of the tree, in the order of the keys. */
    void each(long root, Rows rows) throws IOException {
        walk(root, rows, 0, new Left(count, file.size()));
    }

    /** What may still come of one tree: no page is in it twice, and no byte in two records. */
    private static final class Left {
        private long pages;
        private long bytes;

        Left(long pages, long bytes) {
            this.pages = pages;
            this.bytes = bytes;
        }
    }

    private void walk(long number, Rows rows, int depth, Left left) throws IOException {
        if (depth > MOST_DEPTH || left.pages-- <= 0) {
            throw new IOException("pages that refer to each other");
        }
        ByteBuffer page = page(number);
        int start = start(number);
        int kind = page.get(start);
        int cells = Short.toUnsignedInt(page.getShort(start + 3));
        if (kind == LEAF_TABLE) {
            for (int i = 0; i < cells; i++) {
                leaf(page, Short.toUnsignedInt(page.getShort(start + 8 + 2 * i)), rows, left);
            }
        } else if (kind == INTERIOR_TABLE) {
            for (int i = 0; i < cells; i++) {
                int cell = Short.toUnsignedInt(page.getShort(start + 12 + 2 * i));
                walk(Integer.toUnsignedLong(page.getInt(cell)), rows, depth + 1, left);
            }
            walk(Integer.toUnsignedLong(page.getInt(start + 8)), rows, depth + 1, left);
        } else {
            throw new IOException("not a page of a table");
        }
    }

    private void leaf(ByteBuffer page, int cell, Rows rows, Left left) throws IOException {
        if (cell > page.limit()) {
            throw new IOException("a cell outside of its page");
        }
        ByteBuffer in = page.duplicate().position(cell);
        long length = varint(in);
        long id = varint(in);
        if (length < 0 || length > left.bytes) {
            throw new IOException("records longer than the file");
        }
        left.bytes -= length;
        int local = local(length, true);
        byte[] record = new byte[(int) length];
        in.get(record, 0, local);
        if (local < length) {
            overflow(Integer.toUnsignedLong(in.getInt()), record, local);
        }
        rows.row(id, ByteBuffer.wrap(record));
    }

    /**
     * How much of a record lies in its page.
     *
     * @param row whether it is a row, not an entry of an index
     */
    int local(long length, boolean row) {
        int most = row ? usable - 35 : (usable - 12) * 64 / 255 - 23;
        if (length <= most) {
            return (int) length;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        long fitting = least + (length - least) % (usable - 4);
        return (int) (fitting <= most ? fitting : least);
    }

    private void overflow(long first, byte[] record, int from) throws IOException {
        long number = first;
        int at = from;
        while (at < record.length) {
            ByteBuffer page = page(number);
            number = Integer.toUnsignedLong(page.getInt());
            int part = Math.min(usable - 4, record.length - at);
            page.get(record, at, part);
            at += part;
        }
    }

    ByteBuffer page(long number) throws IOException {
        if (number < 1 || number > count) {
            throw new IOException("a page outside of the file");
        }
        return read((number - 1) * size, size);
    }

    private ByteBuffer read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the file ends in a page");
            }
        }
        return bytes.flip();
    }

    /** One to nine bytes, seven bits each, the ninth with eight. */
    static long varint(ByteBuffer in) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = in.get();
            value = value << 7 | next & 0x7f;
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | Byte.toUnsignedInt(in.get());
    }
}
