// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of {@code vault.secrets}. Form: eight letters, format version (2 bytes), then a nonce (12) and, sealed with
 * AES-256-GCM, the number of secrets (2) and for each the lengths (4) and bytes of its name and of itself, in UTF-8.
 * Numbers are big-endian; the tag covers letters and version.
 */
final class SecretsFile {

    static final int VERSION = 1;

    /** More is no such file. */
    static final int MOST_BYTES = 64 << 20;

    private static final byte[] MAGIC = "OFFSECR\n".getBytes(StandardCharsets.US_ASCII);

    private SecretsFile() {}

    /** The content of the file; it was read back. */
    static byte[] write(byte[] key, Map<String, char[]> secrets) {
        byte[] file = sealed(key, secrets);
        TreeMap<String, char[]> back = read(key, file);
        try {
            if (!same(secrets, back)) {
                // half a character, which no encoding keeps
                throw VaultFailures.secretUnfit();
            }
            return file;
        } finally {
            back.values().forEach(each -> Arrays.fill(each, '\0'));
        }
    }

    private static boolean same(Map<String, char[]> some, Map<String, char[]> others) {
        return some.keySet().equals(others.keySet())
                && some.keySet().stream().allMatch(name -> Arrays.equals(some.get(name), others.get(name)));
    }

    private static byte[] sealed(byte[] key, Map<String, char[]> secrets) {
        byte[] content = content(secrets);
        try {
            byte[] sealed = Crypto.seal(key, content, context());
            return ByteBuffer.allocate(MAGIC.length + Short.BYTES + sealed.length)
                    .put(context())
                    .put(sealed)
                    .array();
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** The secrets, which the caller overwrites; throws a failure: damaged, or of a newer version. */
    static TreeMap<String, char[]> read(byte[] key, byte[] file) {
        if (file.length < MAGIC.length + Short.BYTES || !Arrays.equals(MAGIC, 0, MAGIC.length, file, 0, MAGIC.length)) {
            throw VaultFailures.secretsDamaged();
        }
        ByteBuffer in = ByteBuffer.wrap(file, MAGIC.length, file.length - MAGIC.length);
        int version = in.getShort();
        if (version != VERSION) {
            throw version > VERSION ? VaultFailures.newer() : VaultFailures.secretsDamaged();
        }
        byte[] content = Crypto.open(key, in, context());
        if (content == null) {
            throw VaultFailures.secretsDamaged();
        }
        try {
            return secrets(ByteBuffer.wrap(content));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw VaultFailures.secretsDamaged();
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static byte[] context() {
        return ByteBuffer.allocate(MAGIC.length + Short.BYTES)
                .put(MAGIC)
                .putShort((short) VERSION)
                .array();
    }

    private static byte[] content(Map<String, char[]> secrets) {
        int length = Short.BYTES;
        for (Map.Entry<String, char[]> each : secrets.entrySet()) {
            // no character takes more than three bytes
            length += 2 * Integer.BYTES + 3 * (each.getKey().length() + each.getValue().length);
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        out.putShort((short) secrets.size());
        secrets.forEach((name, secret) -> {
            put(out, name.toCharArray());
            put(out, secret);
        });
        byte[] content = Arrays.copyOf(out.array(), out.position());
        Arrays.fill(out.array(), (byte) 0);
        return content;
    }

    private static void put(ByteBuffer out, char[] text) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(text));
        out.putInt(bytes.remaining()).put(bytes);
        Arrays.fill(bytes.array(), (byte) 0);
    }

    private static TreeMap<String, char[]> secrets(ByteBuffer in) {
        TreeMap<String, char[]> secrets = new TreeMap<>();
        int count = Short.toUnsignedInt(in.getShort());
        for (int i = 0; i < count; i++) {
            secrets.put(new String(text(in)), text(in));
        }
        return secrets;
    }

    private static char[] text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("longer than its file");
        }
        CharBuffer characters = StandardCharsets.UTF_8.decode(in.slice(in.position(), length));
        in.position(in.position() + length);
        char[] text = new char[characters.remaining()];
        characters.get(text);
        Arrays.fill(characters.array(), '\0');
        return text;
    }
}
