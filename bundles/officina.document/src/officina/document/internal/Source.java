// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file as it was found: what is read of it counts only while it stays that file. Links are never followed.
 *
 * @param key the file's identity where the file system has one
 */
public record Source(
        Path file,
        String name,
        long size,
        Instant modified,
        @Nullable Object key) {

    private static final int BUFFER = 1 << 16;

    /** @throws UnreadableException for what is no file */
    public static Source of(Path file, String name) throws IOException {
        return of(file, name, Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    public static Source of(Path file, String name, BasicFileAttributes facts) throws UnreadableException {
        if (facts.isSymbolicLink()) {
            throw new UnreadableException(Troubles.link(name));
        }
        if (!facts.isRegularFile()) {
            throw new UnreadableException(Troubles.unsupported(name));
        }
        return new Source(file, name, facts.size(), facts.lastModifiedTime().toInstant(), facts.fileKey());
    }

    public InputStream open() throws IOException {
        return Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /** All of it; it has at most that many bytes. */
    public byte[] content(long most) throws IOException {
        requireAtMost(most);
        try (InputStream in = open()) {
            byte[] content = in.readNBytes((int) most + 1);
            if (content.length != size) {
                throw new UnreadableException(Troubles.changed(name));
            }
            return content;
        }
    }

    public void requireAtMost(long most) throws UnreadableException {
        if (size > most) {
            throw new UnreadableException(Troubles.tooLarge(name, most));
        }
    }

    /** SHA-256 of the content as it is now. */
    public String hash(Effort effort) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[(int) Math.clamp(size, 1, BUFFER)];
        try (InputStream in = open()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                effort.check();
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @throws UnreadableException when it is not the file any more that was found */
    public void requireUnchanged() throws IOException {
        if (!of(file, name).equals(this)) {
            throw new UnreadableException(Troubles.changed(name));
        }
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
