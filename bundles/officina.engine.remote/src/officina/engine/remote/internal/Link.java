// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Progress;
import officina.engine.Subscription;
import officina.engine.wire.AttachReply;
import officina.engine.wire.AttachRequest;
import officina.engine.wire.EngineMethods;
import officina.engine.wire.Peer;
import officina.engine.wire.SocketPlace;
import officina.engine.wire.Wire;
import officina.engine.wire.WireFailures;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.value.ValueCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the engine of a data folder: one connection at a time, made again when it broke and somebody needs it. */
public final class Link implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Link.class);

    /** An engine greets without any work; who starts a program must not wait for ever for one that is stopped. */
    private static final Duration GREETING = Duration.ofSeconds(5);

    /** One connection and what the engine said. */
    private record Current(Attachment attachment, AttachReply peer) {}

    private final Path data;
    private final String program;
    private final ValueCodec values;
    private final ReentrantLock connecting = new ReentrantLock();
    private final Set<RemoteSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Runnable> whenLost = new AtomicReference<>();
    private final AtomicReference<@Nullable Runnable> window = new AtomicReference<>();
    private volatile @Nullable Current current;
    /** Under the lock of connecting. */
    private long connections;

    private volatile boolean closed;

    private Link(Path data, String program, EngineMethods methods) {
        this.data = data;
        this.program = program;
        values = methods.values();
    }

    /** Connects; see {@link officina.engine.remote.RemoteEngine#attach}. */
    public static Link open(Path data, String program, EngineMethods methods) {
        Link link = new Link(data, program, methods);
        link.attachment();
        return link;
    }

    /** What the engine said last. */
    public AttachReply peer() {
        return Objects.requireNonNull(current, "open has connected").peer();
    }

    /** See {@link officina.engine.remote.RemoteEngine#whenLost}. */
    public void whenLost(Runnable listener) {
        whenLost.set(listener);
        Current known = current;
        if (known != null && !known.attachment().isOpen()) {
            lost();
        }
    }

    private void lost() {
        Runnable listener = closed ? null : whenLost.getAndSet(null);
        if (listener != null) {
            listener.run();
        }
    }

    /** See {@link officina.engine.remote.RemoteEngine#offerWindow}. */
    public void offerWindow(Runnable raise) {
        // connecting reads it under the same lock: it is told once or by the next connection
        connecting.lock();
        try {
            window.set(raise);
            Current known = current;
            if (known != null) {
                known.attachment().offerWindow();
            }
        } finally {
            connecting.unlock();
        }
    }

    private void wanted() {
        Runnable raise = window.get();
        if (raise != null) {
            raise.run();
        }
    }

    JsonValue call(String method, JsonObject params) {
        return attachment().call(method, params);
    }

    JsonValue follow(String method, JsonObject params, Progress progress) {
        return attachment().follow(method, params, progress);
    }

    JsonValue await(JsonObject params) throws InterruptedException {
        return attachment().await(Wire.AWAIT, params);
    }

    Subscription subscribe(Source source, long from, Consumer<EventEnvelope> listener) {
        RemoteSubscription subscription = new RemoteSubscription(this, source, from, listener);
        subscriptions.add(subscription);
        if (closed) {
            subscriptions.remove(subscription);
            throw new FailureException(WireFailures.closed());
        }
        subscription.start();
        return subscription;
    }

    void ended(RemoteSubscription subscription) {
        subscriptions.remove(subscription);
    }

    /** The connection there is, or a new one. */
    Attachment attachment() {
        Current known = current;
        if (known != null && known.attachment().isOpen() && !closed) {
            return known.attachment();
        }
        connecting.lock();
        try {
            if (closed) {
                throw new FailureException(WireFailures.closed());
            }
            Current newer = current;
            if (newer == null || !newer.attachment().isOpen()) {
                newer = connect();
                current = newer;
            }
            return newer.attachment();
        } finally {
            connecting.unlock();
        }
    }

    private Current connect() {
        SocketChannel channel;
        try {
            channel = channel();
        } catch (IOException | UnsupportedOperationException e) {
            throw new FailureException(WireFailures.notRunning(data), e);
        }
        Attachment attachment = new Attachment(
                new RpcConnection(channel, "engine-link", WireFailures.connectionLost()), this::lost, this::wanted);
        attachment.start();
        try {
            AttachRequest hello = AttachRequest.of(program, connections);
            JsonValue said =
                    attachment.callWithin(GREETING, Wire.ATTACH, (JsonObject) values.write(AttachRequest.class, hello));
            connections++;
            AttachReply reply = (AttachReply) Objects.requireNonNull(values.read(AttachReply.class, said));
            if (current != null) {
                log.info("attached again to the engine of process {}", reply.process());
            }
            if (window.get() != null) {
                attachment.offerWindow();
            }
            return new Current(attachment, reply);
        } catch (RuntimeException e) {
            attachment.close();
            throw e;
        }
    }

    private SocketChannel channel() throws IOException {
        Path socket = SocketPlace.find(data).orElseThrow(() -> new FailureException(WireFailures.notRunning(data)));
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            if (!Peer.is(Files.getOwner(data.toRealPath()), channel)) {
                throw new FailureException(WireFailures.foreignUser());
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
        subscriptions.forEach(RemoteSubscription::close);
        Current last = current;
        if (last != null) {
            last.attachment().close();
        }
    }
}
