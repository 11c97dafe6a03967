// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.nio.file.Path;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import org.jspecify.annotations.Nullable;

/** Every failure of session files, in one place. */
final class SessionFileFailures {

    /** Less is no room, in bytes. */
    private static final long ROOM = 1 << 20;

    private SessionFileFailures() {}

    static FailureException exists(Path file, Exception cause) {
        return new FailureException(
                Failure.of(
                        "transfer.exists",
                        ErrorKind.USER,
                        "There is already something at " + file + ".",
                        "Choose another name; nothing is overwritten."),
                cause);
    }

    static FailureException unwritable(Path file, Exception cause) {
        Path folder = file.toAbsolutePath().getParent();
        boolean full = folder != null && DurableFiles.lacksRoom(folder, ROOM);
        return new FailureException(
                Failure.of(
                        "transfer.unwritable",
                        ErrorKind.USER,
                        full
                                ? "There is no room for the file " + file + "."
                                : "The file " + file + " cannot be written.",
                        "Choose another place; nothing was left there."),
                cause);
    }

    static FailureException unreadable(Path file, @Nullable Exception cause) {
        return new FailureException(
                Failure.of(
                        "transfer.unreadable",
                        ErrorKind.USER,
                        "The file " + file + " cannot be read, or is none.",
                        "Give a file that \"officina sessions export\" wrote."),
                cause);
    }

    static FailureException foreign() {
        return new FailureException(Failure.of(
                "transfer.foreign",
                ErrorKind.USER,
                "This file is not a conversation that Officina exported.",
                "Give a file that \"officina sessions export\" wrote; nothing was changed."));
    }

    static FailureException newer() {
        return new FailureException(Failure.of(
                "transfer.newer",
                ErrorKind.USER,
                "This conversation was exported by a newer Officina and cannot be read by this one.",
                "Import it with the newer version; nothing was changed."));
    }

    static FailureException removed() {
        return new FailureException(Failure.of(
                "transfer.removed",
                ErrorKind.USER,
                "A conversation was deleted while it was being written.",
                "Export again; nothing was left behind."));
    }

    static FailureException inside(Path file) {
        return new FailureException(Failure.of(
                "data.export-inside",
                ErrorKind.USER,
                "The file " + file + " would lie in the data folder.",
                "Choose a place outside it."));
    }

    static FailureException exportCancelled() {
        return new FailureException(
                Failure.of("work.cancelled", ErrorKind.USER, "The export was cancelled.", "Nothing was left behind."));
    }

    static FailureException importCancelled() {
        return new FailureException(Failure.of(
                "work.cancelled",
                ErrorKind.USER,
                "The import was cancelled.",
                "Nothing of the conversation was brought in."));
    }

    /** @param line of the file, from 1 */
    static FailureException damaged(long line) {
        return new FailureException(Failure.of(
                "transfer.damaged",
                ErrorKind.USER,
                "The file is not what was exported: it is damaged or incomplete at line " + line + ".",
                "Export the conversation again, or take another copy of the file; nothing was changed."));
    }

    static FailureException runExists() {
        return new FailureException(Failure.of(
                "transfer.run-exists",
                ErrorKind.USER,
                "A run of this conversation is already here, in another conversation.",
                "Import it as a copy; nothing was changed."));
    }

    static FailureException partlyThere() {
        return new FailureException(Failure.of(
                "session.partly-removed",
                ErrorKind.RESOURCE,
                "This conversation was deleted here, but some of it is in a damaged file of the journal and stays there.",
                "Run \"officina journal repair\" and import it then, or import it as a copy; nothing was changed."));
    }

    static FailureException sessionExists() {
        return new FailureException(Failure.of(
                "session.exists",
                ErrorKind.USER,
                "This conversation is in the data folder already.",
                "To have it a second time, import it as a copy; nothing was changed."));
    }
}
