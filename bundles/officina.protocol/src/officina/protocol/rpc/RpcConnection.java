// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.base.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: a thread that reads, a thread that writes, a bounded queue before it. Whoever sends waits while the
 * other end does not take what was sent; nobody else does. Any thread may call any method.
 */
public final class RpcConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RpcConnection.class);

    /** What becomes of what comes in. Called by the connection's reading thread, one call at a time. */
    public interface Receiver {

        /** While this runs nothing else is read: what may take long goes to another thread. */
        void received(RpcMessage message);

        /** Nothing more comes, for whatever reason. Called once, last. */
        void ended();
    }

    private final ByteChannel channel;
    private final String name;
    private final Failure lost;
    private final Outbox outbox = new Outbox();
    private final CountDownLatch over = new CountDownLatch(2);

    /**
     * Takes ownership of the channel; it is closed with the connection.
     *
     * @param name of its threads
     * @param lost what sending fails with once the other end is gone
     */
    public RpcConnection(ByteChannel channel, String name, Failure lost) {
        this.channel = channel;
        this.name = name;
        this.lost = lost;
    }

    /** Begins to read and write; once. For one of many: on virtual threads. */
    public void start(Receiver receiver) {
        Threads.start(name + "-writer", this::write);
        Threads.start(name + "-reader", () -> read(receiver));
    }

    /**
     * The same for the only connection of a short-lived process, on threads of the system: what waits for the sockets of
     * virtual threads is not there at once, and holds up the end of the virtual machine by 300 ms.
     */
    public void startAlone(Receiver receiver) {
        Threads.startPlatform(name + "-writer", this::write);
        Threads.startPlatform(name + "-reader", () -> read(receiver));
    }

    /** Sends what {@link RpcCodec#encode} made; fails as the connection does when that is no longer possible. */
    public void send(byte[] line) {
        require(outbox.put(line));
    }

    private void require(boolean taken) {
        if (!taken) {
            throw new FailureException(lost);
        }
    }

    /** Encodes and sends; {@code protocol.malformed} for a message that is too long. */
    public void send(RpcMessage message) {
        send(RpcCodec.encode(message));
    }

    /** The same for one who leaves when interrupted while the other end takes nothing; nothing was sent then. */
    public void sendUnlessInterrupted(RpcMessage message) throws InterruptedException {
        require(outbox.putUnlessInterrupted(RpcCodec.encode(message)));
    }

    /** Sends what may as well be left out; never waits. {@code false} when there is no room or no connection. */
    public boolean offer(RpcMessage message) {
        return outbox.offer(RpcCodec.encode(message));
    }

    /** What was sent and waits to be written. */
    public long queuedBytes() {
        return outbox.bytes();
    }

    /** Sends nothing more, and closes when what was sent is written. Does not wait. */
    public void finish() {
        outbox.finish();
    }

    /** Waits until both threads have ended; {@code false} when they have not within the time. */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return over.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        outbox.close();
        try {
            channel.close();
        } catch (IOException e) {
            log.debug("a connection did not close: {}", e.getClass().getSimpleName());
        }
    }

    private void write() {
        try {
            ByteBuffer lines = outbox.take();
            while (lines != null) {
                while (lines.hasRemaining()) {
                    channel.write(lines);
                }
                lines = outbox.take();
            }
            close();
        } catch (IOException e) {
            // what the other end said before it went can still be read
            log.debug("a connection broke while writing: {}", e.getClass().getSimpleName());
            outbox.close();
        } finally {
            over.countDown();
        }
    }

    private void read(Receiver receiver) {
        try {
            LineReader lines = new LineReader(channel, RpcCodec.MAX_LINE);
            byte[] line = lines.next();
            while (line != null) {
                receiver.received(RpcCodec.decode(line));
                line = lines.next();
            }
        } catch (IOException e) {
            log.debug("a connection broke while reading: {}", e.getClass().getSimpleName());
        } catch (FailureException e) {
            refuse(e);
        } catch (RuntimeException e) {
            log.error("a connection was closed because of a defect", Redacted.of(e));
        } finally {
            outbox.finish();
            receiver.ended();
            over.countDown();
        }
    }

    /** A line that is too long, or an answer that can no longer be sent. */
    private void refuse(FailureException refused) {
        if (refused.failure().equals(lost)) {
            return;
        }
        try {
            send(new RpcMessage.Refusal(null, new RpcError(RpcError.INVALID_REQUEST, refused.failure())));
        } catch (FailureException alsoLost) {
            log.debug("a refusal found nobody");
        }
    }
}
