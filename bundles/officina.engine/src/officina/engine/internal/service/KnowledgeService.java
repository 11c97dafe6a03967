// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonBoolean;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexQuery;
import officina.api.record.DataRecord;
import officina.api.record.IndexedFolder;
import officina.api.record.RecordKind;
import officina.base.Progress;
import officina.base.Uuids;
import officina.core.settings.SettingsCatalog;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import officina.engine.Knowledge;
import officina.engine.SettingsService;
import officina.engine.SyncedFolders;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.knowledge.FolderSyncs;
import officina.engine.internal.knowledge.FolderWork;
import officina.engine.internal.knowledge.KeptFacts;
import officina.engine.internal.knowledge.KeptIndex;
import officina.index.Index;
import officina.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexed folders as records of the store, changed by small runs; what was read of them in the index. A folder may also
 * go with its project or by an undo, so that the index is compared with the folders before it is used.
 */
public final class KnowledgeService implements Knowledge, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KnowledgeService.class);

    private final Store store;
    private final Edits edits;
    private final SettingsService settings;
    private final KeptIndex index;
    private final FolderSyncs syncs;
    private final Path data;
    private final InstantSource clock;
    private final RecordId standardProject;
    private final Rounds rounds;
    private final KeptFacts facts = new KeptFacts(System::nanoTime);

    /** @param firstPause until the first round in the background */
    KnowledgeService(
            Store store,
            Edits edits,
            SettingsService settings,
            KeptIndex index,
            FolderSyncs syncs,
            Path data,
            InstantSource clock,
            RecordId standardProject,
            Duration firstPause) {
        this.store = store;
        this.edits = edits;
        this.settings = settings;
        this.index = index;
        this.syncs = syncs;
        this.data = data;
        this.clock = clock;
        this.standardProject = standardProject;
        rounds = new Rounds(this::round, firstPause);
    }

    @Override
    public List<IndexedFolderItem> folders() {
        return index.folders();
    }

    @Override
    public List<FolderStatus> status() {
        List<IndexedFolderItem> folders = folders();
        Index open = folders.isEmpty() ? null : index.current();
        // asked before the facts are gathered: what ended meanwhile is at work then, and is asked about once more
        Set<RecordId> atWork = folders.stream()
                .map(IndexedFolderItem::id)
                .filter(syncs::isAtWork)
                .collect(Collectors.toSet());
        return facts.of(open, folders, !atWork.isEmpty()).stream()
                .map(status -> withWork(status, atWork.contains(status.item().id())))
                .toList();
    }

    private FolderStatus withWork(FolderStatus status, boolean atWork) {
        RecordId id = status.item().id();
        return new FolderStatus(
                status.item(),
                status.files(),
                status.passages(),
                status.wordsOnly(),
                status.troubled(),
                status.troubles(),
                status.syncedAt(),
                atWork,
                syncs.failure(id));
    }

    @Override
    public IndexedFolderItem add(Path folder, @Nullable RecordId project) {
        Path path = real(folder);
        Path own = real(data);
        if (path.startsWith(own)) {
            throw failure(
                    "index.own-data",
                    "The folder is one of Officina's own.",
                    "Choose a folder with documents of yours.");
        }
        RecordId owner = Objects.requireNonNullElse(project, standardProject);
        RecordId id = new RecordId(Uuids.next(clock));
        return edits.edit(
                owner,
                "Added a folder to the index",
                changes -> {
                    // under the lock of all changes
                    if (changes.find(RecordKind.PROJECT, owner).isEmpty()) {
                        throw ProjectsService.missing();
                    }
                    folders().stream()
                            .map(each -> each.folder().path())
                            // the sample, which is no part of any folder around the data
                            .filter(each -> !each.startsWith(own))
                            .forEach(each -> checkApart(path, each));
                    IndexedFolder added = new IndexedFolder(path, owner, false);
                    changes.create(RecordKind.INDEXED_FOLDER, id, added.fields());
                    return new IndexedFolderItem(id, added);
                },
                (item, _) -> item);
    }

    private static Path real(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
        } catch (IOException e) {
            log.debug("a path could not be resolved");
        }
        throw failure(
                "index.not-a-folder",
                "There is no folder " + folder + ", or it cannot be entered.",
                "Name one that is there.");
    }

    private static void checkApart(Path fresh, Path known) {
        if (fresh.equals(known)) {
            throw failure(
                    "index.folder-known",
                    "The folder " + known + " is in the index already.",
                    "\"officina index sync\" brings it into step.");
        }
        if (fresh.startsWith(known) || known.startsWith(fresh)) {
            throw failure(
                    "index.overlaps",
                    "The folder " + known + ", which is in the index already, "
                            + (fresh.startsWith(known) ? "contains " : "lies in ") + fresh + ".",
                    "Remove that one first, if this one is to take its place.");
        }
    }

    @Override
    public void remove(RecordId folder) {
        IndexedFolderItem item = require(folder);
        edits.edit(
                item.folder().project(),
                "Removed a folder from the index",
                changes -> changes.delete(RecordKind.INDEXED_FOLDER, folder),
                (record, _) -> record);
        syncs.end(folder, "The folder was removed.");
        index.current();
    }

    @Override
    public IndexedFolderItem pause(RecordId folder) {
        IndexedFolderItem paused = change(folder, "Paused a folder of the index", each -> each.withPaused(true));
        syncs.end(folder, "The folder was paused.");
        return paused;
    }

    @Override
    public IndexedFolderItem resume(RecordId folder) {
        return change(folder, "Resumed a folder of the index", each -> each.withPaused(false));
    }

    private IndexedFolderItem change(RecordId folder, String title, UnaryOperator<IndexedFolder> change) {
        IndexedFolderItem item = require(folder);
        return edits.edit(
                item.folder().project(),
                title,
                changes -> {
                    DataRecord before = changes.require(RecordKind.INDEXED_FOLDER, folder);
                    IndexedFolder after = change.apply(IndexedFolder.from(before.fields()));
                    return KeptIndex.item(changes.replace(RecordKind.INDEXED_FOLDER, folder, after.fields()));
                },
                (changed, _) -> changed);
    }

    private IndexedFolderItem require(RecordId folder) {
        return store.get(RecordKind.INDEXED_FOLDER, folder)
                .map(KeptIndex::item)
                .orElseThrow(() -> failure(
                        "index.no-folder",
                        "This folder is not in the index.",
                        "\"officina index list\" shows those that are."));
    }

    @Override
    public SyncedFolders sync(@Nullable RecordId folder, Progress progress) {
        List<IndexedFolderItem> wanted = wanted(folder);
        Told told = new Told(progress);
        told.ask();
        index.current();
        SyncedFolders all = new SyncedFolders(0, 0, 0);
        for (IndexedFolderItem each : wanted) {
            all = all.and(awaited(syncs.begin(each, () -> leaveNothing(each.id())), told));
            told.next();
        }
        told.end();
        return all;
    }

    private List<IndexedFolderItem> wanted(@Nullable RecordId folder) {
        if (folder == null) {
            return folders().stream().filter(each -> !each.folder().paused()).toList();
        }
        IndexedFolderItem one = require(folder);
        if (one.folder().paused()) {
            throw failure(
                    "index.paused",
                    "The folder " + one.folder().path() + " is paused.",
                    "Let it go on with \"officina index resume\".");
        }
        return List.of(one);
    }

    private static SyncedFolders awaited(FolderWork work, Progress progress) {
        try {
            return work.await(progress);
        } catch (InterruptedException e) {
            work.cancel();
            Thread.currentThread().interrupt();
            throw new FailureException(FolderWork.ended(), e);
        }
    }

    /** A folder that went while it was read has no documents. */
    private void leaveNothing(RecordId folder) {
        if (store.get(RecordKind.INDEXED_FOLDER, folder).isEmpty()) {
            index.compareAgain();
            cleanIfPossible();
        }
    }

    /** How far several folders are, told as one. */
    private static final class Told implements Progress {

        private final Progress progress;
        private long before;
        private long all;

        Told(Progress progress) {
            this.progress = progress;
        }

        void ask() {
            if (!progress.goOn(0, 0)) {
                throw new FailureException(FolderWork.ended());
            }
        }

        @Override
        public boolean goOn(long done, long of) {
            all = Math.max(all, before + of);
            return progress.goOn(before + done, all);
        }

        void next() {
            before = all;
        }

        void end() {
            progress.goOn(all, all);
        }
    }

    @Override
    public void syncInBackground() {
        rounds.start();
    }

    /** One of the rounds in the background. */
    private void round() {
        if (settings.get(SettingsCatalog.SYNC_AT_START, null).value() instanceof JsonBoolean(boolean wanted)
                && wanted) {
            wanted(null).forEach(each -> syncs.begin(each, () -> leaveNothing(each.id())));
        }
    }

    @Override
    public IndexAnswer search(IndexQuery query) throws InterruptedException {
        Index open = index.current();
        return open == null ? new IndexAnswer(List.of(), null) : open.search(query);
    }

    /** A project has gone with its folders. What cannot be taken out of the index now goes before it is used again. */
    void projectGone(Set<RecordId> folders) {
        folders.forEach(each -> syncs.end(each, "The project of the folder was untracked."));
        cleanIfPossible();
    }

    private void cleanIfPossible() {
        try {
            index.current();
        } catch (FailureException e) {
            log.warn("the index could not be cleaned now: {}", e.failure().code());
        }
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }

    /** Has all work on folders end within moments. */
    public void stop() {
        rounds.stop();
        syncs.stop();
    }

    /** Stops, and waits for what is at work. */
    @Override
    public void close() {
        rounds.close();
        syncs.close();
    }
}
