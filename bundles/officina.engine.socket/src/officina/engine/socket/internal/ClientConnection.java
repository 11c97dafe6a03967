// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.SessionId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Times;
import officina.engine.Traffic;
import officina.engine.wire.AttachReply;
import officina.engine.wire.AttachRequest;
import officina.engine.wire.EngineMethod;
import officina.engine.wire.EngineMethods;
import officina.engine.wire.Wire;
import officina.engine.wire.WireFailures;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcError;
import officina.protocol.rpc.RpcId;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;

/**
 * One attached process: its handshake, requests and subscriptions. The reading thread only hands on; requests work on
 * threads of their own, at most {@link Wire#MAX_REQUESTS} at a time, and then reading waits. Each ends when its answer is
 * queued, so that a client that takes no answers has as many requests at work, and no more.
 */
final class ClientConnection implements RpcConnection.Receiver {

    /** What all connections of an engine share. */
    record Host(
            Served served,
            EngineMethods methods,
            String version,
            ExecutorService calls,
            Times times,
            LongAdder reconnects,
            Consumer<ClientConnection> whenEnded) {}

    private final RpcConnection connection;
    private final Host host;
    private final Answers answers;
    private final Semaphore requests = new Semaphore(Wire.MAX_REQUESTS);
    private final Semaphore waits = new Semaphore(Wire.MAX_SUBSCRIPTIONS);
    private final Semaphore longs = new Semaphore(Wire.MAX_LONG);
    private final Map<RpcId, Waiting> waiting = new ConcurrentHashMap<>();
    private final Map<RpcId, LongWork> working = new ConcurrentHashMap<>();
    private final Map<Long, Feed> feeds = new ConcurrentHashMap<>();
    private final LongAdder made = new LongAdder();
    private final long number;
    private final long since = System.nanoTime();
    private volatile String program = "";
    private volatile long reconnects;
    private volatile boolean window;
    /** By subscriptions that have ended. */
    private volatile Traffic.Sent gone = Traffic.Sent.NOTHING;

    private boolean attached;

    ClientConnection(long number, RpcConnection connection, Host host) {
        this.number = number;
        this.connection = connection;
        this.host = host;
        answers = new Answers(connection, host);
    }

    void start() {
        connection.start(this);
    }

    @Override
    public void received(RpcMessage message) {
        switch (message) {
            case RpcMessage.Request request -> requested(request);
            case RpcMessage.Notification(String method, JsonObject params) -> told(method, params);
            case RpcMessage.Broken(RpcMessage.Refusal answer) -> connection.send(answer);
            // an engine asks nothing, so nothing can be an answer
            case RpcMessage.Result _, RpcMessage.Refusal _ -> {}
        }
    }

    private void requested(RpcMessage.Request request) {
        if (!attached) {
            attach(request);
            return;
        }
        switch (request.method()) {
            case Wire.ATTACH -> answers.refuse(request.id(), WireFailures.notAttached());
            case Wire.SUBSCRIBE_SESSION, Wire.SUBSCRIBE_ALL -> subscribe(request);
            case Wire.AWAIT -> await(request);
            default -> {
                EngineMethod method = host.methods().find(request.method());
                if (method != null && method.followed()) {
                    workLong(request, method);
                } else {
                    work(request, method);
                }
            }
        }
    }

    private void attach(RpcMessage.Request request) {
        if (!request.method().equals(Wire.ATTACH)) {
            answers.refuse(request.id(), WireFailures.notAttached());
            return;
        }
        AttachRequest hello;
        try {
            hello = (AttachRequest) host.methods().values().read(AttachRequest.class, request.params());
        } catch (FailureException e) {
            answers.refuse(request.id(), new RpcError(RpcError.INVALID_PARAMS, e.failure()));
            return;
        }
        if (hello == null || !hello.fits()) {
            answers.refuse(
                    request.id(),
                    WireFailures.protocolUnsupported(host.version(), hello == null ? "" : hello.program()));
            connection.finish();
            return;
        }
        attached = true;
        program = hello.program();
        reconnects = Objects.requireNonNullElse(hello.reconnects(), 0L);
        if (reconnects > 0) {
            host.reconnects().increment();
        }
        AttachReply reply = new AttachReply(
                AttachRequest.PROTOCOL,
                host.version(),
                ProcessHandle.current().pid(),
                host.methods().serviceNames());
        answers.give(request.id(), host.methods().values().write(AttachReply.class, reply));
    }

    /** On a thread of its own; waits for a free one, and with it the whole connection. */
    private void work(RpcMessage.Request request, @Nullable EngineMethod method) {
        long began = System.nanoTime();
        made.increment();
        requests.acquireUninterruptibly();
        start(request.id(), requests, () -> {
            answers.call(request, method, null);
            host.times().add(System.nanoTime() - began);
        });
    }

    /** Does not count as other work, and is not waited for: cancelling has to be read. */
    private void workLong(RpcMessage.Request request, EngineMethod method) {
        LongWork work = new LongWork(request.id(), connection);
        made.increment();
        if (!longs.tryAcquire()) {
            answers.refuse(request.id(), WireFailures.tooMuchLongWork());
        } else if (working.putIfAbsent(request.id(), work) != null) {
            longs.release();
            answers.refuse(request.id(), WireFailures.tooMuchLongWork());
        } else {
            start(request.id(), longs, () -> {
                try {
                    answers.call(request, method, work);
                } finally {
                    working.remove(request.id());
                }
            });
        }
    }

