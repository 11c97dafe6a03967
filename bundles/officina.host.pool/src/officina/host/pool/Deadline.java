// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.time.Duration;
import officina.base.Threads;

/** Does something unless it is closed in time. */
final class Deadline implements AutoCloseable {

    private final Thread waiting;
    private volatile boolean passed;

    private Deadline(Duration limit, Runnable late) {
        waiting = Threads.start("plugin-deadline", () -> {
            try {
                Thread.sleep(limit);
                passed = true;
                late.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static Deadline after(Duration limit, Runnable late) {
        return new Deadline(limit, late);
    }

    boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        waiting.interrupt();
    }
}
