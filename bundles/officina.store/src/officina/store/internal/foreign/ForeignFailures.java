// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import org.jspecify.annotations.Nullable;

/** Every failure of reading the databases of others, in one place. Nothing was changed in any of them. */
final class ForeignFailures {

    private ForeignFailures() {}

    static FailureException unknown(Path file) {
        return failure(
                "import.unknown",
                "The file " + file + " is neither a database of SQLite nor one of H2.",
                "Name the file of the database itself.",
                null);
    }

    static FailureException unreadable(Path file, @Nullable Exception cause) {
        return failure(
                "import.unreadable",
                "The file " + file + " cannot be read, or is none.",
                "Check its name and its permissions.",
                cause);
    }

    static FailureException undeletable(Path file, Exception cause) {
        return failure(
                "import.unreadable",
                "The file " + file + " cannot be overwritten and deleted, or is a link or no file.",
                "Check its name and its permissions.",
                cause);
    }

    static FailureException encrypted(Path file) {
        return failure(
                "import.encrypted",
                "The database " + file + " is encrypted.",
                "Export it with the program that made it, without encryption, and import that.",
                null);
    }

    static FailureException madeByOldH2(Path file) {
        return failure(
                "import.version",
                "The database " + file + " was made by H2 before version 2, whose files no newer H2 reads.",
                "Write it out with that H2 (org.h2.tools.Script), read that into a new database with H2 2"
                        + " (org.h2.tools.RunScript with -options FROM_1X), and import the new one.",
                null);
    }

    static FailureException madeByNewH2(Path file) {
        return failure(
                "import.version",
                "The database " + file + " was made by an H2 that is newer than this Officina knows.",
                "Get a newer Officina, or write it with an H2 2.x of now.",
                null);
    }

    static FailureException inUse(Path file) {
        return failure(
                "import.in-use",
                "Another program is at work on the database " + file + ", or has left changes beside it.",
                "End that program; where it is ended, open and close the database with it once.",
                null);
    }

    /** Reads from a file. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Whatever bytes make of what is read, they are {@code import.damaged}. */
    static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException
                | BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | NoSuchElementException
                | DateTimeException
                | ArithmeticException e) {
            throw damaged(e);
        }
    }

    /** Goes through what a file holds. */
    interface Walk {
        void walk() throws IOException;
    }

    /** The same as {@link #reading} where nothing is the outcome. */
    static void walking(Walk walk) {
        reading(() -> {
            walk.walk();
            return true;
        });
    }

    static FailureException damaged(@Nullable Exception cause) {
        return failure(
                "import.damaged",
                "The database is damaged, or not what its format says.",
                "Repair it with the program that made it, or take another copy; nothing was imported.",
                cause);
    }

    static FailureException unsupported(String table) {
        return failure(
                "import.unsupported",
                "The table \"" + table + "\" has a form that cannot be imported.",
                "Write its rows to an ordinary table with the program that made it; nothing was imported.",
                null);
    }

    private static FailureException failure(String code, String message, String remedy, @Nullable Exception cause) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy), cause);
    }
}
