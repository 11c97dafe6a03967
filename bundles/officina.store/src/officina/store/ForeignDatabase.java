// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store;

import java.util.List;
import java.util.function.Consumer;
import officina.api.json.JsonObject;

/** An opened database of another program, read only. One thread. Failures as of {@link ForeignDatabases#open}. */
public interface ForeignDatabase extends AutoCloseable {

    /** {@code sqlite}, {@code h2}. */
    String format();

    /**
     * Its tables, in alphabetical order, without those that the database itself keeps; of H2 with the schema in front
     * where that is not {@code PUBLIC}.
     */
    List<String> tables();

    /**
     * Calls the reader with every row of the table, always in the same order: column names and values, without what is
     * null. Bytes are in Base64, below a member {@code base64}.
     */
    void rows(String table, Consumer<JsonObject> reader);

    /**
     * The SHA-256 of its file in hexadecimal digits. Nobody else may read the file meanwhile: closing any other opening
     * of it in this process gives up the locks that keep its own program away. {@code import.unreadable}.
     */
    String digest();

    /**
     * Overwrites its file and deletes it, with the limits of {@link officina.base.DurableFiles#overwriteAndDelete}; only
     * of one that was opened alone. {@code import.unreadable}.
     */
    void erase();

    /** Gives up its locks. */
    @Override
    void close();
}
