// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import officina.api.batch.Automation.Ending;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchResult.Count;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.core.plugin.PlainLine;
import officina.core.schedule.Standing;
import officina.engine.internal.run.BatchDone;
import org.jspecify.annotations.Nullable;

/**
 * How a run of a batch agent ended.
 *
 * @param event the run's last
 * @param text one line for the person
 * @param standing what comes of it for what is due next
 * @param done what the agent did; {@code null} where it did not do its work
 */
record Ended(
        RunEvent event,
        Ending ending,
        String text,
        List<Count> counts,
        BiFunction<Standing, Instant, Standing> standing,
        @Nullable BatchDone done) {

    /** One after which nothing else is to be written. */
    Ended(
            RunEvent event,
            Ending ending,
            String text,
            List<Count> counts,
            BiFunction<Standing, Instant, Standing> standing) {
        this(event, ending, text, counts, standing, null);
    }

    static Ended done(BatchDone done) {
        BatchResult result = done.result();
        String text = PlainLine.of(result.summary().strip(), BatchResult.LONGEST_SUMMARY);
        List<Count> counts = result.counts().stream()
                .map(each -> new Count(PlainLine.of(each.name().strip(), Count.LONGEST_NAME), each.value()))
                .toList();
        return new Ended(new RunEvent.RunFinished(true, text), Ending.DONE, text, counts, Standing::done, done);
    }

    static Ended failed(Failure failure) {
        boolean again = failure.retryable() || failure.isStorageTrouble() || failure.kind() == ErrorKind.INTERNAL;
        return new Ended(
                new RunEvent.RunFailed(failure),
                Ending.FAILED,
                PlainLine.of(failure.told(), BatchResult.LONGEST_SUMMARY),
                List.of(),
                (standing, now) -> again ? standing.failed(now, failure.retryAfter()) : standing.refused(now));
    }

    /** The person stopped it. */
    static Ended cancelled() {
        return new Ended(new RunEvent.RunCancelled(), Ending.STOPPED, "You stopped it.", List.of(), Standing::stopped);
    }

    /** The program was closed; it is begun again by itself. */
    static Ended closed() {
        Failure failure = Failure.of(
                "batch.interrupted",
                ErrorKind.RESOURCE,
                "Officina was closed while this was at work.",
                "It is tried again by itself, unless you had asked for it.");
        return new Ended(
                new RunEvent.RunFailed(failure),
                Ending.STOPPED,
                failure.told(),
                List.of(),
                (standing, now) -> standing.failed(now, null));
    }

    static Failure unexpected() {
        return Failure.of(
                "internal.unexpected",
                ErrorKind.INTERNAL,
                "Something unexpected happened while this was at work.",
                "Unless you had asked for it, it is tried again by itself; the log in the data folder says more.");
    }

    /** One that the person asked for says nothing about what is due by itself, unless it did its work. */
    Ended asked() {
        return ending == Ending.DONE ? this : new Ended(event, ending, text, counts, (standing, now) -> standing);
    }
}
