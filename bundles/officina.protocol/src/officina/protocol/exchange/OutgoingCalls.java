// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcId;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;

/** What this end has asked and waits for. Any thread. */
final class OutgoingCalls {

    private final RpcConnection connection;
    private final Failure lost;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<RpcId, CompletableFuture<JsonValue>> asked = new ConcurrentHashMap<>();
    private final Set<RpcId> abandoned = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    OutgoingCalls(RpcConnection connection, Failure lost) {
        this.connection = connection;
        this.lost = lost;
    }

    /**
     * Asks and waits for the answer. An interrupt is told to the other end; the one who is patient waits on for the
     * answer, the other leaves at once.
     *
     * @param interruptible whether the caller leaves when it is interrupted
     */
    JsonValue ask(JsonObject params, boolean interruptible) throws InterruptedException {
        RpcId id = RpcId.of(numbers.incrementAndGet());
        CompletableFuture<JsonValue> answer = new CompletableFuture<>();
        asked.put(id, answer);
        boolean interrupted = false;
        try {
            send(new RpcMessage.Request(id, Exchange.CALL, params), interruptible);
            if (over) {
                throw new FailureException(lost);
            }
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException e) {
                    tellInterrupted(id, interrupted);
                    if (interruptible) {
                        abandon(id, answer);
                        throw e;
                    }
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } finally {
            asked.remove(id);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void send(RpcMessage request, boolean interruptible) throws InterruptedException {
        if (interruptible) {
            connection.sendUnlessInterrupted(request);
        } else {
            connection.send(request);
        }
    }

    /** One who takes nothing is not waited for: it is the caller who wants to leave. */
    private void tellInterrupted(RpcId id, boolean before) {
        if (!before && !over) {
            connection.offer(
                    new RpcMessage.Notification(Exchange.CANCEL, JsonObject.EMPTY.with(Exchange.ID, id.value())));
        }
    }

    private void abandon(RpcId id, CompletableFuture<JsonValue> answer) {
        abandoned.add(id);
        if (over || answer.isDone()) {
            abandoned.remove(id);
        }
    }

    /** The stack of the caller, the words of the other end. */
    private static RuntimeException failed(@Nullable Throwable cause) {
        return cause instanceof FailureException refused
                ? new FailureException(refused.failure(), refused)
                : new IllegalStateException("only failures come back", cause);
    }

    /** How many calls were left by their callers and are not answered yet. */
    int abandoned() {
        return abandoned.size();
    }

    void answered(RpcId id, JsonValue value) {
        abandoned.remove(id);
        CompletableFuture<JsonValue> answer = asked.get(id);
        if (answer != null) {
            answer.complete(value);
        }
    }

    void refused(RpcId id, Failure failure) {
        abandoned.remove(id);
        CompletableFuture<JsonValue> answer = asked.get(id);
        if (answer != null) {
            answer.completeExceptionally(new FailureException(failure));
        }
    }

    /** Nobody answers any more. */
    void end() {
        over = true;
        asked.values().forEach(answer -> answer.completeExceptionally(new FailureException(lost)));
        abandoned.clear();
    }
}
