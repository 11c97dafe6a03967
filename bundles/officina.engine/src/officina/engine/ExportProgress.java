// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

/** Follows an export. */
@FunctionalInterface
public interface ExportProgress {

    /** Called now and then on the thread of the export with the events written of all; {@code false} ends the export. */
    boolean goOn(long written, long all);
}
