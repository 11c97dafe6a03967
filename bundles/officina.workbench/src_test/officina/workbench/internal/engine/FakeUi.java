// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.engine;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import officina.ui.base.UiThread;

/** The test's thread plays the UI thread. */
final class FakeUi implements UiThread {

    private final BlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final Thread owner = Thread.currentThread();

    @Override
    public void post(Runnable work) {
        posted.add(work);
    }

    @Override
    public void assertHere() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("not the UI thread");
        }
    }

    @Override
    public AutoCloseable later(Duration delay, Runnable work) {
        throw new UnsupportedOperationException("nothing here waits");
    }

    /** Runs what is posted until the condition holds. */
    void runUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Runnable next = posted.poll(10, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("nothing was posted for ten seconds");
                }
                next.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
