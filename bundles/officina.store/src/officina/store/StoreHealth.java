// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a store is.
 *
 * @param highWater the position of the newest event in it
 * @param schema the version of its tables
 * @param bytes what it takes on the disk
 * @param movedAside where the damaged store lies that this one replaced when it was opened; {@code null} where all was
 *     well
 * @param remarks what the person should know, one sentence each; empty when all was well
 */
public record StoreHealth(
        long highWater, int schema, long bytes, @Nullable Path movedAside, List<String> remarks) {

    public StoreHealth {
        remarks = List.copyOf(remarks);
    }
}
