// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import officina.api.error.FailureException;
import officina.base.Threads;
import officina.core.plugin.HostPort;
import org.jspecify.annotations.Nullable;

/** One connection of the program: its request, and the bytes of both directions, which nobody looks at. */
final class Tunnel implements AutoCloseable {

    private static final int CHUNK = 16 << 10;

    private final SocketChannel client;
    private final Tunnels tunnels;
    private final ProxyLimits limits;
    private final AtomicLong all;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile @Nullable SocketChannel server;
    private volatile @Nullable String cut;

    /** @param all the bytes of all connections of the program */
    Tunnel(SocketChannel client, Tunnels tunnels, ProxyLimits limits, AtomicLong all) {
        this.client = client;
        this.tunnels = tunnels;
        this.limits = limits;
        this.all = all;
    }

    /** Does all of it; returns when the connection has ended. */
    void run() throws InterruptedException {
        try {
            HostPort place = place();
            if (place == null) {
                return;
            }
            List<InetAddress> addresses = allowed(place);
            if (!addresses.isEmpty()) {
                connected(place, addresses);
            }
        } catch (IOException gone) {
            // whoever asked does not wait for an answer
        } finally {
            close();
        }
    }

    private @Nullable HostPort place() throws IOException {
        CountDownLatch read = new CountDownLatch(1);
        Threads.start("proxy-head", () -> cutAfter(read, limits.head()));
        try {
            return ConnectRequest.read(client).place();
        } catch (ConnectRequest.Refused e) {
            told(() -> tunnels.refused(e.answer().reason()));
            answer(e.answer());
            return null;
        } catch (ClosedChannelException late) {
            told(() -> tunnels.refused("no whole request in time"));
            throw late;
        } finally {
            read.countDown();
        }
    }

    private void cutAfter(CountDownLatch done, Duration limit) {
        try {
            if (!done.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<InetAddress> allowed(HostPort place) throws IOException, InterruptedException {
        try {
            return tunnels.open(place);
        } catch (FailureException e) {
            answer(
                    switch (e.failure().code()) {
                        case "net.unreachable" -> ProxyAnswer.UNREACHABLE;
                        case "net.busy" -> ProxyAnswer.BUSY;
                        default -> ProxyAnswer.FORBIDDEN;
                    });
            return List.of();
        }
    }

    private void connected(HostPort place, List<InetAddress> addresses) throws IOException, InterruptedException {
        String outcome = "unreachable";
        try {
            SocketChannel there = connect(place, addresses);
            if (there == null) {
                answer(ProxyAnswer.UNREACHABLE);
                return;
            }
            outcome = "closed";
            answer(ProxyAnswer.CONNECTED);
            relay(there);
        } finally {
            String ended = cut == null ? outcome : cut;
            told(() -> tunnels.ended(place, ended, sent.get(), received.get()));
        }
    }

    private @Nullable SocketChannel connect(HostPort place, List<InetAddress> addresses) throws IOException {
        for (InetAddress each : addresses) {
            SocketChannel channel = SocketChannel.open();
            server = channel;
            try {
                channel.socket().connect(new InetSocketAddress(each, place.port()), (int)
                        limits.connect().toMillis());
                return channel;
            } catch (IOException nobodyThere) {
                channel.close();
            }
        }
        return null;
    }

    private void relay(SocketChannel there) throws InterruptedException {
        Threads.start("proxy-watch", this::watch);
        Thread up = Threads.start("proxy-up", () -> copy(client, there, sent));
        copy(there, client, received);
        up.join();
        over.countDown();
    }

    private void copy(SocketChannel from, SocketChannel to, AtomicLong count) {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try {
            while (from.read(buffer) >= 0) {
                buffer.flip();
                long bytes = buffer.remaining();
                count.addAndGet(bytes);
                if (sent.get() + received.get() > limits.each() || all.addAndGet(bytes) > limits.all()) {
                    cut = "too much";
                    close();
                    return;
                }
                while (buffer.hasRemaining()) {
                    if (to.write(buffer) < 0) {
                        return;
                    }
                }
                buffer.clear();
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            close();
        }
    }

    private void watch() {
        try {
            long before = -1;
            while (!over.await(limits.idle().toNanos(), TimeUnit.NANOSECONDS)) {
                long now = sent.get() + received.get();
                if (now == before) {
                    cut = "idle";
                    close();
                    return;
                }
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What cannot be written down is not done: the connection ends here. */
    private void told(Runnable log) {
        try {
            log.run();
        } catch (FailureException e) {
            close();
        }
    }

    private void answer(ProxyAnswer answer) throws IOException {
        ByteBuffer bytes = answer.bytes();
        while (bytes.hasRemaining()) {
            if (client.write(bytes) < 0) {
                return;
            }
        }
    }

    @Override
    public void close() {
        SocketChannel other = server;
        closed(client);
        if (other != null) {
            closed(other);
        }
    }

    private static void closed(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // it carries nothing any more
        }
    }
}
