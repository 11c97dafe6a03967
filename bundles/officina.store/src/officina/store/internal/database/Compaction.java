// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import officina.base.DurableFiles;

/**
 * Makes a closed database anew from what lives in it, in a file beside it that takes its place when it is whole and on
 * the disk. H2's own compaction moves what lives into space that was in use before, in the same file: what a kill leaves
 * of that need not be readable.
 */
final class Compaction {

    /** What H2 calls the database in the making; its files begin so. */
    static final String NAME = "compacted";

    private Compaction() {}

    /** What throws changed nothing; {@link DatabaseFile#restore} clears away what it left. */
    static void run(StoreFolder folder) throws IOException, SQLException {
        DatabaseFile database = folder.file();
        if (DurableFiles.lacksRoom(folder.path(), 2 * database.length())) {
            throw new IOException("there is no room for another file beside the database");
        }
        Path copy = folder.path().resolve(NAME + ".mv.db");
        Files.deleteIfExists(copy);
        StoreCopy.copy(database.path(), copy);
        Path place = folder.path().resolve(NAME);
        execute(folder, place, "shutdown defrag");
        // the newest part moves to the end of the file: behind it alone the next ones are written
        execute(folder, place, "create sequence compacted", "drop sequence compacted", "shutdown");
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        database.replaceBy(copy);
    }

    private static void execute(StoreFolder folder, Path place, String... statements) throws SQLException {
        try (Connection connection = Database.source(place, folder.keys()).getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
