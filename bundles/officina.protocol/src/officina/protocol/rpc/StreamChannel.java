// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Two pipes as one channel: one thread may read while another writes. Closing it closes both; who waits for input is
 * woken only when the other end closes its own.
 */
public final class StreamChannel implements ByteChannel {

    private final OutputStream output;
    private final ReadableByteChannel in;
    private final WritableByteChannel out;

    public StreamChannel(InputStream input, OutputStream output) {
        this.output = output;
        in = Channels.newChannel(input);
        out = Channels.newChannel(output);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return in.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = out.write(source);
        output.flush();
        return written;
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
