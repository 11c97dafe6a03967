// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.SessionId;
import officina.base.Progress;
import officina.engine.Diagnostics;
import officina.engine.Surrounding;
import officina.engine.Traffic;
import officina.engine.Vitals;
import org.jspecify.annotations.Nullable;

/** What an engine would say of itself, and how often it was asked. */
final class FakeDiagnostics implements Diagnostics {

    static final Traffic BUSY = new Traffic(
            List.of(
                    client(1, Duration.ofMinutes(125), 2, 12_345, 3, new Traffic.Sent(48_210, 0, 31), 0),
                    client(7, Duration.ofSeconds(12), 0, 4, 1, new Traffic.Sent(640, 9, 0), 212_000)),
            31,
            1,
            2,
            9,
            31,
            List.of(214L, 830L, 611L, 120L, 48L, 22L, 9L, 3L, 0L, 1L, 0L, 2L));

    final AtomicInteger looks = new AtomicInteger();
    volatile Vitals vitals = vitals(48_210, 48_210, Traffic.NONE);
    final AtomicInteger wholeChecks = new AtomicInteger();
    volatile @Nullable Failure failing;
    volatile List<Check> found = List.of(
            new Check("key-storage", "Key storage", Result.VERIFIED, "The key is in the keyring.", ""),
            new Check(
                    "recovery-phrase",
                    "Recovery phrase",
                    Result.NOT_VERIFIED,
                    "There is none: whoever loses keyring or passphrase loses the data.",
                    "Run: officina keys phrase new"),
            new Check("journal", "Journal", Result.VERIFIED, "48,210 events were read and agree.", ""),
            new Check("disk-space", "Room on the disk", Result.PROBLEM, "12 MiB are free.", "Make room & go on."));

    static Vitals vitals(long journal, long store, Traffic traffic) {
        List<Long> writes = List.of(0L, 0L, 12L, 840L, 212L, 31L, 4L, 0L, 1L, 0L, 0L, 0L);
        return new Vitals(
                new Vitals.OfJournal(journal, true, 0, 4, 96_420, 31, writes),
                new Vitals.OfStore(store, null),
                traffic);
    }

    private static Traffic.Client client(
            long number, Duration age, long reconnects, long requests, int listens, Traffic.Sent sent, long queued) {
        return new Traffic.Client(number, "1.0.0.202611211817", age, reconnects, requests, 0, listens, sent, queued);
    }

    @Override
    public List<Check> glance() {
        refuse();
        return found;
    }

    @Override
    public List<Check> run(Progress progress) {
        wholeChecks.incrementAndGet();
        refuse();
        return found;
    }

    @Override
    public void bundle(Path file, Progress progress) {
        throw new UnsupportedOperationException("the view writes none");
    }

    @Override
    public List<Surrounding> lookAround() {
        throw new UnsupportedOperationException("nobody looks around here");
    }

    @Override
    public Status status(@Nullable SessionId conversation) {
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
