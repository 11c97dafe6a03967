// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import java.util.List;
import officina.api.id.RecordId;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexQuery;
import officina.base.Progress;
import org.jspecify.annotations.Nullable;

/**
 * What is found by what it says: folders of documents, and search. The index is made of the folders' files and can be
 * thrown away; nothing is written to them. Any thread; nothing of the index is opened before it is needed. {@code index.*}
 * where the index cannot be used, {@code index.no-folder} where there is no such folder.
 */
public interface Knowledge {

    /** By path. Cheap. */
    List<IndexedFolderItem> folders();

    /** How each folder is, by path. Opens the index where there is one, which blocks for some hundredths of a second. */
    List<FolderStatus> status();

    /**
     * Adds a folder; none of it is read yet. {@code index.not-a-folder}; {@code index.folder-known} and
     * {@code index.overlaps} where it, or one within or around it, is there already; {@code index.own-data} for the data
     * folder.
     *
     * @param folder absolute, on the machine of the engine
     * @param project {@code null} for the default one
     */
    IndexedFolderItem add(Path folder, @Nullable RecordId project);

    /** Forgets a folder and all that was read of it. */
    void remove(RecordId folder);

    /** Has a folder left alone, also in the middle of being read; what was read of it is still found. */
    IndexedFolderItem pause(RecordId folder);

    /** Lets a folder be looked at again; does not begin with it. */
    IndexedFolderItem resume(RecordId folder);

    /**
     * Brings a folder into step with its files: reads what is new or changed, takes out what is gone. Works on a thread of
     * its own, one folder at a time, and waits for that. Trouble with a file is no failure: {@link #status} tells it.
     * {@code index.paused} for a folder that is; {@code work.cancelled}: what was read until then stays, and the next
     * time goes on from there.
     *
     * @param folder {@code null} for all that are not paused
     * @param progress counts documents that are new or changed
     */
    SyncedFolders sync(@Nullable RecordId folder, Progress progress);

    /** The same, followed by nobody. */
    default SyncedFolders sync(@Nullable RecordId folder) {
        return sync(folder, Progress.NONE);
    }

    /**
     * Has all folders that are not paused brought into step in the background, a few seconds from now and each hour, as
     * long as the engine is open: for programs that stay open. Not while the setting {@code knowledge.sync-at-start} says
     * no. Returns at once.
     */
    void syncInBackground();

    /**
     * Finds passages. Blocks for milliseconds, the first time until the model of meanings is loaded. Where meaning cannot
     * be compared, words are, and the answer says why.
     */
    IndexAnswer search(IndexQuery query) throws InterruptedException;
}
