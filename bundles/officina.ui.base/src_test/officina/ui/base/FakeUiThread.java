// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Runs what was posted, and what was delayed, when a test says so. */
final class FakeUiThread implements UiThread {

    private final Queue<Runnable> posted = new ArrayDeque<>();
    private final List<Runnable> delayed = new ArrayList<>();

    @Override
    public void post(Runnable work) {
        posted.add(work);
    }

    @Override
    public void assertHere() {}

    @Override
    public AutoCloseable later(Duration delay, Runnable work) {
        delayed.add(work);
        return () -> delayed.remove(work);
    }

    int pending() {
        return posted.size();
    }

    void runPosted() {
        for (Runnable next = posted.poll(); next != null; next = posted.poll()) {
            next.run();
        }
    }

    void runDelayed() {
        List<Runnable> due = List.copyOf(delayed);
        delayed.clear();
        due.forEach(Runnable::run);
    }
}
