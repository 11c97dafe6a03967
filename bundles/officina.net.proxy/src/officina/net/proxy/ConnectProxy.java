// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import officina.base.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A proxy on a Unix socket that understands {@code CONNECT} and nothing else, for one program in the sandbox. It connects
 * where {@link Tunnels} allows, to the addresses that were decided on, and carries no secret: what is encrypted stays so
 * from end to end. One request is taken from each connection. Any thread; closing it ends all connections.
 */
public final class ConnectProxy implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ConnectProxy.class);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int END_SECONDS = 5;

    private final Path folder;
    private final ServerSocketChannel socket;
    private final Tunnels tunnels;
    private final ProxyLimits limits;
    private final Semaphore places;
    private final AtomicLong all = new AtomicLong();
    private final Set<Tunnel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ConnectProxy(Path folder, ServerSocketChannel socket, Tunnels tunnels, ProxyLimits limits) {
        this.folder = folder;
        this.socket = socket;
        this.tunnels = tunnels;
        this.limits = limits;
        places = new Semaphore(limits.connections());
    }

    /** Listens in a new folder below this one, which nobody but this user can enter. */
    public static ConnectProxy open(Path parent, Tunnels tunnels, ProxyLimits limits) throws IOException {
        Path folder = Files.createTempDirectory(
                parent, "net-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path path = folder.resolve("socket");
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.bind(UnixDomainSocketAddress.of(path), limits.connections());
            // the program may be another user's; of all others the folder keeps it
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
        } catch (IOException | RuntimeException e) {
            socket.close();
            Files.deleteIfExists(path);
            Files.deleteIfExists(folder);
            throw e;
        }
        ConnectProxy proxy = new ConnectProxy(folder, socket, tunnels, limits);
        Threads.start("proxy", proxy::accept);
        return proxy;
    }

    /** The socket, to be handed into the sandbox. */
    public Path path() {
        return folder.resolve("socket");
    }

    private void accept() {
        while (!closed) {
            try {
                // before there is a connection: those that wait are the system's to count, and few
                places.acquire();
                admit(socket.accept());
            } catch (ClosedChannelException e) {
                places.release();
                return;
            } catch (InterruptedException e) {
                return;
            } catch (IOException e) {
                places.release();
                log.warn("a connection could not be accepted: {}", e.getClass().getSimpleName());
                LockSupport.parkNanos(this, PAUSE_NANOS);
            }
        }
    }

    private void admit(SocketChannel client) {
        Tunnel tunnel = new Tunnel(client, tunnels, limits, all);
        open.add(tunnel);
        Threads.start("proxy-connection", () -> {
            try {
                tunnel.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                open.remove(tunnel);
                places.release();
            }
        });
        if (closed) {
            tunnel.close();
        }
    }

    @Override
    public void close() {
        synchronized (open) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            socket.close();
            open.forEach(Tunnel::close);
            // what each connection was is written down before the log is closed
            if (!places.tryAcquire(limits.connections(), END_SECONDS, TimeUnit.SECONDS)) {
                log.warn("connections of a program do not end");
            }
            Files.deleteIfExists(path());
            Files.deleteIfExists(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("a socket could not be removed: {}", e.getClass().getSimpleName());
        }
    }
}
