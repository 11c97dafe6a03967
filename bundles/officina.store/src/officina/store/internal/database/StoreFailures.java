// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.nio.file.Path;
import java.sql.SQLException;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import officina.base.Redacted;
import org.jspecify.annotations.Nullable;

/** Every failure of the store, and what H2's errors mean. H2's own messages quote user data, so none is passed on. */
public final class StoreFailures {

    /** Below this, in bytes, an error of writing is a lack of space. */
    private static final long SPACE = 4L << 20;

    /** Code: what was read makes no sense. */
    public static final String DAMAGED = "store.damaged";

    private StoreFailures() {}

    /** The failure for an error while the store is open. */
    static FailureException of(SQLException error, Path folder) {
        return switch (Trouble.of(error)) {
            case LOCKED -> inUse(error);
            case DAMAGE -> damaged(error);
            case IO -> io(folder, error);
            case REFUSED -> unexpected(error);
        };
    }

    private static FailureException unexpected(Throwable cause) {
        return failure(
                "internal.unexpected",
                ErrorKind.INTERNAL,
                "The store refused what was asked; this is a defect of Officina.",
                null,
                cause);
    }

    static FailureException damaged(@Nullable Throwable cause) {
        return failure(
                DAMAGED,
                ErrorKind.RESOURCE,
                "The searchable copy of your data is damaged. Nothing is lost: the journal holds everything.",
                "Try again in a moment: the copy is made anew by itself.",
                cause);
    }

    static FailureException io(Path folder, @Nullable Throwable cause) {
        if (isFull(folder)) {
            return new FailureException(
                    new Failure(
                            "store.full",
                            ErrorKind.RESOURCE,
                            "There is no space left on the disk that holds the data folder. Nothing is lost.",
                            "Make room and try again; a run that was stopped by it goes on by itself.",
                            true,
                            null),
                    cause == null ? null : scrubbed(cause));
        }
        return failure(
                "store.io",
                ErrorKind.RESOURCE,
                "The files of the store could not be read or written. Nothing is lost: the journal holds everything.",
                "Check the disk that holds the data folder and try again.",
                cause);
    }

    static FailureException noRoomToCopy(long bytes) {
        long mebibytes = (bytes >> 20) + 1;
        return failure(
                "store.not-copied",
                ErrorKind.RESOURCE,
                "This version of Officina arranges the store in another way, and there is no room for the copy that is made before. Nothing was changed.",
                "Make room: " + mebibytes + " MiB must be free on the disk of the data folder. Then start again.",
                null);
    }

    static FailureException notCopied(Throwable cause) {
        return failure(
                "store.not-copied",
                ErrorKind.RESOURCE,
                "This version of Officina arranges the store in another way, and the copy that is made before could not be written. Nothing was changed.",
                "Check the disk that holds the data folder and start again.",
                cause);
    }

    static FailureException notMigrated(Path copy, Throwable cause) {
        return failure(
                "store.not-migrated",
                ErrorKind.RESOURCE,
                "The store could not be arranged as this version of Officina needs it. It is as it was before, and a copy of it is in "
                        + copy.getFileName() + "; the journal holds everything.",
                "Use the version before, or delete the folder \"store\" in the data folder: this version makes it anew from the journal.",
                cause);
    }

    static FailureException inUse(@Nullable Throwable cause) {
        return failure(
                "engine.in-use",
                ErrorKind.RESOURCE,
                "The data folder is open in another Officina.",
                "Close the other one, or choose another data folder.",
                cause);
    }

    static FailureException readOnly(@Nullable Throwable cause) {
        return failure(
                "engine.read-only",
                ErrorKind.RESOURCE,
                "The data folder cannot be written.",
                "Check its permissions, or choose another data folder.",
                cause);
    }

    static FailureException badPath() {
        return failure(
                "store.bad-path",
                ErrorKind.USER,
                "The path of the data folder contains a semicolon, which the database does not allow.",
                "Choose another data folder.",
                null);
    }

    static FailureException wrongKey() {
        return failure(
                "store.wrong-key",
                ErrorKind.USER,
                "The store in this data folder was made with another key.",
                "Open the data folder with the key, passphrase or keyring that belongs to it.",
                null);
    }

    public static FailureException newer() {
        return failure(
                "engine.newer-data",
                ErrorKind.RESOURCE,
                "This data folder was last used by a newer version of Officina, which arranges its data in another way.",
                "Use that version or a newer one.",
                null);
    }

    public static FailureException closed() {
        return failure("store.closed", ErrorKind.RESOURCE, "The data folder is closed.", "Open it again.", null);
    }

    /** @param where what the thread is at that does not come to its end */
    static FailureException stuck(StackTraceElement[] where) {
        Exception there = new IllegalStateException("the database does not end");
        there.setStackTrace(where);
        return failure(
                "store.stuck",
                ErrorKind.RESOURCE,
                "The disk failed, and the store cannot let go of its files. Nothing is lost: the journal holds everything.",
                "Check the disk that holds the data folder and start Officina again.",
                there);
    }

    /** Somebody is in the middle of a call that does not end. */
    public static FailureException busy() {
        return failure(
                "store.stuck",
                ErrorKind.RESOURCE,
                "The store does not come to the end of its work. Nothing is lost: the journal holds everything.",
                "Check the disk that holds the data folder and start Officina again.",
                null);
    }

    public static FailureException gap() {
        return failure(
                "store.gap",
                ErrorKind.INTERNAL,
                "An event before these is missing in the store.",
                "Open the data folder again; what is missing is then applied.",
                null);
    }

    public static FailureException disagrees() {
        return failure(
                "store.disagrees",
                ErrorKind.INTERNAL,
                "The store was made from another journal than this one, or from a newer state of it.",
                "Make the store anew from the journal.",
                null);
    }

    static boolean isFull(Path folder) {
        return DurableFiles.lacksRoom(folder, SPACE);
    }

    private static FailureException failure(
            String code, ErrorKind kind, String message, @Nullable String remedy, @Nullable Throwable cause) {
        return new FailureException(Failure.of(code, kind, message, remedy), cause == null ? null : scrubbed(cause));
    }

    /** Where it came from and how the database numbers it; not its text, which may quote what is stored. */
    private static Throwable scrubbed(Throwable cause) {
        return cause instanceof SQLException error
                ? new SQLException(
                        "database error " + error.getErrorCode(),
                        error.getSQLState(),
                        error.getErrorCode(),
                        Redacted.of(error))
                : Redacted.of(cause);
    }
}
