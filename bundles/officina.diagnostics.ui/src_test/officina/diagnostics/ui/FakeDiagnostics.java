// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.engine.Diagnostics;
import officina.engine.Traffic;
import officina.engine.Vitals;
import org.jspecify.annotations.Nullable;

/** What an engine would say of itself, and how often it was asked. */
final class FakeDiagnostics implements Diagnostics {

    static final Traffic BUSY = new Traffic(
            List.of(
                    new Traffic.Client(1, "1.0.0.202611211817", Duration.ofMinutes(125), 12_345, 0, 3, 48_210, 0, 0),
                    new Traffic.Client(7, "1.0.0.202611211817", Duration.ofSeconds(12), 4, 1, 1, 640, 9, 212_000)),
            31,
            1,
            List.of(214L, 830L, 611L, 120L, 48L, 22L, 9L, 3L, 0L, 1L, 0L, 2L));

    final AtomicInteger looks = new AtomicInteger();
    volatile Vitals vitals = new Vitals(48_210, 48_210, Traffic.NONE);
    volatile @Nullable Failure failing;
    volatile List<Check> found = List.of(
            new Check("key-storage", "Key storage", Result.VERIFIED, "The key is in the key ring.", ""),
            new Check(
                    "recovery-phrase",
                    "Recovery phrase",
                    Result.NOT_VERIFIED,
                    "There is none: whoever loses keyring or passphrase loses the data.",
                    "Run: officina keys phrase new"),
            new Check("journal", "Journal", Result.VERIFIED, "48,210 events were read and agree.", ""),
            new Check("disk-space", "Room on the disk", Result.PROBLEM, "12 MiB are free.", "Make room & go on."));

    @Override
    public List<Check> run() {
        refuse();
        return found;
    }

    @Override
    public void bundle(Path file) {
        throw new UnsupportedOperationException("the view writes none");
    }

    @Override
    public Status status() {
        throw new UnsupportedOperationException("the view does not ask for it");
    }

    @Override
    public Vitals vitals() {
        looks.incrementAndGet();
        refuse();
        return vitals;
    }

    private void refuse() {
        Failure reason = failing;
        if (reason != null) {
            throw new FailureException(reason);
        }
    }
}
