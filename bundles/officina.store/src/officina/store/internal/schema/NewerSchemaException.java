// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.schema;

/** The tables were made by a newer build. */
public final class NewerSchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    NewerSchemaException(int found, int known) {
        super("tables of version " + found + ", known up to " + known);
    }
}
