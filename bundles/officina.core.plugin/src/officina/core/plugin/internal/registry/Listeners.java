// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import officina.base.Redacted;
import officina.core.plugin.PluginDelta;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of changes, one after the other, without holding a lock while foreign code runs. */
final class Listeners {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private final CopyOnWriteArrayList<Consumer<PluginDelta>> listeners = new CopyOnWriteArrayList<>();
    private final Queue<PluginDelta> untold = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    AutoCloseable add(Consumer<PluginDelta> listener) {
        Consumer<PluginDelta> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** Puts a change at the end; whoever calls {@link #tell} first tells it. */
    void queue(PluginDelta delta) {
        untold.add(delta);
    }

    void tell() {
        if (waiting.getAndIncrement() > 0) {
            return;
        }
        do {
            for (PluginDelta delta = untold.poll(); delta != null; delta = untold.poll()) {
                for (Consumer<PluginDelta> listener : listeners) {
                    tell(listener, delta);
                }
            }
        } while (waiting.decrementAndGet() > 0);
    }

    private static void tell(Consumer<PluginDelta> listener, PluginDelta delta) {
        try {
            listener.accept(delta);
        } catch (RuntimeException e) {
            log.error("A listener for plug-ins failed: {}", listener.getClass().getName(), Redacted.of(e));
        }
    }
}
