// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import officina.base.Threads;
import officina.base.Times;
import officina.engine.EnginePort;
import officina.engine.HolderWindow;
import officina.engine.Traffic;
import officina.engine.wire.EngineMethods;
import officina.engine.wire.Peer;
import officina.engine.wire.SocketPlace;
import officina.engine.wire.Wire;
import officina.engine.wire.WireFailures;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcError;
import officina.protocol.rpc.RpcMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens at one data folder. Whoever connects and is not the user that runs this process is refused by the word of the
 * system, whatever the modes of files say.
 */
final class EngineServer implements EnginePort.Listening {

    private static final Logger log = LoggerFactory.getLogger(EngineServer.class);

    /** How long requests at work may take to end when the engine closes. */
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Path data;
    private final ServerSocketChannel server;
    private final UserPrincipal owner;
    private final ClientConnection.Host host;
    private final ExecutorService calls = Threads.perTask("engine-call");
    private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();
    private final Thread accepting;
    private volatile boolean closed;
    private final Times times = new Times();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final LongAdder reconnects = new LongAdder();
    /** What those got who have gone. */
    private final AtomicReference<Traffic.Sent> gone = new AtomicReference<>(Traffic.Sent.NOTHING);

    private EngineServer(Path data, ServerSocketChannel server, UserPrincipal owner, Served served, String version) {
        this.data = data;
        this.server = server;
        this.owner = owner;
        host = new ClientConnection.Host(
                new Served(served.engine(), served.history(), () -> raise(served.window())),
                new EngineMethods(),
                version,
                calls,
                times,
                reconnects,
                this::ended);
        accepting = Threads.startPlatform("engine-accept", this::accept);
    }

    /** The window of this process, else that of an attached one. */
    private boolean raise(HolderWindow own) {
        return own.raise() || connections.stream().anyMatch(ClientConnection::raise);
    }

    private void ended(ClientConnection client) {
        if (connections.remove(client)) {
            gone.accumulateAndGet(client.sent(), Traffic.Sent::plus);
        }
    }

    static EngineServer open(Served served, Path data, String version) throws IOException {
        Path path = SocketPlace.prepare(data, System.getenv());
        return open(served, data, version, path, null);
    }

    /** With a socket at that path, for that user; {@code null} for the one who runs this process. */
    static EngineServer open(
            Served served, Path data, String version, Path path, @org.jspecify.annotations.Nullable UserPrincipal owner)
            throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path), Wire.MAX_CONNECTIONS);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return new EngineServer(data, server, owner == null ? Files.getOwner(path) : owner, served, version);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void accept() {
        while (!closed) {
            try {
                admit(server.accept());
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                // too many open files: the next attempt may find room
                log.warn("a connection could not be accepted: {}", e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void pause() {
        LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(100));
    }

    private void admit(SocketChannel channel) throws IOException {
        boolean own;
        try {
            own = Peer.is(owner, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        RpcConnection connection = new RpcConnection(
                channel, "engine-client-" + (accepted.get() + refused.get()), WireFailures.connectionLost());
        if (!own) {
            log.warn("another user of this machine tried to attach and was refused");
            refuse(connection, WireFailures.foreignUser());
        } else if (connections.size() >= Wire.MAX_CONNECTIONS) {
            log.warn("too many processes are attached; one was refused");
            refuse(connection, WireFailures.tooManyConnections());
        } else {
            ClientConnection client = new ClientConnection(accepted.incrementAndGet(), connection, host);
            connections.add(client);
            client.start();
            if (closed) {
                client.close();
            }
        }
    }

    /** Says why and closes; nothing that comes is looked at. */
    private void refuse(RpcConnection connection, officina.api.error.Failure failure) {
        refused.incrementAndGet();
        connection.send(new RpcMessage.Refusal(null, new RpcError(RpcError.REFUSED, failure)));
        connection.finish();
        connection.start(new RpcConnection.Receiver() {
            @Override
            public void received(RpcMessage message) {
                // nothing is done for this process
            }

            @Override
            public void ended() {
                connection.close();
            }
        });
    }

    @Override
    public Traffic traffic() {
        List<Traffic.Client> clients = connections.stream()
                .map(ClientConnection::seen)
                .sorted(Comparator.comparingLong(Traffic.Client::number))
                .toList();
        Traffic.Sent sent = clients.stream().map(Traffic.Client::sent).reduce(gone.get(), Traffic.Sent::plus);
        return new Traffic(
                clients, accepted.get(), refused.get(), reconnects.sum(), sent.held(), sent.reread(), times.counts());
    }

    /** Who waits is sent away, what is at work may end, then all connections are closed; takes a few seconds at most. */
    @Override
    public void close() {
        closed = true;
        try {
            server.close();
            SocketPlace.clear(data);
        } catch (IOException e) {
            log.warn("the socket was not removed: {}", e.getClass().getSimpleName());
        }
        long end = System.nanoTime() + DRAIN.toNanos();
        connections.forEach(ClientConnection::dismiss);
        try {
            for (ClientConnection client : connections) {
                client.finish(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
            accepting.join(DRAIN);
            connections.forEach(ClientConnection::close);
            calls.shutdown();
            if (!calls.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("a request was still at work when the engine closed");
            }
        } catch (InterruptedException e) {
            connections.forEach(ClientConnection::close);
            calls.shutdown();
            Thread.currentThread().interrupt();
        }
    }
}
