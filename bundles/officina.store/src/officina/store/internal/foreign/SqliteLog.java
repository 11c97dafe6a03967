// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;

/**
 * The log of an SQLite file, as https://www.sqlite.org/fileformat2.html describes it: pages as they are from some commit
 * on. What was not committed, or is left over from before, is passed over, as its own program does.
 */
final class SqliteLog {

    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int LARGEST_PAGE = 1 << 16;
    /** Pages that were taken and given back at once are not written. */
    private static final int SOME = 1_000;

    private final FileChannel log;
    private int sum;
    private int sumOfSums;
    private ByteOrder order = ByteOrder.BIG_ENDIAN;

    SqliteLog(FileChannel log) {
        this.log = log;
    }

    /** Writes over the pages of a copy what was committed since. */
    void applyTo(FileChannel copy) throws IOException {
        ByteBuffer header = read(0, HEADER);
        // the last bit says in which order the sums are made
        if (header.remaining() < HEADER || (header.getInt(0) & ~1) != MAGIC) {
            return;
        }
        order = (header.getInt(0) & 1) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int size = header.getInt(8);
        add(header, 0, 24);
        if (!isSum(header, 24) || size < 512 || size > LARGEST_PAGE || Integer.bitCount(size) != 1) {
            return;
        }
        Map<Integer, Long> open = new HashMap<>();
        Map<Integer, Long> committed = new HashMap<>();
        int pages = 0;
        long at = HEADER;
        for (ByteBuffer frame = read(at, FRAME + size);
                frame.remaining() == FRAME + size && follows(frame, header);
                frame = read(at, FRAME + size)) {
            open.put(frame.getInt(0), at + FRAME);
            if (frame.getInt(4) != 0) {
                pages = frame.getInt(4);
                committed.putAll(open);
                open.clear();
            }
            at += FRAME + size;
        }
        write(copy, committed, size, Integer.toUnsignedLong(pages));
    }

    /** Whether a frame is of this log and whole. */
    private boolean follows(ByteBuffer frame, ByteBuffer header) {
        if (frame.getLong(8) != header.getLong(16)) {
            return false;
        }
        add(frame, 0, 8);
        add(frame, FRAME, frame.limit());
        return isSum(frame, 16);
    }

    private void add(ByteBuffer bytes, int from, int to) {
        ByteBuffer words = bytes.duplicate().order(order);
        for (int i = from; i < to; i += 8) {
            sum += words.getInt(i) + sumOfSums;
            sumOfSums += words.getInt(i + 4) + sum;
        }
    }

    private boolean isSum(ByteBuffer bytes, int at) {
        return bytes.getInt(at) == sum && bytes.getInt(at + 4) == sumOfSums;
    }

    private void write(FileChannel copy, Map<Integer, Long> committed, int size, long pages) throws IOException {
        if (pages > 2 * (copy.size() / size + committed.size()) + SOME) {
            throw new IOException("a log of more pages than could have been written");
        }
        for (Map.Entry<Integer, Long> each : committed.entrySet()) {
            long number = Integer.toUnsignedLong(each.getKey());
            if (number >= 1 && number <= pages) {
                ByteBuffer page = read(each.getValue(), size);
                long place = (number - 1) * size;
                while (page.hasRemaining()) {
                    place += copy.write(page, place);
                }
            }
        }
        if (pages > 0 && copy.size() > pages * size) {
            copy.truncate(pages * size);
        }
    }

    /** As much as there is. */
    private ByteBuffer read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && log.read(bytes, from + bytes.position()) >= 0) {
            // reads on
        }
        return bytes.flip();
    }
}
