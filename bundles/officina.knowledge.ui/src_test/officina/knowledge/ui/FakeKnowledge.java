// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentTrouble;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexHit;
import officina.api.memory.IndexQuery;
import officina.api.record.IndexedFolder;
import officina.base.Progress;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import officina.engine.Knowledge;
import officina.engine.SyncedFolders;
import org.jspecify.annotations.Nullable;

/** Folders in memory; what is found is what was put there. Reading goes halfway and waits to be let through. */
final class FakeKnowledge implements Knowledge {

    static final Instant READ = Instant.parse("2026-11-21T17:00:00Z");

    final List<FolderStatus> folders = new ArrayList<>();
    final CountDownLatch through = new CountDownLatch(1);
    volatile List<IndexHit> hits = List.of();
    volatile @Nullable Failure wordsOnly;
    volatile boolean broken;
    volatile Runnable removed = () -> {};
    final CountDownLatch cleaned = new CountDownLatch(1);
    final AtomicInteger looks = new AtomicInteger();

    static IndexHit hit(Path file, String place, String text) {
        return new IndexHit(IndexCollection.DOCUMENTS, file.toString(), "", Map.of(), place, text, 0.9, 0.8);
    }

    @Override
    public synchronized List<IndexedFolderItem> folders() {
        return folders.stream().map(FolderStatus::item).toList();
    }

    @Override
    public synchronized List<FolderStatus> status() {
        looks.incrementAndGet();
        if (broken) {
            throw new FailureException(Failure.of(
                    "index.unusable",
                    ErrorKind.RESOURCE,
                    "The index cannot be opened: the disk is full.",
                    "Free some space."));
        }
        return List.copyOf(folders);
    }

    @Override
    public synchronized IndexedFolderItem add(Path folder, @Nullable RecordId project) {
        RecordId id = new RecordId(new UUID(0, folders.size() + 1));
        IndexedFolderItem item =
                new IndexedFolderItem(id, new IndexedFolder(folder, new RecordId(new UUID(1, 1)), false));
        folders.add(new FolderStatus(item, 0, 0, 0, 0, List.of(), null, false, null));
        return item;
    }

    /** Tells of it before it returns, as the engine does, which then has the index to clean. */
    @Override
    public void remove(RecordId folder) {
        synchronized (this) {
            folders.removeIf(each -> each.item().id().equals(folder));
        }
        removed.run();
        try {
            if (!cleaned.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the cleaning end");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public IndexedFolderItem pause(RecordId folder) {
        return paused(folder, true);
    }

    @Override
    public IndexedFolderItem resume(RecordId folder) {
        return paused(folder, false);
    }

    private IndexedFolderItem paused(RecordId folder, boolean paused) {
        change(
                folder,
                each -> new FolderStatus(
                        new IndexedFolderItem(folder, each.item().folder().withPaused(paused)),
                        each.files(),
                        each.passages(),
                        0,
                        each.troubled(),
                        each.troubles(),
                        each.syncedAt(),
                        each.atWork(),
                        null));
        return folders().getFirst();
    }

    private synchronized void change(RecordId folder, UnaryOperator<FolderStatus> change) {
        folders.replaceAll(each -> each.item().id().equals(folder) ? change.apply(each) : each);
    }

    /** A folder of which something was read. */
    void read(RecordId folder, boolean atWork) {
        DocumentTrouble locked = new DocumentTrouble(
                DocumentProblem.LOCKED,
                "taxes/2025.pdf",
                Failure.of(
                        "document.locked",
                        ErrorKind.USER,
                        "This file wants a password.",
                        "Save a copy without one to have it read."));
        change(folder, each -> new FolderStatus(each.item(), 312, 4210, 0, 1, List.of(locked), READ, atWork, null));
    }

    @Override
    public SyncedFolders sync(@Nullable RecordId folder, Progress progress) {
        progress.goOn(120, 312);
        try {
            while (!through.await(10, TimeUnit.MILLISECONDS)) {
                if (!progress.goOn(120, 312)) {
                    throw new FailureException(
                            Failure.of("work.cancelled", ErrorKind.USER, "The work was cancelled.", null));
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (folder != null) {
            read(folder, false);
        }
        return new SyncedFolders(1, 312, 0);
    }

    @Override
    public void syncInBackground() {
        throw new UnsupportedOperationException("a view does not begin this");
    }

    @Override
    public IndexAnswer search(IndexQuery query) {
        return new IndexAnswer(query.text().contains("nothing") ? List.of() : hits, wordsOnly);
    }
}
