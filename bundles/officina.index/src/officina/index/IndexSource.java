// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.index;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;

/**
 * Where documents come from: folders, mail boxes, records. The index is made of sources, so that it can be thrown away.
 * Called by the thread that brings the index into step; may block and look at interrupts.
 */
public interface IndexSource {

    IndexCollection collection();

    /** Whether a document of that id is this source's: what it does not list any more is taken out. */
    boolean owns(String id);

    /** All its documents, with what a changed one is told by. Cheap: reads no content. */
    Map<String, String> list() throws InterruptedException;

    /**
     * Documents that are not listed any more because they have another id now; known after {@link #list}. They are taken
     * out last, so that what was made of their texts serves once more.
     */
    default Set<String> moved() {
        return Set.of();
    }

    /** A document as it is now; empty when it is gone or cannot be read, which its source tells the person itself. */
    Optional<IndexDocument> read(String id) throws InterruptedException;
}
