// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does with a {@link PowerDisk} what the kernel asks of a {@link PowerMount}; the forms are those of
 * {@code linux/fuse.h}. Symbolic links, special files and extended attributes are refused. For one thread.
 */
final class PowerMountRequests {

    private static final int MAJOR = 7;
    private static final int MINOR = 31;

    /** The most that the kernel writes or reads at once. */
    private static final int MOST = 128 * 1024;

    /** So much one request, or one answer, may take. */
    static final int ROOM = MOST + 8_192;

    private static final int HEAD = 40;
    private static final int ANSWER_HEAD = 16;

    /** Nobody else changes anything, so that the kernel may remember for longer than any test takes. */
    private static final long VALID_SECONDS = 100_000;

    private static final int WRITEBACK_CACHE = 1 << 16;
    private static final int BIG_WRITES = 1 << 5;
    private static final int KEEP_CACHE = 1 << 1;

    private static final int SET_MODE = 1;
    private static final int SET_SIZE = 1 << 3;
    private static final int SET_MODIFIED = 1 << 5;
    private static final int SET_MODIFIED_NOW = 1 << 8;
    private static final int NO_REPLACE = 1;

    private static final int NO_SUCH_FILE = 2;
    private static final int EXISTS = 17;
    private static final int INVALID = 22;
    private static final int NOT_IMPLEMENTED = 38;
    private static final int NOT_EMPTY = 39;

