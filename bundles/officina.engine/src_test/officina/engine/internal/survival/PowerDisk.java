// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A disk below a folder that can lose power. Programs see the real files, as they see what the system keeps in memory;
 * beside it this remembers what is surely on the disk: of each file what it was when it was last synchronised, of each
 * folder its names when that was. After the loss each sector written since may be there or not, so may each new length,
 * and each name that was made, taken away or changed, in any order in which one name's changes follow each other; a
 * change of a name is there whole or not at all. All random choices come from the one given. Any thread may call.
 */
final class PowerDisk {

    private static final int SECTOR = 512;
    private static final Map<Path, PowerDisk> DISKS = new ConcurrentHashMap<>();

    private final Path real;
    private final Random random;
    private final Path root;
    private final FolderNode top = new FolderNode();
    /** Changes of names since their folders were synchronised, in order. */
    private final List<Change> pending = new ArrayList<>();

    private volatile Runnable pace = () -> {};
    private int left;
    private boolean lost;
    private int steps;

    private sealed interface Node permits FolderNode, FileNode {}

    private static final class FolderNode implements Node {
        private final Map<String, Node> live = new TreeMap<>();
        private final Map<String, Node> durable = new TreeMap<>();
    }

    /** A file: what is surely on the disk, and what was done to it since. */
    static final class FileNode implements Node {
        private byte[] durable;
        private final List<Done> since = new ArrayList<>();

        private FileNode(byte[] durable) {
            this.durable = durable;
        }
    }

    /** A write, or without content a new length. */
    private record Done(long at, byte @Nullable [] content) {}

    private record Name(
            FolderNode folder, String name, @Nullable Node node) {}

    /** Names that change together. */
    private record Change(List<Name> names) {}

    private PowerDisk(Path real, Random random, int steps) throws IOException {
        this.real = real;
        this.random = random;
        left = steps;
        root = new PowerPath(new PowerFileSystem(this), real);
        read(real, top);
    }

    /** A disk that holds what is in the folder now, and loses power after so many changes. */
    static PowerDisk over(Path folder, Random random, int steps) throws IOException {
        Path real = folder.toRealPath();
        PowerDisk disk = new PowerDisk(real, random, steps);
        DISKS.put(real, disk);
        return disk;
    }

    /** The disk on which a file lies, as somebody names it who knows nothing of this. */
    static @Nullable PowerDisk of(Path file) {
        for (Path each = file.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
            PowerDisk disk = DISKS.get(each);
            if (disk != null) {
                return disk;
            }
        }
        return null;
    }

    /** Has every change, before it is done, take its time. */
    void pace(Runnable dawdle) {
        pace = dawdle;
    }

    /** Called before a change, by who holds nothing of this. */
    void dawdle() {
        pace.run();
    }

    /** Nobody finds it any more. */
    void forget() {
        DISKS.remove(real);
    }

    /** The folder, for those who use it. */
    Path root() {
        return root;
    }

    Path wrapped(Path file) {
        return new PowerPath((PowerFileSystem) root.getFileSystem(), file);
    }

    synchronized boolean isLost() {
        return lost;
    }

    synchronized int steps() {
        return steps;
    }

    /** Loses power after so many more changes. */
    synchronized void loseAfter(int more) {
        left = more;
    }

    private static void read(Path folder, FolderNode into) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Node node;
                if (Files.isDirectory(file)) {
                    FolderNode below = new FolderNode();
                    read(file, below);
                    node = below;
                } else {
                    node = new FileNode(Files.readAllBytes(file));
                }
                into.live.put(name(file), node);
                into.durable.put(name(file), node);
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private @Nullable Node find(Path file) {
        Node node = top;
        for (Path part : real.relativize(file.toAbsolutePath().normalize())) {
            if (part.toString().isEmpty()) {
                continue;
            }
            if (!(node instanceof FolderNode folder)) {
                return null;
            }
            node = folder.live.get(part.toString());
        }
        return node;
    }

    private FolderNode folderOf(Path file) throws IOException {
        if (find(file.toAbsolutePath().normalize().getParent()) instanceof FolderNode folder) {
            return folder;
        }
        throw new NoSuchFileException(file.toString());
    }

