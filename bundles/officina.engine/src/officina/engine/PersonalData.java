// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;

/** All of the person's data at once. Erasing it is {@link EngineFactory#erase}, because no engine survives that. */
public interface PersonalData {

    /** Where the data lies and how much it is; counts the files. */
    Facts facts();

    /**
     * Writes everything into a new file that anybody who can read it can read: it is not encrypted. The format is
     * described in {@code docs/reference/export.md}. What happens meanwhile is not in it. {@code transfer.exists},
     * {@code transfer.unwritable}, {@code data.export-inside}.
     *
     * @param file absolute, on the machine of the engine, outside the data folder
     */
    ExportedData export(Path file);

    /**
     * The same, encrypted where the order has a passphrase, telling how far it is. {@code transfer.exists},
     * {@code transfer.unwritable}, {@code data.export-inside}, {@code data.export-cancelled}. None of them leaves a file
     * behind. An engine that is reached from another process tells no progress, and refuses a passphrase with
     * {@code data.local-only}.
     */
    ExportedData export(ExportOrder order, ExportProgress progress);

    /**
     * What there is.
     *
     * @param folder where it lies
     * @param bytes what it takes on the disk
     */
    record Facts(Path folder, long bytes) {}
}
