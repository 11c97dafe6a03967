// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import officina.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * An engine that has some services and refuses the rest, for views that use few. A new part of {@link Engine} needs no
 * change here nor in the tests. Closing it closes nothing.
 */
public final class PartialEngine implements InvocationHandler {

    private final List<Object> services;

    private PartialEngine(List<Object> services) {
        this.services = services;
    }

    /** With these services; one object may be several. */
    public static Engine of(Object... services) {
        return (Engine) Proxy.newProxyInstance(
                PartialEngine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                new PartialEngine(List.of(services)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "close" -> null;
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "an engine with " + services;
            default ->
                services.stream()
                        .filter(method.getReturnType()::isInstance)
                        .findFirst()
                        .orElseThrow(() ->
                                new UnsupportedOperationException("this engine of a test has no " + method.getName()));
        };
    }
}
