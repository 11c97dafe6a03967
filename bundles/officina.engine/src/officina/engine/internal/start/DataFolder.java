// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/**
 * A data folder that this process owns: locked against others, private to the user, of a format this build knows.
 */
public final class DataFolder implements AutoCloseable {

    /** The format that this build writes. */
    static final int FORMAT = 1;

    private static final String FORMAT_FILE = "format";
    private static final String LOCK_FILE = "lock";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder, making it where there is none. {@code engine.in-use}, {@code engine.newer-data},
     * {@code engine.read-only}, {@code engine.not-a-folder}.
     */
    public static DataFolder open(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw failure(
                    "engine.not-a-folder",
                    path + " is a file, not a folder.",
                    "Choose another folder with --data.",
                    null);
        }
        try {
            boolean fresh = Files.notExists(path);
            Files.createDirectories(path);
            if (fresh) {
                makePrivate(path);
            }
            return locked(path);
        } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
            throw readOnly(path, e);
        } catch (FileSystemException e) {
            throw Files.isDirectory(path) && Files.isWritable(path) ? unusable(path, e) : readOnly(path, e);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    private static DataFolder locked(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw failure(
                        "engine.in-use",
                        "Another Officina is using the data folder " + path + ".",
                        "Close it (a workbench window, or a command that still runs) and try again, or choose another"
                                + " folder with --data.",
                        null);
            }
            checkFormat(path);
            return new DataFolder(path, channel, lock);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void checkFormat(Path path) throws IOException {
        Path file = path.resolve(FORMAT_FILE);
        if (Files.notExists(file)) {
            Files.writeString(file, FORMAT + "\n");
            return;
        }
        int found = number(Files.readString(file));
        if (found > FORMAT) {
            throw failure(
                    "engine.newer-data",
                    "The data in " + path + " was written by a newer Officina (format " + found + "; this one knows "
                            + FORMAT + ").",
                    "Start the newer version; nothing was changed.",
                    null);
        }
    }

    /** A format file that cannot be read counts as written by somebody newer: refusing is safe, guessing is not. */
    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    private static void makePrivate(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FailureException readOnly(Path path, Exception cause) {
        return failure(
                "engine.read-only",
                "The data folder " + path + " cannot be written.",
                "Check its permissions and the disk, or choose another folder with --data.",
                cause);
    }

    private static FailureException unusable(Path path, Exception cause) {
        return failure(
                "engine.folder-unusable",
                "The data folder " + path + " cannot be used: "
                        + cause.getClass().getSimpleName() + ".",
                "Check the disk, or choose another folder with --data.",
                cause);
    }

    private static FailureException failure(
            String code, String message, String remedy, @org.jspecify.annotations.Nullable Exception cause) {
        return new FailureException(Failure.of(code, ErrorKind.RESOURCE, message, remedy), cause);
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock of the data folder could not be released", e);
        }
    }
}
