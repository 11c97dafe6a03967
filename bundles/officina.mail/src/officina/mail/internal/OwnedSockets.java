// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Plain sockets that end with their call. */
final class OwnedSockets extends SocketFactory {

    private final OpenSockets open;

    OwnedSockets(OpenSockets open) {
        this.open = open;
    }

    @Override
    public Socket createSocket() throws IOException {
        return open.own(new Socket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return open.own(new Socket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return open.own(new Socket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return open.own(new Socket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return open.own(new Socket(host, port, local, localPort));
    }
}
