// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A chunk of an H2 file: pages that were written together.
 *
 * @param blocks how many it takes, its first one is {@code block}
 * @param pages how many pages were written
 * @param contents where in the chunk the list of its pages begins
 * @param removed pages that the newest state no longer has
 * @param root of the map that tells where everything is, as it was when the chunk was written
 */
record H2Chunk(int id, long block, int blocks, int pages, int contents, BitSet removed, long root, long version) {

    /** {@code block} counts where the text names none. */
    static H2Chunk parse(String text, long block) throws IOException {
        Map<String, String> fields = fields(text);
        BitSet removed = BitSet.valueOf(HexFormat.of().parseHex(fields.getOrDefault("occupancy", "")));
        int pages = (int) number(fields, "pages");
        H2Chunk chunk = new H2Chunk(
                (int) number(fields, "chunk"),
                fields.containsKey("block") ? number(fields, "block") : block,
                (int) number(fields, "len"),
                pages,
                (int) number(fields, "toc"),
                removed,
                number(fields, "root"),
                number(fields, "version"));
        long live = fields.containsKey("livePages") ? number(fields, "livePages") : pages;
        if (pages - removed.cardinality() != live || removed.length() > pages) {
            throw new IOException("pages that were not counted");
        }
        return chunk;
    }

    boolean isSameAs(H2Chunk other) {
        return id == other.id
                && blocks == other.blocks
                && pages == other.pages
                && contents == other.contents
                && root == other.root
                && version == other.version;
    }

    /** {@code name:value,name:value}: the form of everything that such a file says of itself. */
    static Map<String, String> fields(String text) throws IOException {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.strip().split(",", -1)) {
            int colon = field.indexOf(':');
            if (colon < 0 || fields.put(field.substring(0, colon), field.substring(colon + 1)) != null) {
                throw new IOException("no list of fields");
            }
        }
        return fields;
    }

    /** The fields in front of a checksum that is right. */
    static Map<String, String> checked(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).trim();
        int end = text.lastIndexOf(",fletcher:");
        if (end < 0
                || !isChecksum(
                        number(fields(text), "fletcher"),
                        text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1))) {
            throw new IOException("a checksum that differs");
        }
        return fields(text.substring(0, end));
    }

    static long number(Map<String, String> fields, String name) throws IOException {
        String value = fields.get(name);
        if (value == null) {
            throw new IOException("a field that is missing");
        }
        return Long.parseUnsignedLong(value, 16);
    }

    /** Fletcher's, of 32 bits; a last byte that is alone counts as the higher one. */
    private static boolean isChecksum(long written, byte[] bytes) {
        int modulus = 0xffff;
        long first = 0;
        long second = 0;
        for (int i = 0; i < bytes.length; i += 2) {
            int low = i + 1 < bytes.length ? Byte.toUnsignedInt(bytes[i + 1]) : 0;
            first = (first + (Byte.toUnsignedInt(bytes[i]) << 8 | low)) % modulus;
            second = (second + first) % modulus;
        }
        return (written >>> 16) % modulus == second && (written & modulus) % modulus == first;
    }
}
