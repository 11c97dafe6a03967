// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.RecordKind;
import officina.base.Progress;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.core.run.SessionTail;
import officina.core.run.Snapshot;
import officina.engine.Keys;
import officina.engine.MailAccounts;
import officina.engine.Models;
import officina.engine.Subscription;
import officina.engine.wire.EngineMethod;
import officina.engine.wire.EngineMethods;
import officina.engine.wire.Wire;
import officina.engine.wire.WireFailures;
import officina.protocol.value.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * The methods of one service. Those that travel are calls; the few others are made here, of the history: states by the
 * reducer, listeners by a subscription to all events.
 */
public final class ServiceCalls implements InvocationHandler {

    /** Of what was installed, whose form the engine knows. */
    private static final RecordKind INSTALLED = new RecordKind("installed-bundle");

    /** What does not travel of these is about secrets. */
    private static final Set<Class<?>> LOCAL_ONLY = Set.of(Keys.class, Models.class, MailAccounts.class);

    private final String service;
    private final EngineMethods methods;
    private final ValueCodec values;
    private final Link link;

    public ServiceCalls(String service, EngineMethods methods, Link link) {
        this.service = service;
        this.methods = methods;
        values = methods.values();
        this.link = link;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        EngineMethod known = methods.of(service, method);
        if (known != null) {
            return call(known, arguments == null ? new Object[0] : arguments);
        }
        if (LOCAL_ONLY.contains(method.getDeclaringClass())) {
            throw new FailureException(WireFailures.keysLocalOnly());
        }
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        Object[] given = Objects.requireNonNull(arguments, "what is made here takes something");
        return switch (service + "." + method.getName()) {
            case "sessions.state" -> sessionState((SessionId) given[0]);
            case "sessions.tail" -> SessionTail.of(events("tail", given));
            case "sessions.subscribe" ->
                link.subscribe(
                        new Source(Wire.SUBSCRIBE_SESSION, given[0], "fromSeq", EventEnvelope::seq),
                        (Long) given[1],
                        listener(given[2]));
            case "sessions.subscribeAll" -> subscribeAll(listener(given[0]));
            case "runs.state" -> runState(events("run", given[0]));
            case "runs.await" -> await((RunId) given[0]);
            case "todos.onChange" -> subscribeAll(changesOfTodos(listener(given[0])));
            case "settings.onChange" -> subscribeAll(changesOfSettings(listener(given[0])));
            case "plugins.onChange" -> subscribeAll(changesOfPlugins(listener(given[0])));
            case "automations.onChange" -> subscribeAll(changesOf(RecordKind.AUTOMATION, plugins(listener(given[0]))));
            case "plugins.giveSecret" -> throw new FailureException(WireFailures.keysLocalOnly());
            case "data.exportSealed" -> throw new FailureException(WireFailures.exportLocalOnly());
            default -> throw new IllegalStateException("nobody makes " + service + "." + method.getName());
        };
    }

    private static Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a service of an attached engine";
        };
    }

    private @Nullable Object call(EngineMethod method, @Nullable Object... arguments) {
        if (!method.followed()) {
            return values.read(
                    method.result(),
                    link.call(method.name(), method.parameters().write(arguments)));
        }
        int last = arguments.length - 1;
        Progress progress = (Progress) Objects.requireNonNull(arguments[last]);
        @Nullable Object[] given = Arrays.copyOf(arguments, last);
        return values.read(
                method.result(), link.follow(method.name(), method.parameters().write(given), progress));
    }

    private SessionState sessionState(SessionId session) {
        List<EventEnvelope> essence = events("session", session);
        return SessionState.of(new Snapshot(session, essence.getLast().seq(), essence));
    }

    private static RunState runState(List<EventEnvelope> events) {
        RunState state = RunState.first(events.getFirst());
        for (EventEnvelope envelope : events.subList(1, events.size())) {
            state = state.after(envelope);
        }
        return state;
    }

    private List<EventEnvelope> events(String name, Object... given) {
        EngineMethod method = Objects.requireNonNull(methods.find(EngineMethods.HISTORY + "." + name));
        return eventsIn(link.call(method.name(), method.parameters().write(given)));
    }

    @SuppressWarnings("unchecked")
    private List<EventEnvelope> eventsIn(JsonValue json) {
        EngineMethod method = Objects.requireNonNull(methods.find("runs.events"));
        return (List<EventEnvelope>) Objects.requireNonNull(values.read(method.result(), json));
    }

    private RunState await(RunId run) throws InterruptedException {
        return runState(eventsIn(link.await(JsonObject.EMPTY.with("run", run))));
    }

    private Subscription subscribeAll(Consumer<EventEnvelope> listener) {
        EngineMethod position = Objects.requireNonNull(methods.find(EngineMethods.HISTORY + ".position"));
        long last = (Long) Objects.requireNonNull(call(position));
        return link.subscribe(
                new Source(Wire.SUBSCRIBE_ALL, null, "fromPosition", EventEnvelope::position), last + 1, listener);
    }

    private static Consumer<EventEnvelope> changesOfTodos(Consumer<RecordId> listener) {
        return envelope -> {
            if (envelope.event() instanceof RunEvent.RecordChanged change
                    && change.kind().equals(RecordKind.TODO)) {
                listener.accept(change.id());
            }
        };
    }

    private static Consumer<EventEnvelope> changesOfSettings(Consumer<String> listener) {
        return changesOf(RecordKind.SETTING, fields -> listener.accept(fields.requireText("key")));
    }

    private static Consumer<JsonObject> plugins(Consumer<PluginId> listener) {
        return fields -> listener.accept(new PluginId(fields.requireText("plugin")));
    }

    private static Consumer<EventEnvelope> changesOfPlugins(Consumer<PluginId> listener) {
        Consumer<EventEnvelope> grants = changesOf(RecordKind.GRANT, plugins(listener));
        Consumer<EventEnvelope> bundles = changesOf(
                INSTALLED,
                fields -> fields.object("current").items("plugins").stream()
                        .map(JsonObject.class::cast)
                        .forEach(plugins(listener)));
        return envelope -> {
            grants.accept(envelope);
            bundles.accept(envelope);
        };
    }

    /** @param listener hears the record's fields, as they are now or as they were last */
    private static Consumer<EventEnvelope> changesOf(RecordKind kind, Consumer<JsonObject> listener) {
        return envelope -> {
            if (envelope.event() instanceof RunEvent.RecordChanged change
                    && change.kind().equals(kind)) {
                JsonObject fields = change.after() == null ? change.before() : change.after();
                if (fields != null) {
                    listener.accept(fields);
                }
            }
        };
    }

    /** The contract's own types guarantee it: these methods take one kind of listener each. */
    @SuppressWarnings("unchecked")
    private static <T> Consumer<T> listener(Object given) {
        return (Consumer<T>) given;
    }
}
