// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Pipe;
import java.util.List;

/** One of two ends that are joined by real pipes. */
record PipeEnd(Pipe.SourceChannel in, Pipe.SinkChannel out) implements ByteChannel {

    static List<PipeEnd> two() throws IOException {
        Pipe there = Pipe.open();
        Pipe back = Pipe.open();
        return List.of(new PipeEnd(back.source(), there.sink()), new PipeEnd(there.source(), back.sink()));
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return in.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return out.write(source);
    }

    @Override
    public boolean isOpen() {
        return in.isOpen() && out.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (in) {
            out.close();
        }
    }
}
