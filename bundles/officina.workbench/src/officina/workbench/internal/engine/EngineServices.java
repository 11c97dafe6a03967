// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.engine;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.engine.EngineFactory;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** Waits for the engine's services, which start while the window opens. */
public final class EngineServices {

    private static final long LIMIT_MILLIS = 20_000;

    private final BundleContext bundles;

    public EngineServices(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Blocks until the factory is there; {@code engine.unavailable} when it does not come. */
    public EngineFactory factory() {
        ServiceTracker<EngineFactory, EngineFactory> tracker = new ServiceTracker<>(bundles, EngineFactory.class, null);
        tracker.open();
        try {
            EngineFactory factory = tracker.waitForService(LIMIT_MILLIS);
            if (factory == null) {
                throw new FailureException(Failure.of(
                        "engine.unavailable",
                        ErrorKind.INTERNAL,
                        Words.UNAVAILABLE.text(),
                        Words.UNAVAILABLE_REMEDY.text()));
            }
            return factory;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(
                    Failure.of("engine.closed", ErrorKind.RESOURCE, Words.INTERRUPTED.text(), null), e);
        } finally {
            tracker.close();
        }
    }
}
