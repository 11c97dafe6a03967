// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import officina.agent.files.internal.FileNote.State;
import officina.agent.files.internal.Finding.Kind;
import officina.api.batch.BatchContext;
import officina.api.batch.BatchResult;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentReading;
import officina.api.document.DocumentTrouble;
import officina.api.document.FileStamp;
import officina.api.document.Passage;
import officina.api.error.FailureException;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexPassage;

/** One run. What it does is durable batch by batch; the next goes on from there. One thread. */
public final class Round {

    /** A call of a plug-in host ends after ten minutes, and one batch may take its time. */
    private static final Duration LONGEST = Duration.ofMinutes(6);

    /** What is read is written down, and a run writes so much at most. */
    private static final int MOST_FILES = 10_000;

    /** What was written to within that time may still grow. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** More of one document would take longer to compare by meaning than a run has. */
    private static final int MOST_PASSAGES = 2_000;

    private static final int PROGRESS = 100;

    /** The next time it may be otherwise though the file is the same. */
    private static final Set<DocumentProblem> PASSING =
            Set.of(DocumentProblem.FORBIDDEN, DocumentProblem.FAILED, DocumentProblem.TOO_SLOW);

    private final BatchContext context;
    private final LongSupplier nanos;
    private final Known known;
    private final Batch batch;
    private final Trouble trouble;
    private final Map<Kind, Integer> done = new EnumMap<>(Kind.class);
    private final List<Path> left = new ArrayList<>();

    /** @param nanos a clock that only goes forward */
    public Round(BatchContext context, LongSupplier nanos) {
        this.context = context;
        this.nanos = nanos;
        known = Known.of(context.index());
        batch = new Batch(context.index());
        trouble = new Trouble(context::progress);
    }

    /** Brings the collection into step with the folders. */
    public BatchResult run() throws InterruptedException {
        long start = nanos.getAsLong();
        List<Path> folders = context.documents().folders();
        Look look = new Look(known, trouble);
        look.all(context.documents(), folders);
        List<Finding> found = look.found();
        int read = 0;
        for (Finding each : found) {
            if (Thread.interrupted()) {
                throw new InterruptedException("cancelled");
            }
            if (read == MOST_FILES || nanos.getAsLong() - start > LONGEST.toNanos()) {
                break;
            }
            take(each);
            read++;
            if (read % PROGRESS == 0) {
                context.progress(read + " of " + found.size() + " files");
            }
        }
        trouble.leave(found.size() - read);
        batch.write();
        // not before: what was made of their texts serves where they are now
        known.remove(left);
        List<Path> gone = List.copyOf(look.gone());
        known.remove(gone);
        return new Told(folders.size(), look.documents(), done, gone.size(), unread(), trouble.waiting()).result();
    }

    private int unread() {
        return (int) known.count(State.UNREAD) + trouble.count();
    }

    private void take(Finding found) throws InterruptedException {
        if (isFresh(found.stamp().modified())) {
            trouble.leave(1);
            return;
        }
        DocumentReading reading;
        try {
            reading = context.documents().read(found.file());
        } catch (FailureException e) {
            if (Batch.isTooLong(e)) {
                put(found, unread(found.file(), found.stamp()), State.UNREAD);
            } else {
                lose(found);
                trouble.tell(found.file().toString(), e.failure());
            }
            return;
        }
        switch (reading) {
            case DocumentReading.Read read -> put(found, read);
            case DocumentReading.Unread(DocumentTrouble why) -> unread(found, why);
        }
    }

    /** A clock that was set back makes nothing fresh for ever. */
    private boolean isFresh(Instant modified) {
        Duration ago = Duration.between(modified, context.language().now());
        return ago.abs().compareTo(SETTLED) < 0;
    }

    private void put(Finding found, DocumentReading.Read read) throws InterruptedException {
        List<IndexPassage> passages = read.passages().stream()
                .limit(MOST_PASSAGES)
                .map(Round::passage)
                .toList();
        boolean whole = read.troubles().isEmpty() && read.passages().size() == passages.size();
        State state = whole ? State.READ : State.PARTLY;
        put(
                found,
                document(
                        found.file(),
                        new FileNote(read.stamp(), state),
                        Map.of("kind", read.kind().name()),
                        passages),
                state);
    }

    private void put(Finding found, IndexDocument document, State state) throws InterruptedException {
        batch.add(document);
        FileNote.parse(document.fingerprint()).ifPresent(note -> known.note(found.file(), note));
        if (found.from() != null) {
            left.add(found.from());
        }
        if (state != State.UNREAD) {
            done.merge(found.kind(), 1, Integer::sum);
        }
    }

    private void unread(Finding found, DocumentTrouble why) throws InterruptedException {
        if (why.problem() == DocumentProblem.CHANGED || why.problem() == DocumentProblem.GONE) {
            trouble.leave(1);
        } else if (PASSING.contains(why.problem())) {
            lose(found);
            trouble.tell(found.file().toString(), why.failure());
        } else {
            context.progress("Not read: " + found.file() + ". " + why.failure().message());
            put(found, unread(found.file(), found.stamp()), State.UNREAD);
        }
    }

    /** What cannot be read any more is not found as it was. */
    private void lose(Finding found) {
        if (known.has(found.file())) {
            known.remove(List.of(found.file()));
        }
    }

    /** It is not tried again before it is another file. */
    private static IndexDocument unread(Path file, FileStamp stamp) {
        return document(file, new FileNote(stamp, State.UNREAD), Map.of(), List.of());
    }

    private static IndexDocument document(
            Path file, FileNote note, Map<String, String> attributes, List<IndexPassage> passages) {
        return new IndexDocument(
                Known.FILES, file.toString(), note.text(), String.valueOf(file.getFileName()), attributes, passages);
    }

    private static IndexPassage passage(Passage passage) {
        String text = passage.headed();
        return new IndexPassage(
                passage.place().toString(),
                text.length() > IndexDocument.MAX_PASSAGE ? text.substring(0, IndexDocument.MAX_PASSAGE) : text);
    }
}
