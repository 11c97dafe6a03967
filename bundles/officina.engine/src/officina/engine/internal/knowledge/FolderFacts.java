// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import officina.api.document.DocumentTrouble;
import officina.api.id.RecordId;
import officina.api.memory.IndexCollection;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import officina.index.Index;
import org.jspecify.annotations.Nullable;

/** What an index says of the folders it was made of, at one moment. */
public final class FolderFacts {

    private final Map<String, String> documents;
    private final Map<String, String> folders;

    private FolderFacts(Map<String, String> documents, Map<String, String> folders) {
        this.documents = new TreeMap<>(documents);
        this.folders = folders;
    }

    /** @param index {@code null} for none, of which nothing is known */
    public static FolderFacts of(@Nullable Index index) {
        return index == null
                ? new FolderFacts(Map.of(), Map.of())
                : new FolderFacts(
                        index.fingerprints(IndexCollection.DOCUMENTS), index.fingerprints(FolderNote.COLLECTION));
    }

    /** How a folder is, but for what is at work. Takes some tenths of a second for ten thousand files. */
    public FolderStatus status(IndexedFolderItem item) {
        return status(item, List.of());
    }

    /** The same, without what is of a folder within it. */
    public FolderStatus status(IndexedFolderItem item, List<IndexedFolderItem> all) {
        List<IndexedFolderItem> inner = all.stream()
                .filter(each -> !each.equals(item)
                        && each.folder().path().startsWith(item.folder().path()))
                .toList();
        FolderNote note = FolderNote.parse(folders.get(item.id().toString()));
        Instant syncedAt = note == null ? null : note.syncedAt();
        int troubled = note == null ? 0 : note.troubled();
        List<DocumentTrouble> troubles = new ArrayList<>(note == null ? List.of() : note.troubles());
        int files = 0;
        int passages = 0;
        int wordsOnly = 0;
        for (Map.Entry<String, String> each : documents.entrySet()) {
            if (FolderSource.owns(item, each.getKey())
                    && inner.stream().noneMatch(other -> FolderSource.owns(other, each.getKey()))) {
                files++;
                FileNote file = FileNote.parse(each.getValue());
                if (file == null) {
                    wordsOnly++;
                } else {
                    passages += file.passages();
                    troubled += file.troubles().isEmpty() ? 0 : 1;
                    String path = relative(item, each.getKey());
                    file.troubles()
                            .forEach(trouble ->
                                    troubles.add(new DocumentTrouble(trouble.problem(), path, trouble.failure())));
                }
            }
        }
        return new FolderStatus(
                item,
                files,
                passages,
                wordsOnly,
                troubled,
                troubles.stream().limit(FolderStatus.MOST).toList(),
                syncedAt,
                false,
                null);
    }

    private static String relative(IndexedFolderItem item, String id) {
        return item.folder().path().relativize(Path.of(id)).toString();
    }

    /** Takes out of the index what is of none of these folders. */
    public static void keepOnly(Index index, List<IndexedFolderItem> items) {
        List<String> orphans = index.fingerprints(IndexCollection.DOCUMENTS).keySet().stream()
                .filter(id -> items.stream().noneMatch(item -> FolderSource.owns(item, id)))
                .toList();
        index.remove(IndexCollection.DOCUMENTS, orphans);
        Set<String> known = items.stream()
                .map(IndexedFolderItem::id)
                .map(RecordId::toString)
                .collect(Collectors.toSet());
        List<String> gone = index.fingerprints(FolderNote.COLLECTION).keySet().stream()
                .filter(id -> !known.contains(id))
                .toList();
        index.remove(FolderNote.COLLECTION, gone);
    }
}
