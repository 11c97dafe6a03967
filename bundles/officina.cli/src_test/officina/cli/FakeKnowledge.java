// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentTrouble;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.RecordId;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexHit;
import officina.api.memory.IndexQuery;
import officina.api.record.IndexedFolder;
import officina.base.Progress;
import officina.engine.Engine;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import officina.engine.Knowledge;
import officina.engine.SyncedFolders;
import org.jspecify.annotations.Nullable;

/** Folders that are only noted, and one passage that answers everything. */
final class FakeKnowledge implements Knowledge {

    static final RecordId PROJECT = new RecordId(new UUID(4, 4));

    final List<IndexedFolderItem> folders = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final List<IndexQuery> queries = new ArrayList<>();
    final List<IndexHit> hits = new ArrayList<>();

    @Nullable
    Failure wordsOnly;

    boolean read;

    /** An engine that has nothing else. */
    Engine engine() {
        return FakeEngine.of(this);
    }

    static IndexHit hit(Path file, String place, String text) {
        return new IndexHit(IndexCollection.DOCUMENTS, file.toString(), "a title", Map.of(), place, text, 0.75, 0.5);
    }

    @Override
    public List<IndexedFolderItem> folders() {
        return List.copyOf(folders);
    }

    @Override
    public List<FolderStatus> status() {
        DocumentTrouble trouble = new DocumentTrouble(
                DocumentProblem.BROKEN,
                "a/broken.pdf",
                Failure.of("document.broken", ErrorKind.USER, "It is damaged.", "Make it again."));
        return folders.stream()
                .map(each -> new FolderStatus(
                        each,
                        read ? 2 : 0,
                        read ? 1 : 0,
                        0,
                        read ? 1 : 0,
                        read ? List.of(trouble) : List.of(),
                        read ? Instant.EPOCH : null,
                        false,
                        null))
                .toList();
    }

    @Override
    public IndexedFolderItem add(Path folder, @Nullable RecordId project) {
        IndexedFolderItem added = new IndexedFolderItem(
                new RecordId(new UUID(3, folders.size() + 1)), new IndexedFolder(folder, PROJECT, false));
        folders.add(added);
        return added;
    }

    @Override
    public void remove(RecordId folder) {
        folders.removeIf(each -> each.id().equals(folder));
    }

    @Override
    public IndexedFolderItem pause(RecordId folder) {
        return set(folder, true);
    }

    @Override
    public IndexedFolderItem resume(RecordId folder) {
        return set(folder, false);
    }

    private IndexedFolderItem set(RecordId folder, boolean paused) {
        folders.replaceAll(each -> each.id().equals(folder)
                ? new IndexedFolderItem(folder, each.folder().withPaused(paused))
                : each);
        return folders.stream()
                .filter(each -> each.id().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public SyncedFolders sync(@Nullable RecordId folder, Progress progress) {
        done.add("sync " + (folder == null ? "all" : folder));
        if (folders.stream().allMatch(each -> each.folder().paused())) {
            return new SyncedFolders(0, 0, 0);
        }
        read = true;
        return new SyncedFolders(1, 2, 3);
    }

    @Override
    public void syncInBackground() {
        done.add("background");
    }

    @Override
    public IndexAnswer search(IndexQuery query) {
        queries.add(query);
        return new IndexAnswer(hits, wordsOnly);
    }
}
