// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import officina.base.DurableFiles;
import org.jspecify.annotations.Nullable;

/**
 * The file of the database and its last {@link Checkpoint}. While the database is in use the file only grows; what an
 * end in disorder left behind the checkpoint is cut off before the next use, so that H2 never meets it. For one thread
 * at a time, which holds the store's lock.
 */
final class DatabaseFile {

    static final String NAME = "officina.mv.db";
    static final String CHECKPOINT = "checkpoint";

    /** So many times what lived when it was compacted. */
    private static final int GROWTH = 3;

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final StoreKeys keys;
    private final Path file;
    private final Path mark;
    private Checkpoint last = Checkpoint.NONE;
    /** Has taken what lies between the head and the end of the last checkpoint. */
    private Mac taken;

    private final long leastGrowth;
    private long mayBecome;
    private volatile boolean forgets;

    DatabaseFile(Path folder, StoreKeys keys, long leastGrowth) {
        this.folder = folder;
        this.keys = keys;
        this.leastGrowth = leastGrowth;
        file = folder.resolve(NAME);
        mark = folder.resolve(CHECKPOINT);
        taken = keys.checkpoint();
    }

    /** The file as such; {@link #restore} and {@link #keep} know what it is. */
    Path path() {
        return file;
    }

    long length() {
        return last.length();
    }

    /** An empty folder becomes that of a database without a file. */
    void begin() throws IOException {
        set(Checkpoint.NONE, keys.checkpoint());
        DurableFiles.replace(mark, last.encoded(keys.checkpoint()));
    }

    /**
     * Leads back to the last checkpoint. False where that cannot be, because something is lost or not as it was written;
     * then nothing was changed. A database without a checkpoint, which an older version made, is not kept.
     */
    boolean restore() throws IOException {
        if (!Files.exists(mark)) {
            Files.deleteIfExists(file);
            begin();
            return true;
        }
        byte[] bytes = Files.readAllBytes(mark);
        Checkpoint kept = Checkpoint.decoded(bytes);
        if (kept == null) {
            return false;
        }
        Path replacement = replacement(kept.generation());
        if (Files.exists(replacement)) {
            DurableFiles.rename(replacement, file);
        }
        Mac mac = authentic(kept, bytes);
        if (mac == null) {
            return false;
        }
        cutBack(kept);
        clearAway();
        set(kept, mac);
        return true;
    }

    /** Whether nothing is to be done before the database can be used; changes nothing. */
    static boolean isAsKept(Path folder, StoreKeys keys) throws IOException {
        DatabaseFile database = new DatabaseFile(folder, keys, 0);
        if (!Files.exists(database.mark)) {
            return false;
        }
        byte[] bytes = Files.readAllBytes(database.mark);
        Checkpoint kept = Checkpoint.decoded(bytes);
        return kept != null
                && !Files.exists(database.replacement(kept.generation()))
                && database.authentic(kept, bytes) != null
                && database.isAt(kept);
    }

    /** The code of what the checkpoint is about; {@code null} where it is not as it was written. */
    private @Nullable Mac authentic(Checkpoint kept, byte[] bytes) throws IOException {
        Mac mac = keys.checkpoint();
        if (kept.length() > 0) {
            if (!Files.exists(file) || Files.size(file) < kept.length()) {
                return null;
            }
            take(file, Checkpoint.HEAD, kept.length(), mac);
        }
        return kept.isAuthentic(bytes, copy(mac)) ? mac : null;
    }

    private boolean isAt(Checkpoint kept) throws IOException {
        if (kept.length() == 0) {
            return !Files.exists(file);
        }
        return Files.size(file) == kept.length() && kept.hasHead(head(file));
    }

    private void cutBack(Checkpoint kept) throws IOException {
        if (isAt(kept)) {
            return;
        }
        if (kept.length() == 0) {
            Files.delete(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer head = ByteBuffer.wrap(kept.head());
            while (head.hasRemaining()) {
                channel.write(head, head.position());
            }
            channel.truncate(kept.length());
            channel.force(true);
        }
    }

    /** What a replacement that did not come about left. */
    private void clearAway() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(each -> {
                        String name = each.getFileName().toString();
                        return name.startsWith(NAME + ".") || name.startsWith(Compaction.NAME);
                    })
                    .toList();
        }
        for (Path each : left) {
            Files.delete(each);
        }
    }

    /**
     * The database is on the disk as it is now: this is what {@link #restore} will lead back to. What throws leaves the
     * checkpoint before.
     */
    void keep() throws IOException {
        long length = Files.size(file);
        byte[] head = head(file);
        if (length == last.length() && last.hasHead(head)) {
            return;
        }
        Mac mac = copy(taken);
        take(file, Math.max(last.length(), Checkpoint.HEAD), length, mac);
        keep(new Checkpoint(last.generation(), length, forgets ? Checkpoint.FORGETS : last.compacted(), head), mac);
    }

    private void keep(Checkpoint next, Mac mac) throws IOException {
        DurableFiles.replace(mark, next.encoded(copy(mac)));
        last = next;
        taken = mac;
    }

    /** Whether the file may be much larger than what lives in it. */
    boolean isOvergrown() {
        return last.length() > mayBecome;
    }

    /** From the next checkpoint on the file has parts that are to be gone after the next opening. */
    void forget() {
        forgets = true;
    }

    /** It stays as large as it is, and may grow from there. */
    void acceptLength() {
        mayBecome = limit(last.length());
    }

    /** Another file, which is on the disk and in the same folder, becomes the database; whole or not at all. */
    void replaceBy(Path other) throws IOException {
        int generation = last.generation() + 1;
        long length = Files.size(other);
        Path replacement = replacement(generation);
        DurableFiles.rename(other, replacement);
        Mac mac = keys.checkpoint();
        take(replacement, Checkpoint.HEAD, length, mac);
        // from here on the replacement is the database, whatever its name is
        keep(new Checkpoint(generation, length, length, head(replacement)), mac);
        set(last, mac);
        DurableFiles.rename(replacement, file);
    }

    private Path replacement(int generation) {
        return folder.resolve(NAME + "." + generation);
    }

    private void set(Checkpoint checkpoint, Mac mac) {
        last = checkpoint;
        taken = mac;
        forgets = checkpoint.compacted() == Checkpoint.FORGETS;
        mayBecome = forgets ? 0 : limit(checkpoint.compacted());
    }

    private long limit(long compacted) {
        return GROWTH * compacted + leastGrowth;
    }

    private static byte[] head(Path file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(Checkpoint.HEAD);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (head.hasRemaining()) {
                if (channel.read(head, head.position()) < 0) {
                    throw new EOFException("a database is longer");
                }
            }
        }
        return head.array();
    }

    private static void take(Path file, long from, long end, Mac mac) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = from; at < end; ) {
                buffer.clear().limit((int) Math.min(BUFFER, end - at));
                int read = channel.read(buffer, at);
                if (read < 0) {
                    throw new EOFException("the database became shorter");
                }
                mac.update(buffer.flip());
                at += read;
            }
        }
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the HMAC of the Java platform can be copied", e);
        }
    }
}
