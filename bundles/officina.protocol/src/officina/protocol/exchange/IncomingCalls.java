// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Redacted;
import officina.base.Threads;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcError;
import officina.protocol.rpc.RpcId;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this end is asked: each call in a thread of its own. Called by the thread that reads. */
final class IncomingCalls {

    /**
     * Most at the same time. More are refused and do not wait: those at work may wait for answers that come after them.
     */
    static final int MOST = 64;

    /** How many defects of one connection are logged: the other end may cause as many as it likes. */
    private static final int LOGGED = 10;

    /** A failure with more words is not remembered: some of them are of the other end's choice. */
    private static final int LONGEST_KEPT = 2_000;

    /** How many failures are remembered. */
    private static final int KEPT = 64;

    private static final Logger log = LoggerFactory.getLogger(IncomingCalls.class);

    /** A call at work, which an interrupt may reach before its thread has begun. */
    private static final class Work {

        private @Nullable Thread thread;
        private boolean interrupted;

        synchronized void begin() {
            thread = Thread.currentThread();
            if (interrupted) {
                thread.interrupt();
            }
        }

        synchronized void interrupt() {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private final String name;
    private final RpcConnection connection;
    private final LentObjects lent;
    private final Marshal marshal;
    private final Map<RpcId, Work> working = new ConcurrentHashMap<>();
    private final Deque<Failure> told = new ArrayDeque<>();
    private final AtomicInteger defects = new AtomicInteger();
    /** At work, or waiting for their answers to be taken. */
    private final AtomicInteger busy = new AtomicInteger();

    /** @param name of the threads */
    IncomingCalls(String name, RpcConnection connection, LentObjects lent, Marshal marshal) {
        this.name = name;
        this.connection = connection;
        this.lent = lent;
        this.marshal = marshal;
    }

    void asked(RpcMessage.Request request) {
        if (!request.method().equals(Exchange.CALL)) {
            send(new RpcMessage.Refusal(request.id(), RpcError.unknownMethod()));
        } else if (busy.get() >= MOST) {
            Failure tooMany = ExchangeFailures.tooMany("calls", MOST).failure();
            send(new RpcMessage.Refusal(request.id(), RpcError.of(tooMany)));
        } else {
            Work work = new Work();
            if (working.putIfAbsent(request.id(), work) == null) {
                busy.incrementAndGet();
                Threads.start(name, () -> work(request, work));
            } else {
                send(new RpcMessage.Refusal(
                        request.id(), new RpcError(RpcError.INVALID_REQUEST, ExchangeFailures.askedTwice())));
            }
        }
    }

    /** @param id as the other end has it, if it has one */
    void interrupted(@Nullable JsonValue id) {
        working.forEach((each, work) -> {
            if (each.value().equals(id)) {
                work.interrupt();
            }
        });
    }

    /** Nobody waits for answers any more. */
    void end() {
        working.values().forEach(Work::interrupt);
    }

    private void work(RpcMessage.Request request, Work work) {
        work.begin();
        RpcMessage answer;
        try {
            answer = new RpcMessage.Result(request.id(), result(request.params()));
        } catch (Throwable trouble) {
            Failure failure = failure(trouble);
            keep(failure);
            answer = new RpcMessage.Refusal(request.id(), RpcError.of(failure));
        }
        // its number may be used again by who has the answer
        working.remove(request.id());
        try {
            answer(request.id(), answer);
        } finally {
            // not before: whoever does not take answers gets no more calls taken
            busy.decrementAndGet();
        }
    }

    private void keep(Failure failure) {
        if (failure.told().length() > LONGEST_KEPT) {
            return;
        }
        synchronized (told) {
            told.addLast(failure);
            if (told.size() > KEPT) {
                told.removeFirst();
            }
        }
    }

    /** Whether one of the last calls was answered with it. */
    boolean hasTold(Failure failure) {
        synchronized (told) {
            return told.contains(failure);
        }
    }

    private JsonValue result(JsonObject params) throws Throwable {
        Life life = new Life();
        try {
            LentObjects.Lent target = lent.find(params.number(Exchange.OBJECT, -1));
            String called = params.requireText(Exchange.METHOD);
            ContractMethod method = target.contract().find(called);
            if (method == null) {
                throw ExchangeFailures.unknownMethod();
            }
            @Nullable Object[] arguments = marshal.read(method, params.items(Exchange.WITH), life);
            Object result = method.method().invoke(target.object(), arguments);
            return marshal.write(method.result(), result, target.life());
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        } finally {
            life.end();
        }
    }

    /** A failure as it is; what a defect says stays here. */
    private Failure failure(Throwable trouble) {
        if (trouble instanceof FailureException refused) {
            return refused.failure();
        }
        if (trouble instanceof InterruptedException) {
            return ExchangeFailures.interrupted();
        }
        if (defects.incrementAndGet() <= LOGGED) {
            log.error("a call from the other side failed", Redacted.of(trouble));
        }
        return ExchangeFailures.defect(trouble.getClass().getSimpleName());
    }

    private void answer(RpcId id, RpcMessage answer) {
        try {
            connection.send(answer);
        } catch (FailureException tooLong) {
            send(new RpcMessage.Refusal(id, RpcError.of(tooLong.failure())));
        }
    }

    private void send(RpcMessage message) {
        try {
            connection.send(message);
        } catch (FailureException e) {
            log.debug("an answer found nobody");
        }
    }
}
