// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import officina.base.LockFile;
import org.jspecify.annotations.Nullable;

/**
 * A data folder that this process owns: locked against others, private to the user, of a format this build knows.
 */
public final class DataFolder implements AutoCloseable {

    /** The format that this build writes. */
    static final int FORMAT = 1;

    /** So much is enough to go on, in bytes; on a small disk a tenth of it. */
    private static final long ENOUGH = 32L * 1024 * 1024;

    private static final int SHARE = 10;

    /** Less is no room, in bytes. */
    private static final long ROOM = 64 * 1024;

    /** Of the file with the format, in bytes: longer is no number. */
    private static final int LONGEST_FORMAT = 64;

    static final String FORMAT_FILE = "format";
    static final String LOCK_FILE = "lock";

    private final Path path;
    private final LockFile lock;

    private DataFolder(Path path, LockFile lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder, making it where there is none. {@code engine.in-use}, {@code engine.newer-data},
     * {@code engine.read-only}, {@code engine.not-a-folder}, {@code engine.format-damaged}, {@code engine.no-room}.
     *
     * @param first done with the folder while it is locked, before anything in it is looked at
     */
    public static DataFolder open(Path path, Consumer<Path> first) {
        return take(path, each -> {
            first.accept(each);
            checkFormat(each);
        });
    }

    /** Takes a folder whatever its format is, to do away with it. The same failures, but for those of the format. */
    static DataFolder openToErase(Path path) {
        return take(path, _ -> {});
    }

    /** Something that is done with a folder while it is locked. */
    private interface Work {
        void on(Path path) throws IOException;
    }

    private static DataFolder take(Path path, Work first) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw failure(
                    "engine.not-a-folder",
                    path + " is a file, not a folder.",
                    "Choose another folder with --data.",
                    null);
        }
        try {
            DurableFiles.createFolder(path);
            return locked(path, first);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** Whether there is so much room that work which a full disk has stopped may go on. */
    public boolean hasRoom() {
        try {
            FileStore disk = Files.getFileStore(path);
            return disk.getUsableSpace() >= Math.min(ENOUGH, disk.getTotalSpace() / SHARE);
        } catch (IOException e) {
            return false;
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    private static DataFolder locked(Path path, Work first) throws IOException {
        LockFile lock = LockFile.take(path.resolve(LOCK_FILE));
        if (lock == null) {
            throw failure(
                    "engine.in-use",
                    "Another Officina is using the data folder " + path + ".",
                    "Close it (a workbench window, or a command that still runs) and try again, or choose another"
                            + " folder with --data.",
                    null);
        }
        try {
            first.on(path);
            return new DataFolder(path, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void checkFormat(Path path) throws IOException {
        Path file = path.resolve(FORMAT_FILE);
        if (Files.notExists(file)) {
            DurableFiles.create(file, (FORMAT + "\n").getBytes(StandardCharsets.US_ASCII));
            return;
        }
        int found;
        try (InputStream in = Files.newInputStream(file)) {
            found = number(in.readNBytes(LONGEST_FORMAT), file);
        }
        if (found > FORMAT) {
            throw failure(
                    "engine.newer-data",
                    "The data in " + path + " was written by a newer Officina (format " + found + "; this one knows "
                            + FORMAT + ").",
                    "Start the newer version; nothing was changed.",
                    null);
        }
    }

    /** A format that cannot be read may be anybody's: refusing is safe, guessing is not. */
    private static int number(byte[] content, Path file) {
        String text = new String(content, StandardCharsets.ISO_8859_1).strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw failure(
                    "engine.format-damaged",
                    "The file " + file + " does not say which format the data has.",
                    "Put it back from a backup of the data folder; nothing was changed.",
                    null);
        }
        return Integer.parseInt(text);
    }

    private static FailureException unusable(Path path, IOException cause) {
        Path nearest = path.toAbsolutePath();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        if (cause instanceof AccessDeniedException || !Files.isWritable(nearest)) {
            return readOnly(path, cause);
        }
        if (DurableFiles.lacksRoom(nearest, ROOM)) {
            return failure(
                    "engine.no-room",
                    "There is no room for anything new on the disk of the data folder " + path + ".",
                    "Make room, or choose another folder with --data. What is in the folder is safe.",
                    cause);
        }
        if (!Files.isDirectory(path)) {
            return readOnly(path, cause);
        }
        return failure(
                "engine.folder-unusable",
                "The data folder " + path + " cannot be used: "
                        + cause.getClass().getSimpleName() + ".",
                "Check the disk, or choose another folder with --data.",
                cause);
    }

    private static FailureException readOnly(Path path, IOException cause) {
        return failure(
                "engine.read-only",
                "The data folder " + path + " cannot be written.",
                "Check its permissions and the disk, or choose another folder with --data.",
                cause);
    }

    private static FailureException failure(String code, String message, String remedy, @Nullable Exception cause) {
        return new FailureException(Failure.of(code, ErrorKind.RESOURCE, message, remedy), cause);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock of the data folder could not be released", e);
        }
    }
}
