// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

/** Hears how far a folder was looked through. Called on the caller's thread, for each folder and each file hashed. */
@FunctionalInterface
public interface FolderProgress {

    /**
     * @param documents found until now
     * @param hashed of them, because they are new or look changed
     */
    void at(int documents, int hashed);
}
