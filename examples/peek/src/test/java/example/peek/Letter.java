// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.peek;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import officina.api.document.DocumentKind;
import officina.api.document.DocumentReading;
import officina.api.document.FileStamp;
import officina.api.document.FolderProgress;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.document.Passage;
import officina.api.document.Place;
import officina.api.host.DocumentAccess;

/** Each file is the same letter. */
final class Letter implements DocumentAccess {

    @Override
    public List<Path> folders() {
        return List.of();
    }

    @Override
    public DocumentReading read(Path file) {
        return new DocumentReading.Read(
                DocumentKind.MARKDOWN,
                new FileStamp(40, Instant.EPOCH, "0".repeat(32)),
                List.of(
                        new Passage("Dear Charles,", new Place.Lines(1, 1), List.of(), "1".repeat(32)),
                        new Passage("How is the engine?", new Place.Lines(3, 3), List.of(), "2".repeat(32))),
                List.of());
    }

    @Override
    public FolderReport compare(FolderState known, FolderProgress progress) {
        throw new UnsupportedOperationException("nobody looks at folders");
    }
}
