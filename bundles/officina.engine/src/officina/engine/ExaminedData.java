// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an examination of a whole data folder found.
 *
 * @param checks what was looked at, and how it is
 * @param aside the folder in which what was damaged lies now; {@code null} where nothing was mended
 */
public record ExaminedData(
        List<Diagnostics.Check> checks, @Nullable Path aside) {

    public ExaminedData {
        checks = List.copyOf(checks);
    }
}