    /** Does not count as work, so that cancelling is read however many runs a client waits for. */
    private void await(RpcMessage.Request request) {
        Waiting wait = new Waiting();
        if (!waits.tryAcquire()) {
            answers.refuse(request.id(), WireFailures.tooManySubscriptions());
        } else if (waiting.putIfAbsent(request.id(), wait) != null) {
            waits.release();
            answers.refuse(request.id(), WireFailures.tooManySubscriptions());
        } else {
            start(request.id(), waits, () -> {
                wait.run(() -> answers.await(request), failure -> answers.refuse(request.id(), failure));
                waiting.remove(request.id());
            });
        }
    }

    private void start(RpcId id, Semaphore permits, Runnable work) {
        try {
            host.calls().execute(() -> {
                try {
                    work.run();
                } finally {
                    permits.release();
                }
            });
        } catch (RejectedExecutionException e) {
            permits.release();
            answers.refuse(id, WireFailures.closed());
        }
    }

    private void subscribe(RpcMessage.Request request) {
        JsonObject params = request.params();
        long number = params.number(Wire.SUBSCRIPTION, -1);
        Feed feed = new Feed(
                number, connection, resumes(params) ? host.served().history().position() : 0);
        if (number < 0 || feeds.size() >= Wire.MAX_SUBSCRIPTIONS || feeds.putIfAbsent(number, feed) != null) {
            answers.refuse(request.id(), WireFailures.tooManySubscriptions());
            return;
        }
        @Nullable SessionId session;
        try {
            session = request.method().equals(Wire.SUBSCRIBE_SESSION) ? session(params) : null;
        } catch (FailureException e) {
            feeds.remove(number);
            answers.refuse(request.id(), new RpcError(RpcError.INVALID_PARAMS, e.failure()));
            return;
        }
        try {
            feed.from(
                    session == null
                            ? host.served().history().subscribe(params.number("fromPosition", 1), feed)
                            : host.served().engine().sessions().subscribe(session, params.number("fromSeq", 1), feed));
            answers.give(request.id(), JsonNull.NULL);
        } catch (RuntimeException e) {
            feeds.remove(number);
            answers.failed(request, e);
        }
    }

    private SessionId session(JsonObject params) {
        JsonValue given = params.members().getOrDefault("session", JsonNull.NULL);
        return (SessionId) Objects.requireNonNull(host.methods().values().read(SessionId.class, given));
    }

    /** Whether a client goes on with what it listened to over an earlier connection. */
    private static boolean resumes(JsonObject params) {
        return params.flag(Wire.RESUMES);
    }

    private void told(String method, JsonObject params) {
        switch (method) {
            case Wire.TAKEN -> {
                Feed feed = feeds.get(params.number(Wire.SUBSCRIPTION, -1));
                if (feed != null) {
                    feed.taken(params.number("count", 0));
                }
            }
            case Wire.END -> {
                Feed feed = feeds.remove(params.number(Wire.SUBSCRIPTION, -1));
                if (feed != null) {
                    feed.stop();
                    gone = gone.plus(feed.sent());
                    later(feed::close);
                }
            }
            case Wire.WINDOW_HERE -> window = true;
            case Wire.CANCEL -> cancel(params.members().getOrDefault("id", JsonNull.NULL));
            // what a newer client tells may be passed over
            default -> {}
        }
    }

    private void cancel(JsonValue id) {
        for (Map.Entry<RpcId, Waiting> each : waiting.entrySet()) {
            if (each.getKey().value().equals(id)) {
                each.getValue().end(WireFailures.cancelled());
            }
        }
        for (Map.Entry<RpcId, LongWork> each : working.entrySet()) {
            if (each.getKey().value().equals(id)) {
                each.getValue().end(WireFailures.cancelled());
            }
        }
    }

    private void later(Runnable task) {
        try {
            host.calls().execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    @Override
    public void ended() {
        waiting.values().forEach(wait -> wait.end(WireFailures.connectionLost()));
        working.values().forEach(work -> work.end(WireFailures.connectionLost()));
        feeds.values().forEach(Feed::stop);
        connection.close();
        feeds.values().forEach(Feed::close);
        host.whenEnded().accept(this);
    }

    /** How it fares. Any thread. */
    Traffic.Client seen() {
        int atWork = Wire.MAX_REQUESTS - requests.availablePermits();
        int more = Wire.MAX_LONG - longs.availablePermits();
        int waits = Wire.MAX_SUBSCRIPTIONS - this.waits.availablePermits();
        return new Traffic.Client(
                number,
                program,
                Duration.ofNanos(System.nanoTime() - since),
                reconnects,
                made.sum(),
                atWork + more + waits,
                feeds.size(),
                sent(),
                connection.queuedBytes());
    }

    /** What its subscriptions got, those that have ended included. */
    Traffic.Sent sent() {
        return feeds.values().stream().map(Feed::sent).reduce(gone, Traffic.Sent::plus);
    }

    /** Whether it has a window, which is then asked to come to the front. */
    boolean raise() {
        if (!window) {
            return false;
        }
        try {
            connection.send(new RpcMessage.Notification(Wire.WINDOW_WANTED, JsonObject.EMPTY));
            return true;
        } catch (FailureException gone) {
            return false;
        }
    }

    /** Sends away who waits for a run, and ends long work. */
    void dismiss() {
        Failure closed = WireFailures.closed();
        waiting.values().forEach(wait -> wait.end(closed));
        working.values().forEach(work -> work.end(closed));
    }

    /** Lets requests at work end and their answers go out, within the time. */
    void finish(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        settle(requests, Wire.MAX_REQUESTS, end);
        settle(longs, Wire.MAX_LONG, end);
        settle(waits, Wire.MAX_SUBSCRIPTIONS, end);
        feeds.values().forEach(Feed::stop);
        connection.finish();
        connection.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    private static void settle(Semaphore permits, int all, long end) throws InterruptedException {
        if (permits.tryAcquire(all, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            permits.release(all);
        }
    }

    void close() {
        connection.close();
    }
}
