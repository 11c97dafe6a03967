// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;

/**
 * A database of another program that is in the data folder now, whole and compared.
 *
 * @param format {@code sqlite}, {@code h2}
 * @param todos how many to-dos were made of its rows
 */
public record ImportedDatabase(String format, List<Table> tables, long todos) {

    /** A table of it. */
    public record Table(String name, long rows) {}

    public ImportedDatabase {
        tables = List.copyOf(tables);
    }
}
