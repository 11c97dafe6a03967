// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The content of a key file: which key it is and its wrappings. Form: eight letters, format version (2 bytes), key
 * identifier (16), number of wrappings (2), then for each its kind (2), length (4) and body, at the end the SHA-256 of
 * all before it, which tells a damaged file from a wrong passphrase. Numbers are big-endian.
 *
 * @param id names the data key; its entry in the keyring bears it
 */
record KeyFile(UUID id, List<Wrapping> wrappings) {

    static final int VERSION = 1;

    /** More is no key file. */
    static final int MOST_BYTES = 1 << 20;

    private static final byte[] MAGIC = "OFFKEYS\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECK = 32;

    KeyFile {
        wrappings = List.copyOf(wrappings);
    }

    /** Throws a failure: damaged, or of a newer version. */
    static KeyFile parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES
                || bytes.length < MAGIC.length + Short.BYTES + CHECK
                || !Arrays.equals(MAGIC, 0, MAGIC.length, bytes, 0, MAGIC.length)
                || !MessageDigest.isEqual(
                        Crypto.sha256(bytes, bytes.length - CHECK),
                        Arrays.copyOfRange(bytes, bytes.length - CHECK, bytes.length))) {
            throw VaultFailures.damaged();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, MAGIC.length, bytes.length - CHECK - MAGIC.length);
        if (in.getShort() > VERSION) {
            throw VaultFailures.newer();
        }
        try {
            return content(in);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw VaultFailures.damaged();
        }
    }

    private static KeyFile content(ByteBuffer in) {
        UUID id = new UUID(in.getLong(), in.getLong());
        int count = Short.toUnsignedInt(in.getShort());
        List<Wrapping> wrappings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = Short.toUnsignedInt(in.getShort());
            byte[] body = new byte[Math.clamp(in.getInt(), 0, in.remaining())];
            in.get(body);
            wrappings.add(Wrapping.of(kind, body));
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("more than its parts");
        }
        return new KeyFile(id, wrappings);
    }

    byte[] bytes() {
        int length = MAGIC.length + Short.BYTES + 2 * Long.BYTES + Short.BYTES + CHECK;
        for (Wrapping wrapping : wrappings) {
            length += Short.BYTES + Integer.BYTES + wrapping.body().remaining();
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        out.put(MAGIC).putShort((short) VERSION);
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        out.putShort((short) wrappings.size());
        for (Wrapping wrapping : wrappings) {
            out.putShort((short) wrapping.kind());
            out.putInt(wrapping.body().remaining());
            out.put(wrapping.body());
        }
        return out.put(Crypto.sha256(out.array(), out.position())).array();
    }

    /** What a wrapping of that kind is bound to, so that it opens in no other place. */
    static byte[] context(UUID id, int kind) {
        return ByteBuffer.allocate(MAGIC.length + 2 * Short.BYTES + 2 * Long.BYTES)
                .put(MAGIC)
                .putShort((short) VERSION)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putShort((short) kind)
                .array();
    }
}
