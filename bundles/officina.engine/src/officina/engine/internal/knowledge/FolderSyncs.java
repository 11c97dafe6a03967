// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import officina.api.document.DocumentTrouble;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.DocumentAccess;
import officina.api.id.RecordId;
import officina.engine.IndexedFolderItem;
import officina.engine.SyncedFolders;
import officina.index.Index;
import officina.index.SourceSync;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings folders into step with their files, one at a time. Any thread. */
public final class FolderSyncs implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FolderSyncs.class);

    /** Whoever stops the work waits so long for it; what is read at that moment looks at interrupts. */
    private static final long LIMIT_MILLIS = 30_000;

    private final EngineIndex index;
    private final Supplier<DocumentAccess> documents;
    private final Path data;
    private final Function<RecordId, List<String>> ignored;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Map<FolderWork, RecordId> works = new IdentityHashMap<>();
    private final Map<RecordId, Failure> failures = new HashMap<>();
    private boolean closed;

    /**
     * @param data the data folder as it was named, of which nothing is read
     * @param ignored names that are passed over in a project's folders, asked for each time, as lines of a
     *     {@code .gitignore}
     */
    public FolderSyncs(
            EngineIndex index,
            Supplier<DocumentAccess> documents,
            Path data,
            Function<RecordId, List<String>> ignored,
            InstantSource clock) {
        this.ignored = ignored;
        this.index = index;
        this.documents = documents;
        this.data = data;
        this.clock = clock;
    }

    /**
     * Begins to bring a folder into step. {@code engine.closed}.
     *
     * @param after called on the thread that did it when that has ended, however it went
     */
    public synchronized FolderWork begin(IndexedFolderItem folder, Runnable after) {
        if (closed) {
            throw new FailureException(closing());
        }
        FolderWork work = new FolderWork(turn, teller -> run(folder, teller), after, this::ended);
        works.put(work, folder.id());
        return work;
    }

    private static Failure closing() {
        return Failure.of("engine.closed", ErrorKind.RESOURCE, "Officina is closing.", "Start it again.");
    }

    private SyncedFolders run(IndexedFolderItem folder, FolderWork.Teller teller) throws InterruptedException {
        Index open = index.index();
        FolderSource source = new FolderSource(
                folder,
                own(),
                open,
                documents.get(),
                ignored.apply(folder.folder().project()));
        SourceSync.Outcome outcome = SourceSync.run(open, source, at -> teller.at(at.done(), at.total()));
        List<DocumentTrouble> troubles = source.troubles();
        boolean lookedAt = troubles.stream().noneMatch(each -> each.path().isEmpty());
        Instant syncedAt = lookedAt ? clock.instant() : FolderNote.syncedAt(open, folder.id());
        open.put(List.of(new FolderNote(syncedAt, troubles.size(), troubles).document(folder.id())));
        return new SyncedFolders(1, outcome.written(), outcome.removed());
    }

    /** As the paths of files name it, which go through no link. */
    private Path own() {
        try {
            return data.toRealPath();
        } catch (IOException e) {
            throw new FailureException(
                    Failure.of(
                            "index.data-folder",
                            ErrorKind.RESOURCE,
                            "Officina cannot tell where its own data folder lies, so that it reads no other.",
                            "Look whether the folder is there and may be entered."),
                    e);
        }
    }

    private synchronized void ended(FolderWork work, @Nullable Failure failure) {
        RecordId folder = works.remove(work);
        if (folder != null && failure == null) {
            failures.remove(folder);
        } else if (folder != null) {
            failures.put(folder, failure);
        }
        notifyAll();
    }

    /** Whether a folder is being brought into step, or waits for that. */
    public synchronized boolean isAtWork(RecordId folder) {
        return works.containsValue(folder);
    }

    /** Why the last try did not succeed; {@code null} where it did or there was none. */
    public synchronized @Nullable Failure failure(RecordId folder) {
        return failures.get(folder);
    }

    /** Ends the work on a folder, for whomever it was done, and waits until it has ended. */
    public synchronized void end(RecordId folder, String why) {
        works.forEach((work, of) -> {
            if (of.equals(folder)) {
                work.end(FolderWork.cancelled(why));
            }
        });
        await(() -> works.containsValue(folder));
    }

    /** Ends all work within moments, and begins none any more. */
    public synchronized void stop() {
        closed = true;
        works.keySet().forEach(work -> work.end(closing()));
    }

    /** Stops, and waits for what is at work. */
    @Override
    public synchronized void close() {
        stop();
        await(() -> !works.isEmpty());
    }

    /** What goes on. */
    private interface Goes {
        boolean on();
    }

    private void await(Goes goes) {
        long limit = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        try {
            while (goes.on()) {
                long left = (limit - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    log.warn("reading a folder did not stop within {} ms", LIMIT_MILLIS);
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
