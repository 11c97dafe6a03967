// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;
import org.jspecify.annotations.Nullable;

/** Tells of each change of the files that a database writes; takes the place of the files that the store names. */
public final class WrittenFiles extends FilePathAsync {

    /** What is told of, before it is done. What it throws is thrown to the database. */
    public interface Watcher {

        void writes(long position, ByteBuffer content) throws IOException;

        void cuts(long length) throws IOException;
    }

    private static final Map<String, Watcher> WATCHED = new ConcurrentHashMap<>();

    /** For the database, which makes them by itself. */
    public WrittenFiles() {}

    /** From now on that file is watched, until the watch is closed. Others are used as they were. */
    public static AutoCloseable watch(java.nio.file.Path file, Watcher watcher) {
        FilePath.register(new WrittenFiles());
        String name = file.toAbsolutePath().toString();
        WATCHED.put(name, watcher);
        return () -> WATCHED.remove(name);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel plain = super.open(mode);
        Watcher watcher = WATCHED.get(unwrap().toString());
        return watcher == null ? plain : new Watched(plain, watcher);
    }

    private static final class Watched extends FileBaseDefault {
        private final FileChannel plain;
        private final Watcher watcher;

        Watched(FileChannel plain, Watcher watcher) {
            this.plain = plain;
            this.watcher = watcher;
        }

        @Override
        public long size() throws IOException {
            return plain.size();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return plain.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            watcher.writes(position, source.duplicate());
            return plain.write(source, position);
        }

        @Override
        protected void implTruncate(long length) throws IOException {
            watcher.cuts(length);
            plain.truncate(length);
        }

        @Override
        public void force(boolean everything) throws IOException {
            plain.force(everything);
        }

        @Override
        public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return plain.tryLock(position, size, shared);
        }

        @Override
        public void implCloseChannel() throws IOException {
            plain.close();
        }
    }
}
