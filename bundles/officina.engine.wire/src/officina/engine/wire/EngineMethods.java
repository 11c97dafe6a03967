// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import officina.base.SecretText;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.core.run.SessionTail;
import officina.engine.Engine;
import officina.engine.History;
import officina.engine.HolderWindow;
import officina.engine.Keys;
import officina.protocol.value.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * The methods that travel, worked out from the interfaces of the Engine API: those that take and give values, also while
 * somebody follows their progress. What gives a state or calls a listener does not: the attached process makes it of
 * {@link History} and subscriptions, by the same reducer. What takes a secret does not either. Any thread.
 */
public final class EngineMethods {

    /** What attached processes make states of; it only travels. */
    public static final String HISTORY = "history";

    /** The window of the process with the engine; it only travels. */
    public static final String WINDOW = "window";

    /** All that other processes may know of the keys; the rest is about secrets. */
    private static final String KEY_STATE = "state";

    private static final Set<Class<?>> FOLDED = Set.of(SessionState.class, SessionTail.class, RunState.class);

    private final ValueCodec values = new ValueCodec();
    private final Map<String, Method> services = new TreeMap<>();
    private final Map<String, Method> travelling = new TreeMap<>();
    private final Map<String, EngineMethod> made = new ConcurrentHashMap<>();

    /** Finds the methods; the form of their values is worked out when one is used. */
    public EngineMethods() {
        for (Method service : Engine.class.getDeclaredMethods()) {
            if (service.getReturnType().isInterface() && service.getParameterCount() == 0) {
                services.put(service.getName(), service);
                add(service.getName(), service.getReturnType());
            }
        }
        add(HISTORY, History.class);
        add(WINDOW, HolderWindow.class);
    }

    private void add(String service, Class<?> contract) {
        for (Method method : contract.getDeclaredMethods()) {
            if (travels(method)
                    && (contract != Keys.class || method.getName().equals(KEY_STATE))
                    && travelling.put(name(service, method), method) != null) {
                throw new IllegalStateException("two methods would be " + name(service, method) + " on the wire");
            }
        }
    }

    private static String name(String service, Method method) {
        return service + "." + method.getName();
    }

    private static boolean travels(Method method) {
        return Modifier.isAbstract(method.getModifiers())
                && !FOLDED.contains(method.getReturnType())
                && Arrays.stream(method.getParameterTypes())
                        .limit(values(method))
                        .noneMatch(type -> type == SecretText.class || isListener(type));
    }

    /** How many of its parameters are values. */
    private static int values(Method method) {
        return method.getParameterCount() - (EngineMethod.followed(method) ? 1 : 0);
    }

    /** Something to call: an interface of one method. Not asked of annotations, which take long to read at a start. */
    private static boolean isListener(Class<?> type) {
        return type.isInterface()
                && Arrays.stream(type.getMethods())
                                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                                .count()
                        == 1;
    }

    /** The services of the engine, with the methods of {@link Engine} that give them; without those that only travel. */
    public Map<String, Method> services() {
        return Collections.unmodifiableMap(services);
    }

    /** The names of all services. */
    public Set<String> serviceNames() {
        Set<String> names = new TreeSet<>(services.keySet());
        names.add(HISTORY);
        names.add(WINDOW);
        return names;
    }

    /** Every method, by name. */
    public Collection<EngineMethod> all() {
        return travelling.keySet().stream().map(this::made).toList();
    }

    public @Nullable EngineMethod find(String name) {
        return travelling.containsKey(name) ? made(name) : null;
    }

    /** {@code null} for one that does not travel. */
    public @Nullable EngineMethod of(String service, Method method) {
        String name = name(service, method);
        return method.equals(travelling.get(name)) ? made(name) : null;
    }

    private EngineMethod made(String name) {
        EngineMethod known = made.get(name);
        if (known == null) {
            Method method = Objects.requireNonNull(travelling.get(name));
            String service = name.substring(0, name.indexOf('.'));
            known = new EngineMethod(service, name, method, values.parameters(method, values(method)));
            made.put(name, known);
        }
        return known;
    }

    /** The values of the methods. */
    public ValueCodec values() {
        return values;
    }
}
