// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import officina.base.Threads;
import org.osgi.framework.ServiceReference;

/**
 * Which services are being started, and since when. A service is started on a thread of its own, so that one whose
 * constructor never returns holds up nobody; whoever asks for plug-ins waits for those that have not had their time yet.
 * Any thread.
 */
final class Starts {

    private final Duration limit;
    private final Map<ServiceReference<?>, Start> starting = new HashMap<>();

    private record Start(Thread thread, long began) {}

    /** @param limit how long a start may take before it is no longer waited for */
    Starts(Duration limit) {
        this.limit = limit;
    }

    /** Runs the start on a thread of its own. */
    synchronized void run(ServiceReference<?> service, Runnable start) {
        // a platform thread: a start that turns in circles would hold a carrier of the virtual ones
        Thread thread = Threads.startPlatform("plug-in start", () -> {
            try {
                start.run();
            } finally {
                end(service);
            }
        });
        starting.put(service, new Start(thread, System.nanoTime()));
    }

    private synchronized void end(ServiceReference<?> service) {
        starting.remove(service);
        notifyAll();
    }

    /**
     * Waits until every service has started or had its time; an interrupt ends the waiting and stays. What a start itself
     * calls does not wait: it would wait for itself.
     */
    synchronized void await() {
        boolean starts = starting.values().stream().anyMatch(each -> each.thread() == Thread.currentThread());
        if (starts) {
            return;
        }
        try {
            for (long left = left(); left > 0; left = left()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those that have had their time and are not there. */
    synchronized List<ServiceReference<?>> late() {
        List<ServiceReference<?>> late = new ArrayList<>();
        long now = System.nanoTime();
        starting.forEach((service, start) -> {
            if (now - start.began() >= limit.toNanos()) {
                late.add(service);
            }
        });
        return late;
    }

    Duration limit() {
        return limit;
    }

    private long left() {
        long now = System.nanoTime();
        return starting.values().stream()
                .mapToLong(start -> limit.toNanos() - (now - start.began()))
                .max()
                .orElse(0);
    }
}
