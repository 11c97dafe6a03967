// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import officina.base.Threads;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks the interface of OpenAI ({@code /v1/chat/completions}, whole and streaming, and
 * {@code /v1/models}) over a real loopback socket, and does what scripts say. Any thread.
 */
public final class LocalModelServer implements AutoCloseable {

    /** The models it has. */
    public static final List<String> MODELS = List.of("tiny", "large");

    private static final int LIMIT_SECONDS = 30;

    private final ServerSocket socket;
    private final ConcurrentLinkedQueue<ModelScript> scripts = new ConcurrentLinkedQueue<>();
    private final List<SeenRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Semaphore left = new Semaphore(0);
    private volatile @Nullable String key;

    private LocalModelServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** Starts one on a free port. */
    public static LocalModelServer start() {
        try {
            LocalModelServer server = new LocalModelServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Threads.start("model server", server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where its interface begins. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/v1");
    }

    /** What it does with the next requests for completions, one each. Without a script it says "Hello". */
    public void answer(ModelScript... next) {
        scripts.addAll(List.of(next));
    }

    /** From now on it refuses requests without that key; {@code null} for all keys. */
    public void requireKey(@Nullable String wanted) {
        key = wanted;
    }

    /** The requests so far. */
    public List<SeenRequest> requests() {
        return List.copyOf(requests);
    }

    /** Waits until a client has closed its connection while the server was hanging or holding; says whether it did. */
    public boolean awaitClientLeft() throws InterruptedException {
        return left.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until every connection that was taken has ended; says whether it did. */
    public boolean awaitNoClient() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        synchronized (connections) {
            while (!connections.isEmpty()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                connections.wait(left);
            }
        }
        return true;
    }

    /** Ends it; connections are reset. */
    @Override
    public void close() {
        try {
            socket.close();
            for (Socket each : connections) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.add(connection);
                Threads.start("model connection", () -> serve(connection));
            }
        } catch (IOException closed) {
            // the end of the server
        }
    }

    private void serve(Socket connection) {
        try (connection;
                ServerConnection http = new ServerConnection(connection)) {
            SeenRequest request = http.read();
            while (request != null && answer(http, request)) {
                request = http.read();
            }
        } catch (IOException gone) {
            // the client has gone, or a script has reset the connection
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (connections) {
                connections.remove(connection);
                connections.notifyAll();
            }
        }
    }

    /** Whether the connection may be used again. */
    private boolean answer(ServerConnection http, SeenRequest request) throws IOException, InterruptedException {
        requests.add(request);
        String wanted = key;
        if (wanted != null && !("Bearer " + wanted).equals(request.headers().get("authorization"))) {
            http.json(
                    401,
                    "{\"error\":{\"message\":\"no\",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}");
            return true;
        }
        switch (request.path()) {
            case "/v1/models" -> http.json(200, Completions.models(MODELS));
            case "/v1/chat/completions" -> {
                ModelScript script = scripts.poll();
                return new ScriptRun(http, request, script == null ? ModelScript.saying("Hello") : script, left).run();
            }
            default -> http.json(404, "{\"error\":{\"message\":\"no such path\"}}");
        }
        return true;
    }
}
