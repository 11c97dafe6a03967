// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import officina.journal.file.internal.segment.Disk;

/** The disk of this machine, with somebody looking before every step that changes something, and in the middle of writes. */
final class WatchedDisk implements Disk {

    private final Disk real = Disk.ofThisMachine();
    volatile Runnable watcher = () -> {};

    @Override
    public void create(Path file, byte[] content) throws IOException {
        watcher.run();
        real.create(file, content);
    }

    @Override
    public void replace(Path file, Path by) throws IOException {
        watcher.run();
        real.replace(file, by);
        watcher.run();
    }

    @Override
    public void delete(Path file) throws IOException {
        real.delete(file);
    }

    @Override
    public Output open(Path file) throws IOException {
        Output output = real.open(file);
        return new Output() {
            @Override
            public long size() throws IOException {
                return output.size();
            }

            @Override
            public void write(ByteBuffer bytes, long at) throws IOException {
                watcher.run();
                int half = bytes.remaining() / 2;
                output.write(bytes.slice(bytes.position(), half), at);
                watcher.run();
                bytes.position(bytes.position() + half);
                output.write(bytes, at + half);
            }

            @Override
            public void force() throws IOException {
                watcher.run();
                output.force();
            }

            @Override
            public void truncate(long size) throws IOException {
                watcher.run();
                output.truncate(size);
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }
}
