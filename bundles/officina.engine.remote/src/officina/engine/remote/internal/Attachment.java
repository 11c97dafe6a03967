// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Progress;
import officina.engine.wire.Wire;
import officina.engine.wire.WireFailures;
import officina.protocol.EventCodec;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcId;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;

/** One connection to the engine: the requests that wait for answers, and where events go. Its reader never waits. */
final class Attachment implements RpcConnection.Receiver {

    /** A request that waits, with what came of its result so far, and how far it is where that was told since. */
    private record Pending(
            CompletableFuture<JsonValue> answer, List<JsonValue> parts, AtomicReference<@Nullable Told> told) {

        Pending() {
            this(new CompletableFuture<>(), new ArrayList<>(), new AtomicReference<>());
        }
    }

    /** How far long work is. */
    private record Told(long done, long all) {}

    private final RpcConnection connection;
    private final Runnable whenEnded;
    private final Runnable whenWanted;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<RpcId, Pending> pending = new ConcurrentHashMap<>();
    private final Map<Long, Stream> streams = new ConcurrentHashMap<>();
    private volatile @Nullable Failure ended;

    /**
     * @param whenEnded called once, when nothing more comes
     * @param whenWanted called when the window of this process is to come to the front; must not wait
     */
    Attachment(RpcConnection connection, Runnable whenEnded, Runnable whenWanted) {
        this.connection = connection;
        this.whenEnded = whenEnded;
        this.whenWanted = whenWanted;
    }

    void start() {
        connection.startAlone(this);
    }

    boolean isOpen() {
        return ended == null;
    }

    /** Waits for the answer, interrupted or not. */
    JsonValue call(String method, JsonObject params) {
        RpcId id = RpcId.of(numbers.incrementAndGet());
        try {
            return ask(id, method, params).answer().join();
        } catch (CompletionException e) {
            throw failed(e.getCause());
        } finally {
            pending.remove(id);
        }
    }