    // --- what programs do ---

    synchronized void check() throws IOException {
        if (lost) {
            throw gone();
        }
    }

    /** One more change; whether the power goes with it. */
    private boolean step() throws IOException {
        check();
        steps++;
        lost = left-- <= 0;
        return lost;
    }

    private static IOException gone() {
        return new IOException("the power is gone");
    }

    /** Something that changes a name on the real disk. */
    private interface Doing {
        void run() throws IOException;
    }

    /** Changes names: when the power goes with it, it may still have been done. */
    private void change(Doing doing, Change change) throws IOException {
        boolean ends = step();
        if (!ends || random.nextBoolean()) {
            doing.run();
            pending.add(change);
            for (Name each : change.names()) {
                if (each.node() == null) {
                    each.folder().live.remove(each.name());
                } else {
                    each.folder().live.put(each.name(), each.node());
                }
            }
        }
        if (ends) {
            throw gone();
        }
    }

    synchronized void makeFolder(Path file, FileAttribute<?>... attributes) throws IOException {
        check();
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        change(
                () -> Files.createDirectory(file, attributes),
                new Change(List.of(new Name(folderOf(file), name(file), new FolderNode()))));
    }

    synchronized void delete(Path file) throws IOException {
        check();
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        change(() -> Files.delete(file), new Change(List.of(new Name(folderOf(file), name(file), null))));
    }

    synchronized void move(Path from, Path to, CopyOption... options) throws IOException {
        check();
        Node node = find(from);
        if (node == null) {
            throw new NoSuchFileException(from.toString());
        }
        change(
                () -> Files.move(from, to, options),
                new Change(
                        List.of(new Name(folderOf(from), name(from), null), new Name(folderOf(to), name(to), node))));
    }

    synchronized void link(Path link, Path existing) throws IOException {
        check();
        Node node = find(existing);
        if (node == null) {
            throw new NoSuchFileException(existing.toString());
        }
        if (Files.exists(link)) {
            throw new FileAlreadyExistsException(link.toString());
        }
        change(() -> Files.createLink(link, existing), new Change(List.of(new Name(folderOf(link), name(link), node))));
    }

