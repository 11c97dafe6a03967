// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Random;
import officina.api.event.EventEnvelope;
import officina.store.Store;

/** A store that knows only how far it is, refuses what does not follow, takes its time, and forgets a little in a crash. */
final class SimulatedStore {

    private static final int FORGETS = 40;

    private final Simulation simulation;
    private long mark;

    SimulatedStore(Simulation simulation) {
        this.simulation = simulation;
    }

    long mark() {
        return mark;
    }

    /** What was not on the disk is gone. */
    void crash(Random random) {
        mark = Math.max(0, mark - random.nextInt(FORGETS));
    }

    Store asStore() {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (_, method, arguments) -> {
                    switch (method.getName()) {
                        case "highWater" -> {
                            return mark;
                        }
                        case "apply" -> {
                            apply((Long) arguments[0], (List<?>) arguments[1]);
                            return null;
                        }
                        case "recover", "close" -> {
                            return null;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    private void apply(long after, List<?> events) {
        if (after != mark) {
            throw new IllegalStateException("events after " + after + " for a store that is at " + mark);
        }
        simulation.dawdle();
        for (Object each : events) {
            EventEnvelope envelope = (EventEnvelope) each;
            if (envelope.position() != mark + 1) {
                throw new IllegalStateException("event " + envelope.position() + " after " + mark);
            }
            mark = envelope.position();
        }
        simulation.dawdle();
    }
}
