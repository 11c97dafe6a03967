// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it, so that no test sleeps. */
public final class FakeClock implements InstantSource {

    /** Where a clock made without an instant starts. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now;

    public FakeClock() {
        this(START);
    }

    public FakeClock(Instant start) {
        now = new AtomicReference<>(Objects.requireNonNull(start, "start"));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves the clock forward and returns the new instant. */
    public Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("A clock does not run backwards: " + step);
        }
        return now.updateAndGet(instant -> instant.plus(step));
    }

    /** Puts the clock anywhere, also back, as a person or a time server may. */
    public void jumpTo(Instant instant) {
        now.set(Objects.requireNonNull(instant, "instant"));
    }
}
