// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.nio.file.Path;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** Every failure of the journal, in one place. */
public final class JournalFailures {

    /** The code of what is not as it was written. */
    public static final String DAMAGED = "journal.damaged";

    private JournalFailures() {}

    /** Something in a file is not what was written. */
    public static FailureException damaged(Path file, long offset) {
        return new FailureException(
                Failure.of(
                        "journal.damaged",
                        ErrorKind.RESOURCE,
                        "The journal is damaged: " + file.getFileName() + " at byte " + offset + ".",
                        "Nothing was deleted. Put the file back from a backup of the data folder, or run: officina journal repair"));
    }

    /** A file is not there. */
    public static FailureException missing(String file) {
        return new FailureException(
                Failure.of(
                        "journal.damaged",
                        ErrorKind.RESOURCE,
                        "The journal is damaged: " + file + " is missing.",
                        "Nothing was deleted. Put the file back from a backup of the data folder, or run: officina journal repair"));
    }

    public static FailureException wrongKey() {
        return new FailureException(Failure.of(
                "journal.wrong-key",
                ErrorKind.RESOURCE,
                "The journal was written with another key than the one of this data folder.",
                "Put the key file back that belongs to this journal."));
    }

    public static FailureException newer() {
        return new FailureException(Failure.of(
                "engine.newer-data",
                ErrorKind.RESOURCE,
                "The journal was written by a newer version of Officina.",
                "Open it with that version or a later one."));
    }

    public static FailureException inUse() {
        return new FailureException(Failure.of(
                "engine.in-use",
                ErrorKind.RESOURCE,
                "Another process has the journal of this data folder open.",
                "Close the other Officina first."));
    }

    public static FailureException full(Throwable cause) {
        return new FailureException(
                new Failure(
                        "journal.full",
                        ErrorKind.RESOURCE,
                        "The disk is full, so nothing new could be kept. What was kept before is safe.",
                        "Make room and try again; a run that was stopped by it goes on by itself.",
                        true,
                        null),
                cause);
    }

    public static FailureException io(String what, Throwable cause) {
        return new FailureException(
                Failure.of(
                        "journal.io",
                        ErrorKind.RESOURCE,
                        what + " (" + cause.getClass().getSimpleName() + ").",
                        "Check the disk and that the data folder may be written to, then open it again."),
                cause);
    }

    public static FailureException tooLarge(long bytes, long most) {
        return new FailureException(Failure.of(
                "journal.too-large",
                ErrorKind.INTERNAL,
                "Events of " + bytes + " bytes were to be kept at once; " + most + " are possible.",
                null));
    }

    public static FailureException closed() {
        return new FailureException(
                Failure.of("journal.closed", ErrorKind.INTERNAL, "The journal is closed.", "Open the data again."));
    }
}
