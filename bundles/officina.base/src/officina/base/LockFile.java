// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A file that is locked for as long as this process uses what lies beside it. Held until closed; a second taker gets
 * nothing, in whichever process it is. Nobody else may open the file: a lock of POSIX goes with any descriptor of the file
 * that its process closes, also with one that was opened to see whether the file is locked.
 */
public final class LockFile implements AutoCloseable {

    /**
     * What this process holds, by the file itself. Static, because the locks are the process's: an owner of its own for
     * each engine, journal or store would not know of the others' and drop them.
     */
    private static final ConcurrentMap<Object, LockFile> HELD = new ConcurrentHashMap<>();

    private final Object key;
    private @Nullable FileLock lock;

    private LockFile(Object key) {
        this.key = key;
    }

    /** Makes the file where there is none, and locks it; nothing where it is locked. */
    public static @Nullable LockFile take(Path file) throws IOException {
        make(file);
        LockFile taken = new LockFile(key(file));
        if (HELD.putIfAbsent(taken.key, taken) != null) {
            return null;
        }
        boolean locked = false;
        try {
            locked = taken.lock(file);
            return locked ? taken : null;
        } finally {
            if (!locked) {
                HELD.remove(taken.key, taken);
            }
        }
    }

    /** Without a channel of a file that is there: see above. */
    private static void make(Path file) throws IOException {
        if (Files.notExists(file)) {
            try {
                Files.createFile(file);
            } catch (FileAlreadyExistsException e) {
                // by somebody else who wants to take it
            }
        }
    }

    /** What a file system knows the file by, whatever its path is; its path where it says nothing of that. */
    private static Object key(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return key == null ? file.toRealPath() : key;
    }

    private synchronized boolean lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // by somebody who keeps to nothing of this
            return false;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        return lock != null;
    }

    @Override
    public synchronized void close() throws IOException {
        FileLock held = lock;
        if (held == null) {
            return;
        }
        lock = null;
        try {
            held.acquiredBy().close();
        } finally {
            HELD.remove(key, this);
        }
    }
}
