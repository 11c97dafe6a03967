// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The latest of many values, painted at a bearable pace: however fast they come, at most one repaint is pending, and
 * between two repaints at least the interval passes. The last value is always painted.
 */
public final class Coalesced<T> {

    /** About 30 repaints a second. */
    public static final Duration SMOOTH = Duration.ofMillis(33);

    private final UiThread ui;
    private final Duration interval;
    private final Consumer<T> paint;
    private final AtomicReference<@Nullable T> latest = new AtomicReference<>();
    private final AtomicBoolean pending = new AtomicBoolean();

    /** Paints on the UI thread; the consumer checks for itself whether its widgets are disposed. */
    public Coalesced(UiThread ui, Duration interval, Consumer<T> paint) {
        this.ui = ui;
        this.interval = interval;
        this.paint = paint;
    }

    /** Any thread. Replaces a value that was not painted yet. */
    public void set(T value) {
        latest.set(value);
        if (pending.compareAndSet(false, true)) {
            ui.post(this::paintLatest);
        }
    }

    private void paintLatest() {
        T value = latest.getAndSet(null);
        if (value == null) {
            pending.set(false);
            paintIfOneCameMeanwhile();
            return;
        }
        // armed before painting: an exception in paint must not end all later repaints
        ui.later(interval, this::paintLatest);
        paint.accept(value);
    }

    private void paintIfOneCameMeanwhile() {
        if (latest.get() != null && pending.compareAndSet(false, true)) {
            ui.post(this::paintLatest);
        }
    }
}
