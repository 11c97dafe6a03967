// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.nio.file.Path;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** What can go wrong between an engine and those attached to it. */
public final class WireFailures {

    /** Nobody listens. */
    public static final String NOT_RUNNING = "engine.not-running";

    /** The connection ended before the answer came. */
    public static final String CONNECTION_LOST = "engine.connection-lost";

    /** The two ends have no version of the protocol in common. */
    public static final String PROTOCOL_UNSUPPORTED = "engine.protocol-unsupported";

    /** The other process belongs to another user. */
    public static final String FOREIGN_USER = "engine.foreign-user";

    /** The client waits no more. */
    public static final String CANCELLED = "engine.cancelled";

    private WireFailures() {}

    public static Failure notRunning(Path data) {
        return Failure.of(
                NOT_RUNNING,
                ErrorKind.RESOURCE,
                "No Officina is listening at the data folder " + data + ".",
                "Start the workbench or \"officina serve\" on it, or run the command again.");
    }

    public static Failure connectionLost() {
        return Failure.of(
                CONNECTION_LOST,
                ErrorKind.RESOURCE,
                "The Officina that holds the data folder ended before it answered. Whether the work was done is not known.",
                "Look at the state of things before you repeat it.");
    }

    public static Failure protocolUnsupported(String theirs, String ours) {
        return Failure.of(
                PROTOCOL_UNSUPPORTED,
                ErrorKind.RESOURCE,
                "The Officina that holds the data folder (version " + theirs + ") and this one (version " + ours
                        + ") do not understand each other.",
                "Close the one that runs, or use the same version for both.");
    }

    public static Failure foreignUser() {
        return Failure.of(
                FOREIGN_USER,
                ErrorKind.PERMISSION,
                "The other process belongs to another user of this machine.",
                "Only the owner of a data folder may use its engine.");
    }

    public static Failure notAttached() {
        return Failure.of(
                "engine.not-attached",
                ErrorKind.USER,
                "The first request of a connection is " + Wire.ATTACH + ", and it comes once.",
                null);
    }

    public static Failure tooManySubscriptions() {
        return Failure.of(
                "engine.too-many-subscriptions",
                ErrorKind.RESOURCE,
                "A connection has at most " + Wire.MAX_SUBSCRIPTIONS
                        + " subscriptions and as many runs it waits for, each with a number of its own.",
                "End one first.");
    }

    public static Failure tooMuchLongWork() {
        return Failure.of(
                "engine.too-much-long-work",
                ErrorKind.RESOURCE,
                "A connection has at most " + Wire.MAX_LONG + " exports, imports and deletions at work.",
                "Wait until one has ended, then try again.");
    }

    public static Failure tooManyConnections() {
        return Failure.of(
                "engine.too-many-connections",
                ErrorKind.RESOURCE,
                "As many processes are attached to the engine as it allows, " + Wire.MAX_CONNECTIONS + ".",
                "Close one of them and try again.");
    }

    public static Failure cancelled() {
        return Failure.of(CANCELLED, ErrorKind.USER, "Nobody waits for this any more.", null);
    }

    /** Long work that was ended before it was asked for. */
    public static Failure notBegun() {
        return Failure.of("work.cancelled", ErrorKind.USER, "It was cancelled before it began.", "Nothing was done.");
    }

    public static Failure closed() {
        return Failure.of(
                "engine.closed",
                ErrorKind.RESOURCE,
                "The engine is closed.",
                "Start the workbench or \"officina serve\", or run the command again.");
    }

    public static Failure keysLocalOnly() {
        return Failure.of(
                "keys.local-only",
                ErrorKind.USER,
                "Keys can be changed only by the process that has the data open, and that is another one.",
                "Close the workbench or \"officina serve\" and run the command again.");
    }

    public static Failure exportLocalOnly() {
        return Failure.of(
                "data.local-only",
                ErrorKind.USER,
                "An encrypted export is made only by the process that has the data open, and that is another one.",
                "Make it in the window, or close the workbench or \"officina serve\" and run the command again.");
    }

    public static Failure unexpected() {
        return Failure.of(
                "internal.unexpected",
                ErrorKind.INTERNAL,
                "Something unexpected happened in the engine.",
                "Its log says more; please report it.");
    }

    public static FailureException exception(Failure failure) {
        return new FailureException(failure);
    }
}
