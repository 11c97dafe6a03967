// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import officina.base.DurableFiles;

/** The writes of the journal, so that a test can let them fail. */
public interface Disk {

    /** Makes a file with that content, durably. */
    void create(Path file, byte[] content) throws IOException;

    /** Opens an existing file to write behind its end. */
    Output open(Path file) throws IOException;

    /** Gives a file the name of another, which is gone then; durably, and at once or not at all. */
    void replace(Path file, Path by) throws IOException;

    /** Deletes a file that nobody needs, if it is there. */
    void delete(Path file) throws IOException;

    /** A file that grows. For one thread, which must never be interrupted: that would close the file. */
    interface Output extends AutoCloseable {

        long size() throws IOException;

        /** Writes all of it at that place; when it throws, some of it may be there. */
        void write(ByteBuffer bytes, long at) throws IOException;

        /** Returns when all that was written would survive a loss of power. */
        void force() throws IOException;

        void truncate(long size) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** The disk of this machine. */
    static Disk ofThisMachine() {
        return new Disk() {
            @Override
            public void create(Path file, byte[] content) throws IOException {
                DurableFiles.create(file, content);
            }

            @Override
            public void replace(Path file, Path by) throws IOException {
                DurableFiles.rename(by, file);
            }

            @Override
            public void delete(Path file) throws IOException {
                Files.deleteIfExists(file);
            }

            @Override
            public Output open(Path file) throws IOException {
                return new ChannelOutput(FileChannel.open(file, StandardOpenOption.WRITE));
            }
        };
    }
}
