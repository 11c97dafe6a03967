// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import officina.api.record.DataRecord;
import officina.api.record.IndexedFolder;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.engine.IndexedFolderItem;
import officina.index.Index;
import officina.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The index, compared with the folders there are before it is used: one may also go with its project, by an undo, or
 * while a crash comes. Any thread.
 */
public final class KeptIndex {

    private final Store store;
    private final EngineIndex index;
    /** Of these folders and no others the index has documents; {@code null} while nobody knows. */
    private @Nullable Set<IndexedFolder> kept;

    public KeptIndex(Store store, EngineIndex index) {
        this.store = store;
        this.index = index;
    }

    /** The folders, by path. */
    public List<IndexedFolderItem> folders() {
        return store.list(RecordQuery.all(RecordKind.INDEXED_FOLDER)).stream()
                .map(KeptIndex::item)
                .sorted(Comparator.comparing(each -> each.folder().path()))
                .toList();
    }

    public static IndexedFolderItem item(DataRecord record) {
        return new IndexedFolderItem(record.id(), IndexedFolder.from(record.fields()));
    }

    /** The index without what belongs to no folder any more; {@code null} where nothing was ever indexed. */
    public synchronized @Nullable Index current() {
        Index open = index.existing();
        if (open != null) {
            List<IndexedFolderItem> folders = folders();
            Set<IndexedFolder> now = new HashSet<>();
            folders.forEach(each -> now.add(each.folder().withPaused(false)));
            if (!now.equals(kept)) {
                FolderFacts.keepOnly(open, folders);
                kept = now;
            }
        }
        return open;
    }

    /** The same, and made where there is none. */
    public Index made() {
        Index current = current();
        return current == null ? index.index() : current;
    }

    /** Has the next use compare again, because something may have been added for a folder that was gone. */
    public synchronized void compareAgain() {
        kept = null;
    }
}
