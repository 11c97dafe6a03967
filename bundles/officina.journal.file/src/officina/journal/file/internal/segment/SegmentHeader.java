// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first bytes of a segment file, in plain text: eight letters, format version (2 bytes), two zeros, segment number
 * (4), position of its first event (8), salt (32), key check (16), CRC-32C of all before it (4). Numbers are
 * big-endian. Letters, version and CRC keep their places in every version.
 */
public final class SegmentHeader {

    /** Bytes of a header. */
    public static final int LENGTH = 76;

    static final int CHECK = 16;

    /** Of a segment as it was first written. */
    private static final int FIRST = 1;

    /** Of one that was written anew without some sessions. */
    private static final int REWRITTEN = 2;

    private static final int SALT = 32;
    private static final int FIELDS = LENGTH - CHECK - Integer.BYTES;
    private static final byte[] MAGIC = "OFFJRNL\n".getBytes(StandardCharsets.US_ASCII);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int version;
    private final int number;
    private final long firstPosition;
    private final byte[] salt;

    private SegmentHeader(int version, int number, long firstPosition, byte[] salt) {
        this.version = version;
        this.number = number;
        this.firstPosition = firstPosition;
        this.salt = salt;
    }

    /** The header of a new segment, with a salt that no other has. */
    static SegmentHeader fresh(int number, long firstPosition) {
        return salted(FIRST, number, firstPosition);
    }

    /** The same for what takes the place of a segment. */
    static SegmentHeader rewritten(int number, long firstPosition) {
        return salted(REWRITTEN, number, firstPosition);
    }

    private static SegmentHeader salted(int version, int number, long firstPosition) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return new SegmentHeader(version, number, firstPosition, salt);
    }

    int number() {
        return number;
    }

    long firstPosition() {
        return firstPosition;
    }

    byte[] salt() {
        return salt;
    }

    byte[] fields() {
        return ByteBuffer.allocate(FIELDS)
                .put(MAGIC)
                .putShort((short) version)
                .putShort((short) 0)
                .putInt(number)
                .putLong(firstPosition)
                .put(salt)
                .array();
    }

    byte[] bytes(JournalKeys keys) {
        ByteBuffer out = ByteBuffer.allocate(LENGTH).put(fields()).put(keys.check(this));
        return out.putInt(crc(out.array())).array();
    }

    /** Reads and checks; throws the failure that fits: damaged, newer or wrong key. */
    static SegmentHeader parse(byte[] bytes, Path file, JournalKeys keys) {
        if (bytes.length < LENGTH || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)) {
            throw JournalFailures.damaged(file, 0);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, MAGIC.length, LENGTH - MAGIC.length);
        if (in.getInt(FIELDS + CHECK) != crc(bytes)) {
            throw JournalFailures.damaged(file, 0);
        }
        int version = Short.toUnsignedInt(in.getShort());
        if (version > REWRITTEN) {
            throw JournalFailures.newer();
        }
        in.getShort();
        int number = in.getInt();
        long firstPosition = in.getLong();
        byte[] salt = new byte[SALT];
        in.get(salt);
        SegmentHeader header = new SegmentHeader(version, number, firstPosition, salt);
        if (!MessageDigest.isEqual(keys.check(header), Arrays.copyOfRange(bytes, FIELDS, FIELDS + CHECK))) {
            throw JournalFailures.wrongKey();
        }
        return header;
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, LENGTH - Integer.BYTES);
        return (int) crc.getValue();
    }
}
