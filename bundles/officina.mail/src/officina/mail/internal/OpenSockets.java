// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** The sockets of one call, so that another thread can end it whatever it waits for. */
final class OpenSockets implements AutoCloseable {

    private final List<Socket> all = new ArrayList<>();
    private boolean closed;

    synchronized <S extends Socket> S own(S socket) throws IOException {
        if (closed) {
            socket.close();
            throw new IOException("the call has ended");
        }
        // each command waits for its answer
        socket.setTcpNoDelay(true);
        all.add(socket);
        return socket;
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (Socket each : all) {
            try {
                each.close();
            } catch (IOException e) {
                // it is gone either way
                continue;
            }
        }
        all.clear();
    }
}
