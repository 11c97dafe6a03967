// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Texts and bytes that H2 keeps in pieces beside the rows. Several rows may share one; what comes of them, and what is
 * read for it, has an end that the budget sets.
 */
final class H2LargeValues implements H2Values.LargeValues {

    private static final String DATA = "lobData";
    private static final String PLACES = "lobMap";
    private static final int MOST_DEPTH = 8;

    private final H2Maps maps;
    private final H2Budget budget;

    H2LargeValues(H2Maps maps, H2Budget budget) {
        this.maps = maps;
        this.budget = budget;
    }

    @Override
    public byte[] read(long id, long length) throws IOException {
        if (length < 0 || length > H2File.MOST_BYTES) {
            throw new IOException("values that are too long");
        }
        // before it is in memory, and again with its row
        budget.write(length);
        ByteBuffer place = there(maps.find(PLACES, id, H2LargeValues::skipPlace, budget));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        collect(ByteBuffer.wrap(H2Values.bytes(place, H2Values.length(place))), all, length, 0);
        if (all.size() != length) {
            throw new IOException("a value that is too short");
        }
        return all.toByteArray();
    }

    /** Pieces of it, the numbers of pieces, or the numbers of lists of them. */
    private void collect(ByteBuffer list, ByteArrayOutputStream all, long most, int depth) throws IOException {
        while (list.hasRemaining()) {
            switch (list.get()) {
                case 0 -> all.writeBytes(H2Values.bytes(list, H2Values.length(list)));
                case 1 -> {
                    int length = H2Values.length(list);
                    byte[] piece = piece(H2Values.varlong(list));
                    if (piece.length != length) {
                        throw new IOException("a piece that is too short");
                    }
                    all.writeBytes(piece);
                }
                case 2 -> {
                    H2Values.varlong(list);
                    if (depth > MOST_DEPTH) {
                        throw new IOException("pieces of pieces without an end");
                    }
                    collect(ByteBuffer.wrap(piece(H2Values.varlong(list))), all, most, depth + 1);
                }
                default -> throw new IOException("no piece of a value");
            }
            if (all.size() > most) {
                throw new IOException("a value that is too long");
            }
        }
    }

    private byte[] piece(long number) throws IOException {
        ByteBuffer in = there(maps.find(DATA, number, H2LargeValues::skipBytes, budget));
        return H2Values.bytes(in, H2Values.length(in));
    }

    private ByteBuffer there(@Nullable ByteBuffer found) throws IOException {
        if (found == null) {
            throw new IOException("a value that is nowhere");
        }
        return found;
    }

    private static void skipBytes(ByteBuffer in) throws IOException {
        int length = H2Values.atMost(H2Values.length(in), in);
        in.position(in.position() + length);
    }

    /** Its pieces, table, length and hash. */
    private static void skipPlace(ByteBuffer in) throws IOException {
        skipBytes(in);
        H2Values.varint(in);
        H2Values.varlong(in);
        in.getLong();
    }
}
