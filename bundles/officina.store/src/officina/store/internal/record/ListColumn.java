// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.record;

/**
 * A table that holds one field of a record which is a list of texts, a row for each.
 *
 * @param owner the column that refers to the record
 * @param column the column of the text
 */
record ListColumn(String field, String table, String owner, String column) {}
