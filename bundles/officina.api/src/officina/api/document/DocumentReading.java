// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import java.util.List;

/** What came of reading a file. */
public sealed interface DocumentReading {

    /**
     * It was read.
     *
     * @param stamp of the content that was read
     * @param troubles what was left out and why; empty when all of it was read
     */
    record Read(DocumentKind kind, FileStamp stamp, List<Passage> passages, List<DocumentTrouble> troubles)
            implements DocumentReading {

        public Read {
            passages = List.copyOf(passages);
            troubles = List.copyOf(troubles);
        }
    }

    /** Nothing of it was read. */
    record Unread(DocumentTrouble trouble) implements DocumentReading {}
}
