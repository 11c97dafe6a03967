// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes files so that after a loss of power the old or the new content is there, never a mixture. Where the file
 * system knows owners, only the owner may read what is made here. One writer per file at a time; blocks on the disk.
 */
public final class DurableFiles {

    private static final String UNFINISHED = ".new";
    private static final int ZEROS = 1 << 16;
    private static final Set<OpenOption> FRESH =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private DurableFiles() {}

    /** Makes the folder and its parents where they are missing. */
    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path absolute = folder.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent != null) {
            createFolder(parent);
        }
        try {
            Files.createDirectory(absolute, permissions(absolute, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(absolute)) {
                throw e;
            }
        }
        if (parent != null) {
            syncFolder(parent);
        }
    }

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {

        /** Writes it from the beginning; what is thrown leaves no file behind. */
        void writeTo(FileChannel channel) throws IOException;
    }

    /** Writes a new file; throws {@link FileAlreadyExistsException} and changes nothing when there is one. */
    public static void create(Path file, byte[] content) throws IOException {
        create(file, channel -> writeAll(channel, content));
    }

    /** The same for content that is made while it is written. */
    public static void create(Path file, Content content) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path unfinished = write(file, content);
        try {
            // unlike a rename, a link never takes the place of a file that appeared meanwhile
            Files.createLink(file, unfinished);
            Files.delete(unfinished);
        } catch (FileAlreadyExistsException e) {
            Files.delete(unfinished);
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // a file system without links
            Files.move(unfinished, file);
        }
        syncFolder(folderOf(file));
    }

    /** Writes the file in place of the old one, if there is one. */
    public static void replace(Path file, byte[] content) throws IOException {
        rename(write(file, channel -> writeAll(channel, content)), file);
    }

    /** Gives a file, which is on the disk, the name of another in the same folder, which is gone then. */
    public static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(folderOf(to));
    }

    /**
     * Overwrites a file and what an interrupted writing left beside it, and deletes both; does nothing where there is
     * none. Disks and file systems that write elsewhere than they read keep the old content until they need the room.
     */
    public static void overwriteAndDelete(Path file) throws IOException {
        for (Path each : new Path[] {file.resolveSibling(file.getFileName() + UNFINISHED), file}) {
            wipe(each);
        }
    }

    /** Overwrites a file and deletes it, with the limits of {@link #overwriteAndDelete}; nothing where there is none. */
    public static void wipe(Path file) throws IOException {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                overwrite(channel);
            }
        }
        delete(file);
    }

    /** The same through a channel of it that is open for writing, and stays open: what it has locked stays locked. */
    public static void wipe(Path file, FileChannel channel) throws IOException {
        overwrite(channel);
        delete(file);
    }

    private static void overwrite(FileChannel channel) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
        long end = channel.size();
        long at = 0;
        while (at < end) {
            at += channel.write(zeros.clear().limit((int) Math.min(end - at, ZEROS)), at);
        }
        channel.force(true);
    }

    private static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            syncFolder(folderOf(file));
        }
    }

    /** Makes names that were added to or taken from the folder durable. */
    public static void syncFolder(Path folder) throws IOException {
        // where there are no POSIX views, a folder cannot be opened and its names are journalled by the file system
        if (posix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Makes a file that only the owner may read and opens it for reading and writing. */
    public static FileChannel openNew(Path file) throws IOException {
        return FileChannel.open(file, FRESH, permissions(folderOf(file), "rw-------"));
    }

    /** Whether the disk of that place has less room than so many bytes; {@code false} where that cannot be found out. */
    public static boolean lacksRoom(Path near, long bytes) {
        try {
            FileStore disk = Files.getFileStore(near);
            // what is no disk has no room at all
            return disk.getTotalSpace() > 0 && disk.getUsableSpace() < bytes;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path write(Path file, Content content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        boolean written = false;
        try (FileChannel channel = openNew(unfinished)) {
            content.writeTo(channel);
            channel.force(true);
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(unfinished);
            }
        }
        return unfinished;
    }

    private static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not a file in a folder: " + file);
        }
        return folder;
    }

    private static FileAttribute<?>[] permissions(Path near, String permissions) {
        return posix(near)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
