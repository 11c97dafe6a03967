// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.base.Threads;
import officina.host.HostCommand;
import officina.host.HostedPlugin;
import officina.protocol.exchange.Contracts;
import officina.protocol.exchange.Exchange;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.StreamChannel;

/**
 * Holds one plug-in for the engine that started this process. Input and output are the connection; whatever the plug-in
 * prints goes to the errors. Ends when the engine is gone.
 */
public final class HostMain {

    private static final Failure GONE = Failure.of(
            "host.engine-gone", ErrorKind.RESOURCE, "The engine that this plug-in worked for has ended.", null);

    private HostMain() {}

    /** @param words of a {@link HostCommand} */
    public static void main(String[] words) throws InterruptedException {
        HostCommand command = HostCommand.of(List.of(words));
        InputStream in = System.in;
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        Threads.tellOfAll();
        CountDownLatch over = new CountDownLatch(1);
        RpcConnection connection = new RpcConnection(new StreamChannel(in, out), "engine", GONE);
        try (Exchange exchange = new Exchange(connection, new Contracts(), "call", GONE)) {
            exchange.start(HostedPlugin.class, new HeldPlugin(command), over::countDown);
            over.await();
        }
        // the plug-in is not asked: it may not want to end, and what it holds is taken from it by the system
        Runtime.getRuntime().halt(0);
    }
}
