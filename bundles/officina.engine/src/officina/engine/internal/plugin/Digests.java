// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files. */
final class Digests {

    private Digests() {}

    /** What a file holds. */
    record Found(long size, String sha256) {}

    static Found of(Path file) throws IOException {
        return copy(file, OutputStream.nullOutputStream(), Long.MAX_VALUE);
    }

    static Found of(byte[] content) {
        return new Found(content.length, HexFormat.of().formatHex(sha256().digest(content)));
    }

    /** Copies as much of a file as that is, and a little more of a longer one. */
    static Found copy(Path file, OutputStream out, long most) throws IOException {
        MessageDigest digest = sha256();
        long all = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] some = new byte[1 << 16];
            for (int count = in.read(some); count >= 0 && all <= most; count = in.read(some)) {
                out.write(some, 0, count);
                digest.update(some, 0, count);
                all += count;
            }
        }
        return new Found(all, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
