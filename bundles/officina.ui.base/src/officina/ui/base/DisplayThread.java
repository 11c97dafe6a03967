// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** The only place that hands work to a {@link Display}. */
final class DisplayThread implements UiThread {

    private final Display display;

    public DisplayThread(Display display) {
        this.display = display;
    }

    @Override
    public void post(Runnable work) {
        try {
            display.asyncExec(work);
        } catch (SWTException e) {
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }

    @Override
    public void assertHere() {
        if (Thread.currentThread() != display.getThread()) {
            throw new IllegalStateException("must run on the UI thread, not on " + Thread.currentThread());
        }
    }

    @Override
    public AutoCloseable later(Duration delay, Runnable work) {
        AtomicBoolean dropped = new AtomicBoolean();
        Runnable unlessDropped = () -> {
            if (!dropped.get()) {
                work.run();
            }
        };
        int millis = Math.clamp(delay.toMillis(), 0, Integer.MAX_VALUE);
        if (Thread.currentThread() == display.getThread()) {
            display.timerExec(millis, unlessDropped);
        } else {
            post(() -> display.timerExec(millis, unlessDropped));
        }
        return () -> dropped.set(true);
    }
}