    /** The same where an answer needs no work; a process that is stopped or stuck gives none. */
    JsonValue callWithin(Duration limit, String method, JsonObject params) {
        RpcId id = RpcId.of(numbers.incrementAndGet());
        CompletableFuture<JsonValue> answer = ask(id, method, params).answer();
        long end = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (TimeoutException e) {
            throw new FailureException(WireFailures.connectionLost(), e);
        } finally {
            pending.remove(id);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the answer, interrupted or not, while somebody follows how far it is and may have it end. */
    JsonValue follow(String method, JsonObject params, Progress progress) {
        if (!progress.goOn(0, 0)) {
            throw new FailureException(WireFailures.notBegun());
        }
        RpcId id = RpcId.of(numbers.incrementAndGet());
        Pending asked = ask(id, method, params);
        Told last = new Told(0, 0);
        boolean cancelled = false;
        boolean interrupted = false;
        try {
            interrupted = !pause(asked.answer());
            while (!asked.answer().isDone()) {
                Told news = asked.told().getAndSet(null);
                last = news == null ? last : news;
                // also after a no: what it does until its end is seen
                boolean ends = !progress.goOn(last.done(), last.all());
                if (ends && !cancelled) {
                    cancelled = true;
                    tell(Wire.CANCEL, JsonObject.EMPTY.with("id", id.value()));
                }
                interrupted |= !pause(asked.answer());
            }
            Told end = asked.told().getAndSet(null);
            if (end != null) {
                progress.goOn(end.done(), end.all());
            }
            return asked.answer().join();
        } catch (CompletionException e) {
            throw failed(e.getCause());
        } finally {
            pending.remove(id);
            if (!asked.answer().isDone()) {
                tell(Wire.CANCEL, JsonObject.EMPTY.with("id", id.value()));
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for a moment, or until there is an answer, whatever it is; {@code false} when interrupted. */
    private static boolean pause(CompletableFuture<JsonValue> answer) {
        try {
            answer.get(Wire.PROGRESS_PAUSE.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (InterruptedException e) {
            return false;
        } catch (TimeoutException | ExecutionException e) {
            return true;
        }
    }

    /** Waits for the answer; an interrupt cancels the request. */
    JsonValue await(String method, JsonObject params) throws InterruptedException {
        RpcId id = RpcId.of(numbers.incrementAndGet());
        try {
            return ask(id, method, params).answer().get();
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (InterruptedException e) {
            tell(Wire.CANCEL, JsonObject.EMPTY.with("id", id.value()));
            throw e;
        } finally {
            pending.remove(id);
        }
    }

    private Pending ask(RpcId id, String method, JsonObject params) {
        Pending asked = new Pending();
        pending.put(id, asked);
        Failure lost = sent(new RpcMessage.Request(id, method, params));
        Failure reason = ended == null ? lost : ended;
        if (reason != null) {
            asked.answer().completeExceptionally(new FailureException(reason));
        }
        return asked;
    }

    private @Nullable Failure sent(RpcMessage message) {
        try {
            connection.send(message);
            return null;
        } catch (FailureException e) {
            return e.failure();
        }
    }

    /** The stack of the caller, the words of the engine. */
    private static RuntimeException failed(@Nullable Throwable cause) {
        return cause instanceof FailureException refused
                ? new FailureException(refused.failure(), refused)
                : new IllegalStateException("only failures come back", cause);
    }

    /**
     * Begins a subscription; its number.
     *
     * @param resumes whether there was one before, over another connection
     */
    long open(Source source, long next, boolean resumes, Stream events) {
        long number = numbers.incrementAndGet();
        streams.put(number, events);
        try {
            call(source.method(), source.request(number, next, resumes));
        } catch (FailureException e) {
            streams.remove(number);
            throw e;
        }
        if (!isOpen()) {
            events.end();
        }
        return number;
    }

    /** This process has a window. */
    void offerWindow() {
        tell(Wire.WINDOW_HERE, JsonObject.EMPTY);
    }

    void taken(long subscription, int count) {
        tell(Wire.TAKEN, JsonObject.EMPTY.with(Wire.SUBSCRIPTION, subscription).with("count", count));
    }

    void end(long subscription) {
        streams.remove(subscription);
        tell(Wire.END, JsonObject.EMPTY.with(Wire.SUBSCRIPTION, subscription));
    }

    /** To a connection that has ended there is nothing to tell. */
    private void tell(String method, JsonObject params) {
        if (isOpen() && sent(new RpcMessage.Notification(method, params)) != null) {
            connection.close();
        }
    }

    @Override
    public void received(RpcMessage message) {
        // no switch: for one over types the virtual machine makes a class at each start, which no cache keeps
        if (message instanceof RpcMessage.Result(RpcId id, JsonValue value)) {
            answered(id, value);
        } else if (message instanceof RpcMessage.Refusal(RpcId id, var error)) {
            refused(id, error.failure());
        } else if (message instanceof RpcMessage.Notification(String method, JsonObject params)) {
            told(method, params);
        } else if (message instanceof RpcMessage.Broken(RpcMessage.Refusal answer)) {
            throw new FailureException(answer.error().failure());
        }
        // clients are not asked anything
    }

    private void answered(RpcId id, JsonValue value) {
        Pending waits = pending.get(id);
        if (waits == null) {
            return;
        }
        if (waits.parts().isEmpty()) {
            waits.answer().complete(value);
        } else if (value instanceof JsonArray(List<JsonValue> rest)) {
            waits.parts().addAll(rest);
            waits.answer().complete(new JsonArray(waits.parts()));
        } else {
            waits.answer().completeExceptionally(new FailureException(WireFailures.unexpected()));
        }
    }

    /** Without an id it is about the connection. */
    private void refused(@Nullable RpcId id, Failure failure) {
        if (id == null) {
            ended = failure;
            connection.close();
            return;
        }
        Pending waits = pending.get(id);
        if (waits != null) {
            waits.answer().completeExceptionally(new FailureException(failure));
        }
    }

    private void told(String method, JsonObject params) {
        if (method.equals(Wire.EVENT)) {
            Stream events = streams.get(params.number(Wire.SUBSCRIPTION, -1));
            EventEnvelope envelope = EventCodec.read(params.object("event"));
            if (events != null && !events.put(envelope)) {
                throw new FailureException(WireFailures.unexpected());
            }
        } else if (method.equals(Wire.WINDOW_WANTED)) {
            whenWanted.run();
        } else if (method.equals(Wire.PART)) {
            Pending waits = about(params);
            if (waits != null) {
                waits.parts().addAll(params.items("items"));
            }
        } else if (method.equals(Wire.PROGRESS)) {
            Pending waits = about(params);
            if (waits != null) {
                waits.told().set(new Told(params.number("done", 0), params.number("all", 0)));
            }
        }
    }

    /** What is asked here has numbers. */
    private @Nullable Pending about(JsonObject params) {
        return pending.get(RpcId.of(params.number("id", -1)));
    }

    @Override
    public void ended() {
        Failure known = ended;
        Failure reason = known == null ? WireFailures.connectionLost() : known;
        ended = reason;
        connection.close();
        pending.values().forEach(waits -> waits.answer().completeExceptionally(new FailureException(reason)));
        streams.values().forEach(Stream::end);
        whenEnded.run();
    }

    void close() {
        connection.close();
    }
}
