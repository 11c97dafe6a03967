// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The database file at a moment when it was whole and on the disk. Behind its head nothing is ever overwritten, so that
 * these few bytes lead back to that moment, whatever was written since.
 *
 * @param generation grows each time when another file takes the place of the database
 * @param length of the file, in bytes; 0 before there is one
 * @param compacted its length when it held nothing but what lives; {@link #FORGETS} where it is to be compacted before
 *     it is used again
 * @param head its first {@link #HEAD} bytes, which H2 overwrites; empty before there is a file
 */
record Checkpoint(int generation, long length, long compacted, byte[] head) {

    /** What is overwritten: H2's salt and the two copies of its header. */
    static final int HEAD = 12 << 10;

    static final long FORGETS = -1;

    static final Checkpoint NONE = new Checkpoint(0, 0, 0, new byte[0]);

    private static final byte[] MAGIC = "OFFCHCK\n".getBytes(StandardCharsets.US_ASCII);
    private static final short VERSION = 1;
    private static final int FIELDS = 8 + Short.BYTES + Integer.BYTES + 2 * Long.BYTES;
    private static final int CODE = 32;

    /**
     * In the form of the file.
     *
     * @param mac has taken all of the database behind its head; is used up
     */
    byte[] encoded(Mac mac) {
        byte[] fields = fields();
        return ByteBuffer.allocate(fields.length + CODE)
                .put(fields)
                .put(mac.doFinal(fields))
                .array();
    }

    private byte[] fields() {
        return ByteBuffer.allocate(FIELDS + head.length)
                .put(MAGIC)
                .putShort(VERSION)
                .putInt(generation)
                .putLong(length)
                .putLong(compacted)
                .put(head)
                .array();
    }

    /** Reads the form of the file; {@code null} where it is not that. Says nothing of the code. */
    static @Nullable Checkpoint decoded(byte[] bytes) {
        int head = bytes.length - FIELDS - CODE;
        if (head != 0 && head != HEAD) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        if (!Arrays.equals(magic, MAGIC) || in.getShort() != VERSION) {
            return null;
        }
        Checkpoint read = new Checkpoint(in.getInt(), in.getLong(), in.getLong(), new byte[head]);
        in.get(read.head);
        return (read.length == 0) == (head == 0) && read.length >= head ? read : null;
    }

    /**
     * Whether these bytes are this checkpoint, written by who has the key, of a database with that content.
     *
     * @param mac has taken all of the database behind its head; is used up
     */
    boolean isAuthentic(byte[] bytes, Mac mac) {
        return MessageDigest.isEqual(bytes, encoded(mac));
    }

    boolean hasHead(byte[] other) {
        return Arrays.equals(head, other);
    }
}
