// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a folder: its documents by their path relative to it, with {@code /} between names. Immutable.
 * Whoever works on changes takes each over with {@link #after} when its work is stored, and so goes on there after an
 * interruption.
 *
 * @param ignored what is passed over wherever it lies in the folder, whatever the folder itself says: lines of a
 *     {@code .gitignore}
 */
public record FolderState(Path folder, Map<String, FileStamp> files, List<String> ignored) {

    public FolderState {
        files = Map.copyOf(files);
        ignored = List.copyOf(ignored);
    }

    /** A folder in which nothing but the folder itself says what is passed over. */
    public FolderState(Path folder, Map<String, FileStamp> files) {
        this(folder, files, List.of());
    }

    /** A folder of which nothing is known yet. */
    public static FolderState empty(Path folder) {
        return new FolderState(folder, Map.of());
    }

    /** The state when these changes have been dealt with. Copies the whole: for many changes at once. */
    public FolderState after(Iterable<? extends FolderChange> changes) {
        Map<String, FileStamp> next = new HashMap<>(files);
        for (FolderChange change : changes) {
            switch (change) {
                case FolderChange.Added added -> next.put(added.path(), added.stamp());
                case FolderChange.Changed changed -> next.put(changed.path(), changed.stamp());
                case FolderChange.Touched touched -> next.put(touched.path(), touched.stamp());
                case FolderChange.Removed removed -> next.remove(removed.path());
                case FolderChange.Moved moved -> {
                    next.remove(moved.from());
                    next.put(moved.path(), moved.stamp());
                }
            }
        }
        return new FolderState(folder, next, ignored);
    }
}
