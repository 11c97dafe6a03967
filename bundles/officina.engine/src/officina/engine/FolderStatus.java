// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Instant;
import java.util.List;
import officina.api.document.DocumentTrouble;
import officina.api.error.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How an indexed folder is.
 *
 * @param files documents that were read, or tried
 * @param passages that can be found
 * @param wordsOnly of the documents those that are found by their words alone, until meaning can be compared again
 * @param troubled documents and folders that gave nothing, or less than there is
 * @param troubles the first {@value #MOST} of them; their paths are relative to the folder
 * @param syncedAt when it was last brought into step; {@code null} for never
 * @param atWork it is being brought into step, or waits for that
 * @param failure why that did not succeed the last time, since this engine was opened; {@code null} where it did
 */
public record FolderStatus(
        IndexedFolderItem item,
        int files,
        int passages,
        int wordsOnly,
        int troubled,
        List<DocumentTrouble> troubles,
        @Nullable Instant syncedAt,
        boolean atWork,
        @Nullable Failure failure) {

    /** More troubles of a folder are counted and not told. */
    public static final int MOST = 200;

    public FolderStatus {
        troubles = List.copyOf(troubles);
    }
}
