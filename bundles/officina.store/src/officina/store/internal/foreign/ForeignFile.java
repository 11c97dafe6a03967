// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import officina.base.DurableFiles;

/**
 * The file of a database of another program. It is opened once, and everything goes through that: where any other opening
 * of it by this process is closed, the system drops the locks of all of them.
 */
final class ForeignFile implements AutoCloseable {

    private static final int HEAD = 16;
    private static final int PART = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final boolean alone;

    private ForeignFile(Path path, FileChannel channel, boolean alone) {
        this.path = path;
        this.channel = channel;
        this.alone = alone;
    }

    static ForeignFile open(Path path) {
        try {
            return new ForeignFile(path, FileChannel.open(path), false);
        } catch (IOException e) {
            throw ForeignFailures.unreadable(path, e);
        }
    }

    /** A copy of one, which is deleted when it is closed. */
    static ForeignFile copied(Path original, FileChannel copy) {
        return new ForeignFile(original, copy, false);
    }

    /** To delete it; a link to it is refused, whose end would stay. */
    static ForeignFile openAlone(Path path) {
        try {
            return new ForeignFile(
                    path,
                    FileChannel.open(
                            path, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                    true);
        } catch (IOException e) {
            throw ForeignFailures.undeletable(path, e);
        }
    }

    boolean isAlone() {
        return alone;
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** Its first bytes as letters; fewer where there are no more. */
    String head() {
        try {
            ByteBuffer bytes = ByteBuffer.allocate(HEAD);
            while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
                // reads on
            }
            return StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString();
        } catch (IOException e) {
            throw ForeignFailures.unreadable(path, e);
        }
    }

    /** Locks bytes of it until it is closed: against those who write, and where it is open alone against all. */
    void lock(long from, long length) throws IOException {
        try {
            if (channel.tryLock(from, length, !alone) == null) {
                throw ForeignFailures.inUse(path);
            }
        } catch (OverlappingFileLockException _) {
            throw ForeignFailures.inUse(path);
        }
    }

    /** Whether there is something in the file beside it with that ending. */
    boolean hasBeside(String ending) throws IOException {
        Path beside = path.resolveSibling(path.getFileName() + ending);
        return Files.exists(beside) && Files.size(beside) > 0;
    }

    String digest() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            ByteBuffer part = ByteBuffer.allocate(PART);
            long at = 0;
            for (int read = channel.read(part, at); read >= 0; read = channel.read(part.clear(), at)) {
                hash.update(part.flip());
                at += read;
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (IOException e) {
            throw ForeignFailures.unreadable(path, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void erase() {
        if (!alone) {
            throw new IllegalStateException("open for others as well");
        }
        try {
            DurableFiles.wipe(path, channel);
        } catch (IOException e) {
            throw ForeignFailures.undeletable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw ForeignFailures.unreadable(path, e);
        }
    }
}
