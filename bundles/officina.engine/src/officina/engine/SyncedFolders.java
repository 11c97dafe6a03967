// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/**
 * What bringing folders into step has changed.
 *
 * @param folders how many were looked at
 * @param written documents that were new or had changed
 * @param removed documents that are gone
 */
public record SyncedFolders(int folders, int written, int removed) {

    public SyncedFolders and(SyncedFolders other) {
        return new SyncedFolders(folders + other.folders, written + other.written, removed + other.removed);
    }
}
