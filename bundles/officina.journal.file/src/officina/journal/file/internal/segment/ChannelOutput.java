// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Writes to a file of this machine. */
record ChannelOutput(FileChannel channel) implements Disk.Output {

    // the platform copies each piece outside the heap and keeps a copy as large as the largest
    private static final int PIECE = 1 << 20;

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void write(ByteBuffer bytes, long at) throws IOException {
        long place = at;
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + PIECE));
            while (bytes.hasRemaining()) {
                place += channel.write(bytes, place);
            }
            bytes.limit(end);
        }
    }

    @Override
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void truncate(long size) throws IOException {
        channel.truncate(size);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
