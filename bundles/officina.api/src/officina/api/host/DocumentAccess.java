// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.nio.file.Path;
import java.util.List;
import officina.api.document.DocumentReading;
import officina.api.document.FolderProgress;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads documents: plain text, Markdown, source code, PDF and Word files. Trouble with a file is part of the answer, never
 * thrown; only a path without a grant {@code fs.read} throws {@link officina.api.error.FailureException}
 * {@code permission.denied}. Each use is logged. Nothing is written, and nothing of a document reaches a disk. Blocks and
 * takes processor time; call from a thread of your own. An interruption ends either call with
 * {@link InterruptedException} and nothing half done.
 */
@ProviderType
public interface DocumentAccess {

    /**
     * The folders that may be read because they were named: as the places they were when they were granted, of those that
     * lie in each other the outermost, in the order of their paths. A grant for any folder names none. Asks no disk.
     */
    List<Path> folders();

    /** Reads one file into passages. Its limits are stated in docs/reference/documents.md. */
    DocumentReading read(Path file) throws InterruptedException;

    /**
     * Compares a folder with what is known of it. Hidden folders, build output, links and what a {@code .gitignore} names
     * are passed over. Only files whose size or time changed are opened. Gives other threads way between files.
     */
    FolderReport compare(FolderState known, FolderProgress progress) throws InterruptedException;
}
