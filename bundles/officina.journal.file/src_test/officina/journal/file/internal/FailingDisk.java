// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import officina.journal.file.internal.segment.Disk;

/** The disk of this machine, until a test lets it fail. */
final class FailingDisk implements Disk {

    static final String FULL = "No space left on device";

    private final Disk real = Disk.ofThisMachine();
    volatile long room = Long.MAX_VALUE;
    volatile String writeError = "";
    volatile String forceError = "";
    volatile String truncateError = "";
    /** For the moment when a file has its new name, which is to be made durable. */
    volatile String nameError = "";

    @Override
    public void create(Path file, byte[] content) throws IOException {
        if (take(content.length) < content.length) {
            throw new IOException(FULL);
        }
        real.create(file, content);
    }

    @Override
    public void replace(Path file, Path by) throws IOException {
        fail(writeError);
        real.replace(file, by);
        fail(nameError);
    }

    @Override
    public void delete(Path file) throws IOException {
        real.delete(file);
    }

    /** How many of so many bytes there is room for; throws when there is none. */
    private int take(int wanted) throws IOException {
        if (!writeError.isEmpty()) {
            throw new IOException(writeError);
        }
        if (room <= 0 && wanted > 0) {
            throw new IOException(FULL);
        }
        int taken = (int) Math.min(room, wanted);
        room -= taken;
        return taken;
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
                int wanted = bytes.remaining();
                int taken = take(wanted);
                output.write(bytes.slice(bytes.position(), taken), at);
                if (taken < wanted) {
                    throw new IOException(FULL);
                }
            }

            @Override
            public void force() throws IOException {
                fail(forceError);
                output.force();
            }

            @Override
            public void truncate(long size) throws IOException {
                fail(truncateError);
                output.truncate(size);
            }

            @Override
            public void close() throws IOException {
                output.close();
            }
        };
    }

    private static void fail(String error) throws IOException {
        if (!error.isEmpty()) {
            throw new IOException(error);
        }
    }
}
