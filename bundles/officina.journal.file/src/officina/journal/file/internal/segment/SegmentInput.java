// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The files of the journal as they are read; a test reads something else than is there. */
@FunctionalInterface
interface SegmentInput {

    /** Not a channel, which an interrupt of the reading thread would close. */
    SegmentInput FILES = file -> new RandomAccessFile(file.toFile(), "r");

    RandomAccessFile open(Path file) throws IOException;
}
