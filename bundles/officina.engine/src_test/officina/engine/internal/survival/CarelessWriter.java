// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process that uses files in every way that Officina does, looks at what it has done, and synchronises only the first
 * half of it. Argument: an empty folder.
 */
final class CarelessWriter {

    static final int SIZE = 10_000;

    private CarelessWriter() {}

    /** So many bytes, all the same. */
    static byte[] bytes(int size, int value) {
        byte[] all = new byte[size];
        Arrays.fill(all, (byte) value);
        return all;
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        see(Files.getFileStore(folder).type().equals("fuse"), "the file system");
        for (String name : List.of("kept.new", "half", "short", "old", "gone", "linked", "mapped")) {
            forced(folder.resolve(name), 1);
        }
        Files.move(folder.resolve("kept.new"), folder.resolve("kept"), StandardCopyOption.ATOMIC_MOVE);
        Files.write(folder.resolve("empty"), bytes(SIZE, 1));
        Path inside = Files.createDirectory(folder.resolve("inside"));
        forced(inside.resolve("kept"), 1);
        force(inside);
        forced(inside.resolve("unnamed"), 1);
        map(folder.resolve("mapped"), 0, true);
        force(folder);

        // all that follows nobody has promised
        Files.write(folder.resolve("half"), bytes(SIZE, 2), StandardOpenOption.APPEND);
        try (FileChannel channel = FileChannel.open(folder.resolve("short"), StandardOpenOption.WRITE)) {
            channel.truncate(10);
        }
        Files.move(folder.resolve("old"), folder.resolve("new"));
        Files.delete(folder.resolve("gone"));
        Files.createLink(folder.resolve("link"), folder.resolve("linked"));
        map(folder.resolve("mapped"), SIZE - 1, false);
        forced(folder.resolve("unnamed"), 1);
        Path below = Files.createDirectory(folder.resolve("below"));
        forced(below.resolve("unnamed"), 1);
        force(below);
        check(folder);
    }

    private static void forced(Path file, int value) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes(SIZE, value)));
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void map(Path file, int at, boolean forces) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer content = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
            content.put(at, (byte) 7);
            if (forces) {
                content.force();
            }
        }
    }

    /** As long as there is power, all of it is to be seen. */
    private static void check(Path folder) throws IOException {
        byte[] half = Arrays.copyOf(bytes(SIZE, 1), 2 * SIZE);
        Arrays.fill(half, SIZE, 2 * SIZE, (byte) 2);
        byte[] mapped = bytes(SIZE, 1);
        mapped[0] = 7;
        mapped[SIZE - 1] = 7;
        see(Arrays.equals(half, Files.readAllBytes(folder.resolve("half"))), "what was appended");
        see(Arrays.equals(mapped, Files.readAllBytes(folder.resolve("mapped"))), "what was written through memory");
        see(Files.size(folder.resolve("short")) == 10, "the new length");
        see(Arrays.equals(bytes(SIZE, 1), Files.readAllBytes(folder.resolve("link"))), "the link");
        see(Files.getAttribute(folder.resolve("linked"), "unix:nlink").equals(2), "the number of links");
        Files.write(folder.resolve("link"), bytes(SIZE, 3));
        see(Arrays.equals(bytes(SIZE, 3), Files.readAllBytes(folder.resolve("linked"))), "one file of two names");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(each -> each.getFileName().toString()).sorted().toList();
            see(
                    names.equals(List.of(
                            "below", "empty", "half", "inside", "kept", "link", "linked", "mapped", "new", "short",
                            "unnamed")),
                    "the names, which are " + names);
        }
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("kept"), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            see(lock != null && lock.isValid(), "the lock");
            Files.delete(folder.resolve("kept"));
            channel.write(ByteBuffer.wrap(bytes(SIZE, 4)), SIZE);
            ByteBuffer all = ByteBuffer.allocate(2 * SIZE);
            see(channel.size() == 2 * SIZE && channel.read(all, 0) == 2 * SIZE, "a deleted file that is open");
        }
        Files.move(folder.resolve("inside"), folder.resolve("moved"));
        see(Files.size(folder.resolve("moved").resolve("kept")) == SIZE, "what is in a folder that was moved");
        try {
            Files.createDirectory(folder.resolve("below"));
            see(false, "that there is such a folder");
        } catch (FileAlreadyExistsException e) {
            see(Files.isDirectory(folder.resolve("below")), "the folder");
        }
    }

    private static void see(boolean seen, String what) {
        if (!seen) {
            throw new IllegalStateException("not seen: " + what);
        }
    }
}
