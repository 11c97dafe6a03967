// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.RunId;
import officina.api.json.JsonArray;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Progress;
import officina.base.Redacted;
import officina.core.run.RunState;
import officina.engine.wire.EngineMethod;
import officina.engine.wire.EngineMethods;
import officina.engine.wire.Wire;
import officina.engine.wire.WireFailures;
import officina.protocol.EventCodec;
import officina.protocol.rpc.RpcCodec;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcError;
import officina.protocol.rpc.RpcId;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a request asks and sends the answer. An answer to a connection that has ended goes nowhere. */
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final RpcConnection connection;
    private final ClientConnection.Host host;

    Answers(RpcConnection connection, ClientConnection.Host host) {
        this.connection = connection;
        this.host = host;
    }

    /**
     * Calls a method of the Engine API.
     *
     * @param method {@code null} where there is none of that name
     * @param work follows it where it is long
     */
    void call(RpcMessage.Request request, @Nullable EngineMethod method, @Nullable LongWork work) {
        if (method == null) {
            refuse(request.id(), RpcError.unknownMethod());
            return;
        }
        @Nullable Object[] arguments;
        try {
            arguments = method.parameters().read(request.params());
        } catch (FailureException e) {
            refuse(request.id(), new RpcError(RpcError.INVALID_PARAMS, e.failure()));
            return;
        }
        try {
            Object result = method.method().invoke(service(method.service()), followed(arguments, work));
            if (work != null) {
                work.tell();
            }
            give(request.id(), host.methods().values().write(method.result(), result));
        } catch (InvocationTargetException e) {
            failed(request, ended(Objects.requireNonNullElse(e.getCause(), e), work));
        } catch (IllegalAccessException | RuntimeException e) {
            failed(request, e);
        }
    }

    private static @Nullable Object[] followed(@Nullable Object[] arguments, @Nullable LongWork work) {
        if (work == null) {
            return arguments;
        }
        @Nullable Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = work;
        return all;
    }

    /** What ended for another reason than that the client wanted it fails for that. */
    private static Throwable ended(Throwable trouble, @Nullable LongWork work) {
        Failure reason = work == null ? null : work.reason();
        return reason != null
                        && !reason.code().equals(WireFailures.CANCELLED)
                        && trouble instanceof FailureException failed
                        && failed.failure().code().equals(Progress.CANCELLED)
                ? new FailureException(reason, trouble)
                : trouble;
    }

    /** Waits for a run and gives the events that lead to its state then. */
    void await(RpcMessage.Request request) throws InterruptedException {
        RunId id;
        try {
            JsonValue run = request.params().members().getOrDefault("run", JsonNull.NULL);
            id = (RunId) Objects.requireNonNull(host.methods().values().read(RunId.class, run));
        } catch (FailureException e) {
            refuse(request.id(), new RpcError(RpcError.INVALID_PARAMS, e.failure()));
            return;
        }
        try {
            List<EventEnvelope> events = atRest(id);
            give(
                    request.id(),
                    new JsonArray(
                            events.stream().<JsonValue>map(EventCodec::write).toList()));
        } catch (RuntimeException e) {
            failed(request, e);
        }
    }

    /** The short history of the run when it is at rest: never the whole of a long conversation. */
    private List<EventEnvelope> atRest(RunId run) throws InterruptedException {
        while (true) {
            RunState state = host.served().engine().runs().await(run);
            List<EventEnvelope> events = host.served().history().run(run);
            // else somebody has let it go on between the two
            if (events.getLast().seq() == state.lastSeq()) {
                return events;
            }
        }
    }

    private Object service(String name) throws IllegalAccessException, InvocationTargetException {
        Served served = host.served();
        return switch (name) {
            case EngineMethods.HISTORY -> served.history();
            case EngineMethods.WINDOW -> served.window();
            default -> {
                Method accessor =
                        Objects.requireNonNull(host.methods().services().get(name));
                yield Objects.requireNonNull(accessor.invoke(served.engine()));
            }
        };
    }

    /** A refusal as it is; a defect is told here and not there. */
    void failed(RpcMessage.Request request, Throwable trouble) {
        if (trouble instanceof FailureException refused) {
            refuse(request.id(), refused.failure());
        } else {
            log.error("request {} failed", request.method(), Redacted.of(trouble));
            refuse(request.id(), WireFailures.unexpected());
        }
    }

    /** A result that is too long for a line goes in parts where it is an array, else it is refused. */
    void give(RpcId id, JsonValue result) {
        byte[] line;
        try {
            line = RpcCodec.encode(new RpcMessage.Result(id, result));
        } catch (FailureException tooLong) {
            if (result instanceof JsonArray(List<JsonValue> items) && items.size() > 1) {
                int half = items.size() / 2;
                part(id, items.subList(0, half));
                give(id, new JsonArray(items.subList(half, items.size())));
            } else {
                refuse(id, tooLong.failure());
            }
            return;
        }
        send(line);
    }

    private void part(RpcId id, List<JsonValue> items) {
        byte[] line;
        try {
            line = RpcCodec.encode(new RpcMessage.Notification(
                    Wire.PART, JsonObject.EMPTY.with("id", id.value()).with("items", new JsonArray(items))));
        } catch (FailureException tooLong) {
            if (items.size() == 1) {
                throw tooLong;
            }
            part(id, items.subList(0, items.size() / 2));
            part(id, items.subList(items.size() / 2, items.size()));
            return;
        }
        send(line);
    }

    void refuse(RpcId id, Failure failure) {
        refuse(id, RpcError.of(failure));
    }

    void refuse(RpcId id, RpcError error) {
        send(RpcCodec.encode(new RpcMessage.Refusal(id, error)));
    }

    private void send(byte[] line) {
        try {
            connection.send(line);
        } catch (FailureException lost) {
            log.debug("an answer found nobody");
        }
    }
}
