// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.base.Progress;
import officina.core.run.Journal;
import officina.core.run.KeptTail;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;

/** Reads the journal back: opening it looks at its newest part only, and damage further back shows when it is read. */
final class JournalCheck {

    /** The newest so many events are read; more would take longer than a person waits. */
    static final int MOST = 200_000;

    private static final int BATCH = 2_000;
    private static final int MOST_NAMED = 5;
    private static final String ID = "journal";
    private static final String TITLE = "Journal";

    private JournalCheck() {}

    /** What is known without reading anything. */
    static Check glance(Journal journal) {
        if (!journal.health().accepts()) {
            return stopped();
        }
        String remarks = String.join(" ", journal.recovery().remarks());
        String text = "Opened; its newest event is number " + journal.lastPosition() + ". Not read back since.";
        return new Check(
                ID, TITLE, Result.NOT_VERIFIED, (remarks + " " + text).strip(), "Check again to read it back.");
    }

    /** Blocks for up to a few seconds. {@link Progress#CANCELLED} where it is ended. */
    static Check of(Journal journal, Progress progress) {
        long last = journal.lastPosition();
        long first = Math.max(1, last - MOST + 1);
        long events = 0;
        String remarks = String.join(" ", journal.recovery().remarks());
        try {
            long next = first;
            while (next <= last) {
                if (!progress.goOn(next - first, last - first + 1)) {
                    throw new FailureException(Failure.of(
                            "work.cancelled",
                            ErrorKind.USER,
                            "The examination was cancelled.",
                            "Nothing was changed."));
                }
                List<EventEnvelope> batch = journal.readAll(next, BATCH);
                if (batch.isEmpty()) {
                    // a repair leaves a gap where the newest events were lost
                    break;
                }
                events += batch.size();
                next = batch.getLast().position() + 1;
            }
        } catch (FailureException e) {
            Failure failure = e.failure();
            if (failure.code().equals(Progress.CANCELLED)) {
                throw e;
            }
            String remedy = failure.remedy();
            return problem(failure.message(), remedy == null ? "" : remedy);
        }
        if (!journal.health().accepts()) {
            return stopped();
        }
        progress.goOn(last - first + 1, last - first + 1);
        String text = first == 1
                ? "Whole: all " + events + " events were read back."
                : "The newest " + MOST + " of " + last + " events were read back whole.";
        Result result = first == 1 ? Result.VERIFIED : Result.NOT_VERIFIED;
        return new Check(ID, TITLE, result, (remarks + " " + text).strip(), "");
    }

    /** Only where something that may have been confirmed was cut off the end, now or by a process before. */
    static Optional<Check> end(Journal journal) {
        List<KeptTail> tails = journal.keptTails();
        if (tails.isEmpty()) {
            return Optional.empty();
        }
        String files = tails.stream().limit(MOST_NAMED).map(JournalCheck::named).collect(Collectors.joining(", "))
                + (tails.size() > MOST_NAMED ? " and " + (tails.size() - MOST_NAMED) + " more" : "");
        return Optional.of(new Check(
                "journal-end",
                "End of the journal",
                Result.PROBLEM,
                "What was written last before a stop did not open and was cut off: " + files + ". It may have been"
                        + " confirmed, and is lost then; after a loss of power it may just as well not have been.",
                "Look whether what you did last is there; a backup of the data folder may hold it. Delete what is named"
                        + " when you have seen this."));
    }

    private static String named(KeptTail tail) {
        return "journal/" + tail.file()
                + (tail.bytes() > 0 ? " (" + tail.bytes() + " bytes)" : " (its content was deleted since)");
    }

    private static Check stopped() {
        return problem(
                "The disk failed while the journal was written: nothing more is accepted.",
                "Check the disk, then start Officina again. Nothing that was confirmed is lost.");
    }

    private static Check problem(String text, String remedy) {
        return new Check(ID, TITLE, Result.PROBLEM, text, remedy);
    }
}
