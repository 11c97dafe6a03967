// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * A program that another user starts: connects to the socket it is told, and passes on all that comes until the other end
 * closes. It needs no class but its own, because that user may read no libraries of this one.
 */
final class ForeignUser {

    private ForeignUser() {}

    public static void main(String[] arguments) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(arguments[0]));
            ByteBuffer buffer = ByteBuffer.allocate(8192);
            while (channel.read(buffer) >= 0) {
                System.out.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            System.out.flush();
        }
    }
}