    synchronized FileChannel open(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        check();
        if (find(file) instanceof FolderNode) {
            return new PowerChannel(this, FileChannel.open(file, StandardOpenOption.READ), null, file);
        }
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        boolean makes = writes
                && (options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW));
        if (makes && !Files.exists(file)) {
            Set<OpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            change(
                    () -> FileChannel.open(file, fresh, attributes).close(),
                    new Change(List.of(new Name(folderOf(file), name(file), new FileNode(new byte[0])))));
        } else if (options.contains(StandardOpenOption.CREATE_NEW)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Set<OpenOption> there = new HashSet<>(options);
        there.removeAll(
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.CREATE_NEW, StandardOpenOption.TRUNCATE_EXISTING));
        FileChannel channel = FileChannel.open(file, there);
        if (!(find(file) instanceof FileNode node)) {
            throw new IOException("made behind the back of the disk: " + file);
        }
        FileChannel made = new PowerChannel(this, channel, node, file);
        if (writes && options.contains(StandardOpenOption.TRUNCATE_EXISTING) && channel.size() > 0) {
            made.truncate(0);
        }
        return made;
    }

    /** Writes to the real file, and what is kept of that when the power goes is seen later. */
    synchronized void write(FileNode node, FileChannel channel, long at, byte[] content) throws IOException {
        boolean ends = step();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes, at + bytes.position());
        }
        node.since.add(new Done(at, content));
        if (ends) {
            throw gone();
        }
    }

    synchronized void truncate(FileNode node, FileChannel channel, long size) throws IOException {
        boolean ends = step();
        if (size < channel.size()) {
            channel.truncate(size);
            node.since.add(new Done(size, null));
        }
        if (ends) {
            throw gone();
        }
    }

    /** What was written to the file is on the disk; its name may not be. */
    synchronized void force(FileNode node) throws IOException {
        if (step()) {
            throw gone();
        }
        byte[] content = node.durable;
        for (Done each : node.since) {
            content = whole(content, each);
        }
        node.durable = content;
        node.since.clear();
    }

    /** The names in the folder are on the disk. */
    synchronized void forceFolder(Path file) throws IOException {
        if (step()) {
            throw gone();
        }
        if (find(file) instanceof FolderNode folder) {
            List<Change> now = pending.stream()
                    .filter(change -> change.names().stream().anyMatch(each -> each.folder() == folder))
                    .toList();
            now.forEach(PowerDisk::keep);
            pending.removeAll(now);
        }
    }

    private static void keep(Change change) {
        for (Name each : change.names()) {
            if (each.node() == null) {
                each.folder().durable.remove(each.name());
            } else {
                each.folder().durable.put(each.name(), each.node());
            }
        }
    }

    private static byte[] whole(byte[] before, Done done) {
        byte[] content = done.content();
        if (content == null) {
            return Arrays.copyOf(before, (int) done.at());
        }
        byte[] after = Arrays.copyOf(before, (int) Math.max(before.length, done.at() + content.length));
        System.arraycopy(content, 0, after, (int) done.at(), content.length);
        return after;
    }

    // --- what is there when the power is back ---

    /** Makes a folder as the disk may be then. */
    synchronized void restore(Path to) throws IOException {
        restore(to, random.nextInt(8) != 0);
    }

    /**
     * Makes a folder as the disk may be then.
     *
     * @param some whether some of what was not synchronised is there, else none of it
     */
    synchronized void restore(Path to, boolean some) throws IOException {
        lost = true;
        forget();
        if (some) {
            keepSome();
        }
        write(top, to, some);
    }

    private void keepSome() {
        int mood = random.nextInt(4);
        int until = random.nextInt(pending.size() + 1);
        List<Name> skipped = new ArrayList<>();
        for (int i = 0; i < pending.size(); i++) {
            Change change = pending.get(i);
            boolean follows = change.names().stream()
                    .anyMatch(name -> skipped.stream()
                            .anyMatch(other -> other.folder() == name.folder()
                                    && other.name().equals(name.name())));
            boolean kept =
                    switch (mood) {
                        case 0 -> true;
                        case 1 -> i < until;
                        default -> random.nextBoolean();
                    };
            if (kept && !follows) {
                keep(change);
            } else {
                skipped.addAll(change.names());
            }
        }
        pending.clear();
    }

    private void write(FolderNode folder, Path to, boolean some) throws IOException {
        Files.createDirectories(to);
        for (Map.Entry<String, Node> each : folder.durable.entrySet()) {
            switch (each.getValue()) {
                case FolderNode below -> write(below, to.resolve(each.getKey()), some);
                case FileNode file -> Files.write(to.resolve(each.getKey()), some ? survived(file) : file.durable);
            }
        }
    }

    private byte[] survived(FileNode file) {
        byte[] content = file.durable;
        int mood = random.nextInt(4);
        int until = random.nextInt(file.since.size() + 1);
        for (int i = 0; i < file.since.size(); i++) {
            Done done = file.since.get(i);
            content = switch (mood) {
                case 0 -> whole(content, done);
                case 1 -> i < until ? whole(content, done) : i == until ? torn(content, done) : content;
                default -> torn(content, done);
            };
        }
        return content;
    }

    /** Each sector of what was written may be there, and so may the length. */
    private byte[] torn(byte[] before, Done done) {
        byte[] after = whole(before, done);
        byte[] content = done.content();
        if (content == null) {
            return random.nextBoolean() ? after : before;
        }
        int longer = Math.max(before.length, after.length);
        int length =
                switch (random.nextInt(4)) {
                    case 0 -> before.length;
                    case 1 -> before.length + random.nextInt(longer - before.length + 1);
                    default -> after.length;
                };
        byte[] result = Arrays.copyOf(before, length);
        int end = (int) done.at() + content.length;
        for (int at = (int) done.at() / SECTOR * SECTOR; at < Math.min(length, end); at += SECTOR) {
            int from = (int) Math.max(at, done.at());
            int to = Math.min(Math.min(at + SECTOR, length), end);
            if (to > from && random.nextBoolean()) {
                System.arraycopy(after, from, result, from, to - from);
            }
        }
        return result;
    }
}