    private static final Set<OpenOption> BOTH = Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
    private static final Set<OpenOption> FRESH =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);

    private final PowerDisk disk;
    private final boolean keepsWrites;
    private final PowerMountNodes nodes;
    private final Map<Long, Opened> opened = new HashMap<>();
    private ByteBuffer request = ByteBuffer.allocate(0);
    private ByteBuffer answer = ByteBuffer.allocate(0);
    private final Path top;
    private long handles;
    private volatile boolean lies;

    /** What a program has open: a file with its channel, or a folder with the names that it had then. */
    private record Opened(
            PowerMountNodes.Node node, @Nullable FileChannel channel, List<String> names) {}

    /** A request that is not served. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;
        private final int number;

        Refused(int number) {
            super("refused");
            this.number = number;
        }
    }

    PowerMountRequests(PowerDisk disk, Path top, boolean keepsWrites) {
        this.disk = disk;
        this.top = top;
        this.keepsWrites = keepsWrites;
        nodes = new PowerMountNodes(top);
    }

    /** See {@link PowerMount#lie}. */
    void lie() {
        lies = true;
    }

    /** Serves the request and makes its answer, where there is one. Throws when the power is gone. */
    boolean serve(ByteBuffer asked, ByteBuffer answered) throws IOException {
        request = asked;
        answer = answered;
        request.getInt();
        PowerMountOperation operation = PowerMountOperation.of(request.getInt());
        long unique = request.getLong();
        long number = request.getLong();
        request.position(HEAD);
        answer.clear().position(ANSWER_HEAD);
        int error = 0;
        try {
            serve(operation, number);
        } catch (Refused e) {
            error = e.number;
        } catch (NoSuchFileException e) {
            error = NO_SUCH_FILE;
        } catch (FileAlreadyExistsException e) {
            error = EXISTS;
        } catch (DirectoryNotEmptyException e) {
            error = NOT_EMPTY;
        }
        if (error != 0) {
            answer.position(ANSWER_HEAD);
        }
        answer.flip();
        answer.putInt(0, answer.limit()).putInt(4, -error).putLong(8, unique);
        return operation.isAnswered();
    }

    private void serve(PowerMountOperation operation, long number) throws IOException {
        switch (operation) {
            case BEGIN -> begin();
            case LOOK_UP -> entry(lookUp(below(number)));
            case GET_ATTRIBUTES -> attributesAnswer(nodes.node(number));
            case SET_ATTRIBUTES -> change(nodes.node(number));
            case MAKE_FOLDER -> {
                request.position(HEAD + 8);
                Path folder = below(number);
                disk.makeFolder(folder);
                mode(folder, request.getInt(HEAD));
                entry(nodes.at(folder));
            }
            case DELETE, DELETE_FOLDER -> {
                Path file = below(number);
                disk.delete(file);
                nodes.deleted(file);
            }
            case RENAME -> rename(number, 8, 0);
            case RENAME_WITH -> rename(number, 16, request.getInt(HEAD + 8));
            case LINK -> {
                PowerMountNodes.Node node = nodes.node(request.getLong());
                Path link = below(number);
                disk.link(link, path(node));
                nodes.linked(node, link);
                entry(node);
            }
            case OPEN -> open(nodes.node(number), disk.open(path(nodes.node(number)), BOTH));
            case CREATE -> create(number);
            case READ -> read();
            case WRITE -> write();
            case FORCE -> {
                if (!lies) {
                    channel(request.getLong()).force(true);
                }
            }
            case FORCE_FOLDER -> {
                if (!lies) {
                    disk.forceFolder(path(nodes.node(number)));
                }
            }
            case CLOSE, CLOSE_FOLDER -> {
                FileChannel channel = opened(request.getLong()).channel();
                opened.remove(request.getLong(HEAD));
                if (channel != null) {
                    channel.close();
                }
            }
            case OPEN_FOLDER -> openFolder(nodes.node(number));
            case READ_FOLDER -> readFolder();
            case SPACE -> space();
            case FLUSH, FORGET, FORGET_MANY, INTERRUPT -> {
                // nothing is waited for and numbers are not used twice, so that there is nothing to do
            }
            case OTHER -> throw new Refused(NOT_IMPLEMENTED);
        }
    }

    private void begin() throws IOException {
        int wanted = BIG_WRITES | (keepsWrites ? WRITEBACK_CACHE : 0);
        if (request.getInt() != MAJOR || request.getInt() < MINOR) {
            throw new IOException("the kernel speaks another protocol");
        }
        int readAhead = request.getInt();
        if ((request.getInt() & wanted) != wanted) {
            throw new IOException("the kernel does not keep writes for such file systems");
        }
        answer.putInt(MAJOR).putInt(MINOR).putInt(readAhead).putInt(wanted);
        answer.putShort((short) 12).putShort((short) 9).putInt(MOST).putInt(1);
        answer.put(new byte[36]);
    }

    // --- names ---

    private Path path(PowerMountNodes.Node node) throws IOException {
        Path path = node.path();
        if (path == null) {
            throw new Refused(NO_SUCH_FILE);
        }
        return path;
    }

    /** The next text of the request, as a name in a folder. */
    private Path below(long folder) throws IOException {
        int end = request.position();
        while (request.get(end) != 0) {
            end++;
        }
        byte[] name = new byte[end - request.position()];
        request.get(name).get();
        return path(nodes.node(folder)).resolve(new String(name, StandardCharsets.UTF_8));
    }

    private PowerMountNodes.Node lookUp(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused(NO_SUCH_FILE);
        }
        return nodes.at(file);
    }

    private void rename(long number, int skipped, int flags) throws IOException {
        long folder = request.getLong();
        request.position(HEAD + skipped);
        Path from = below(number);
        Path to = below(folder);
        if ((flags & ~NO_REPLACE) != 0) {
            throw new Refused(INVALID);
        }
        if (flags == NO_REPLACE && Files.exists(to)) {
            throw new Refused(EXISTS);
        }
        disk.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        nodes.moved(from, to);
    }

    private void entry(PowerMountNodes.Node node) throws IOException {
        answer.putLong(node.number()).putLong(0);
        answer.putLong(VALID_SECONDS).putLong(VALID_SECONDS).putLong(0);
        attributes(node);
    }

    // --- attributes ---

    private void attributesAnswer(PowerMountNodes.Node node) throws IOException {
        answer.putLong(VALID_SECONDS).putLong(0);
        attributes(node);
    }

    private void attributes(PowerMountNodes.Node node) throws IOException {
        Path path = node.path();
        if (path == null) {
            // deleted, and still open
            long size = anyChannel(node).size();
            attributes(node, size, Instant.EPOCH, 0100600, 0, 0, 0);
            return;
        }
        Map<String, Object> all = Files.readAttributes(path, "unix:size,lastModifiedTime,mode,nlink,uid,gid");
        attributes(
                node,
                (Long) all.get("size"),
                ((FileTime) all.get("lastModifiedTime")).toInstant(),
                (Integer) all.get("mode"),
                (Integer) all.get("nlink"),
                (Integer) all.get("uid"),
                (Integer) all.get("gid"));
    }

    private void attributes(
            PowerMountNodes.Node node, long size, Instant modified, int mode, int names, int user, int group) {
        answer.putLong(node.number()).putLong(size).putLong((size + 511) / 512);
        for (int i = 0; i < 3; i++) {
            answer.putLong(modified.getEpochSecond());
        }
        for (int i = 0; i < 3; i++) {
            answer.putInt(modified.getNano());
        }
        answer.putInt(mode).putInt(names).putInt(user).putInt(group);
        answer.putInt(0).putInt(4_096).putInt(0);
    }

    private void change(PowerMountNodes.Node node) throws IOException {
        int valid = request.getInt();
        if ((valid & SET_SIZE) != 0) {
            resize(node, request.getLong(HEAD + 16));
        }
        Path path = node.path();
        if (path != null && (valid & SET_MODE) != 0) {
            mode(path, request.getInt(HEAD + 68));
        }
        if (path != null && (valid & SET_MODIFIED) != 0) {
            Instant then = Instant.ofEpochSecond(request.getLong(HEAD + 40), request.getInt(HEAD + 60));
            Files.setLastModifiedTime(path, FileTime.from((valid & SET_MODIFIED_NOW) != 0 ? Instant.now() : then));
        }
        attributesAnswer(node);
    }

    private static void mode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode & 07777);
    }

    private void resize(PowerMountNodes.Node node, long size) throws IOException {
        Path path = node.path();
        if (path == null) {
            resize(anyChannel(node), size);
            return;
        }
        try (FileChannel channel = disk.open(path, BOTH)) {
            resize(channel, size);
        }
    }

    private static void resize(FileChannel channel, long size) throws IOException {
        if (size > channel.size()) {
            channel.write(ByteBuffer.allocate(1), size - 1);
        } else {
            channel.truncate(size);
        }
    }

    private void space() throws IOException {
        FileStore store = Files.getFileStore(top);
        int block = 4_096;
        answer.putLong(store.getTotalSpace() / block);
        answer.putLong(store.getUnallocatedSpace() / block);
        answer.putLong(store.getUsableSpace() / block);
        answer.putLong(1_000_000).putLong(1_000_000);
        answer.putInt(block).putInt(255).putInt(block);
        answer.put(new byte[28]);
    }

    // --- what is open ---

    private Opened opened(long handle) {
        Opened there = opened.get(handle);
        if (there == null) {
            throw new NoSuchElementException("the kernel uses what is not open: " + handle);
        }
        return there;
    }

    private FileChannel channel(long handle) {
        FileChannel channel = opened(handle).channel();
        if (channel == null) {
            throw new NoSuchElementException("the kernel uses a folder as a file: " + handle);
        }
        return channel;
    }

    private FileChannel anyChannel(PowerMountNodes.Node node) throws IOException {
        for (Opened each : opened.values()) {
            if (each.node() == node && each.channel() != null) {
                return each.channel();
            }
        }
        throw new Refused(NO_SUCH_FILE);
    }

    private void open(PowerMountNodes.Node node, FileChannel channel) {
        opened.put(++handles, new Opened(node, channel, List.of()));
        answer.putLong(handles).putInt(KEEP_CACHE).putInt(0);
    }

    private void create(long folder) throws IOException {
        int mode = request.getInt(HEAD + 4);
        request.position(HEAD + 16);
        Path file = below(folder);
        FileChannel channel = disk.open(file, FRESH);
        mode(file, mode);
        PowerMountNodes.Node node = nodes.at(file);
        entry(node);
        open(node, channel);
    }

    private void read() throws IOException {
        FileChannel channel = channel(request.getLong());
        long at = request.getLong();
        answer.limit(ANSWER_HEAD + Math.min(request.getInt(), MOST));
        while (answer.hasRemaining() && channel.read(answer, at + answer.position() - ANSWER_HEAD) > 0) {
            // the kernel takes less for the end of the file
        }
        answer.limit(answer.position());
    }

    private void write() throws IOException {
        FileChannel channel = channel(request.getLong());
        long at = request.getLong();
        int length = request.getInt();
        request.position(HEAD + 40).limit(HEAD + 40 + length);
        channel.write(request, at);
        answer.putInt(length).putInt(0);
    }

    private void openFolder(PowerMountNodes.Node node) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(path(node))) {
            files.forEach(each -> names.add(each.getFileName().toString()));
        }
        opened.put(++handles, new Opened(node, null, names));
        answer.putLong(handles).putLong(0);
    }

    private void readFolder() throws IOException {
        Opened folder = opened(request.getLong());
        int next = (int) request.getLong();
        int most = Math.min(request.getInt(), MOST);
        while (next < folder.names().size()) {
            String name = folder.names().get(next++);
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            int padded = (24 + bytes.length + 7) / 8 * 8;
            if (answer.position() - ANSWER_HEAD + padded > most) {
                return;
            }
            // what kind of file it is, the kernel asks when it wants to know
            answer.putLong(Long.MAX_VALUE).putLong(next).putInt(bytes.length).putInt(0);
            answer.put(bytes).put(new byte[padded - 24 - bytes.length]);
        }
    }
}
