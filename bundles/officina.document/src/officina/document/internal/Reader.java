// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal;

import java.io.IOException;
import java.util.List;
import officina.api.document.DocumentTrouble;
import officina.api.document.Passage;

/** Reads files of one kind. */
@FunctionalInterface
public interface Reader {

    /**
     * What was read.
     *
     * @param passages at least one
     */
    record Result(List<Passage> passages, List<DocumentTrouble> troubles) {}

    /** @throws UnreadableException when there is nothing to give; any other {@link IOException} is the disk's */
    Result read(Source source, Effort effort) throws IOException;
}
