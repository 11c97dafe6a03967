// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index.internal.cipher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.lucene.index.CorruptIndexException;

/** Any bytes as a file of the index: damage is told, nothing else is read. Run by {@code releng/scripts/fuzz}. */
public final class SealedFuzz {

    private static final FileKeys KEYS = new FileKeys(new SecretKeySpec(new byte[32], "AES"));
    private static final byte[] SALT = new byte[Blocks.SALT];
    private static final Path FILE = file();

    private SealedFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (read(data) != null && !starts(data, Blocks.MAGIC)) {
            throw new AssertionError("what is no such file was read");
        }
        byte[] sealed = sealed(data);
        if (!Arrays.equals(data, read(sealed))) {
            throw new AssertionError("what was sealed is not read again");
        }
        // one bit of it, anywhere
        int at = Math.floorMod(Arrays.hashCode(data), sealed.length);
        sealed[at] ^= 1;
        if (read(sealed) != null) {
            throw new AssertionError("a changed file was read");
        }
    }

    private static boolean starts(byte[] data, byte[] with) {
        return data.length >= with.length && Arrays.equals(data, 0, with.length, with, 0, with.length);
    }

    /** The content; {@code null} for damage. */
    private static byte[] read(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
            try (SealedFile file = SealedFile.open(FILE, KEYS, new PageCache(1 << 20))) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (long block = 0; block == 0 || content.size() < file.length(); block++) {
                    content.write(file.page(block));
                }
                return content.toByteArray();
            }
        } catch (CorruptIndexException _) {
            return null;
        } catch (java.io.EOFException _) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sealed(byte[] content) {
        SecretKey key = KEYS.of(SALT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Blocks.MAGIC);
        out.writeBytes(SALT);
        int blocks = Math.max(Math.ceilDiv(content.length, Blocks.SIZE), 1);
        for (int block = 0; block < blocks; block++) {
            int from = block * Blocks.SIZE;
            byte[] part = Arrays.copyOfRange(content, from, Math.min(from + Blocks.SIZE, content.length));
            out.writeBytes(Blocks.seal(key, block, block == blocks - 1, part, part.length));
        }
        return out.toByteArray();
    }

    private static Path file() {
        try {
            return Files.createTempFile("sealed", ".fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        return List.of(new byte[0], sealed(new byte[0]), sealed(new byte[Blocks.SIZE + 1]));
    }
}
