// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.lang.reflect.Proxy;
import officina.engine.Engine;

/** An engine of which a command uses no more than what a test gives it. */
final class FakeEngine {

    private FakeEngine() {}

    /** With what that object is of the engine's services; it has no other. */
    static Engine of(Object services) {
        return (Engine)
                Proxy.newProxyInstance(Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (_, method, _) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    if (method.getReturnType().isInstance(services)) {
                        return services;
                    }
                    throw new UnsupportedOperationException("this engine of a test has no " + method.getName());
                });
    }
}
