// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import java.util.List;

/**
 * What is new in a folder.
 *
 * @param changes removed and moved files first, then the others by path
 * @param troubles files and folders that could not be looked at; what was known of them is not reported as removed
 * @param documents how many documents lie in the folder now
 */
public record FolderReport(List<FolderChange> changes, List<DocumentTrouble> troubles, int documents) {

    public FolderReport {
        changes = List.copyOf(changes);
        troubles = List.copyOf(troubles);
    }
}
