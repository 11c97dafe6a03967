// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.time.Duration;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.core.plugin.PlainLine;

/** Why a call of a plug-in of others gave nothing. */
final class PoolFailures {

    static final String ENDED = "plugin.ended";

    private static final int LONGEST_WORDS = 500;

    private PoolFailures() {}

    static Failure ended(String plugin) {
        return new Failure(
                ENDED,
                ErrorKind.RESOURCE,
                "The process of the plug-in \"" + plugin + "\" ended before it answered.",
                "Try again; if it keeps happening, tell the publisher of the plug-in.",
                true,
                null);
    }

    static Failure tookTooLong(String plugin, Duration limit) {
        return Failure.of(
                "plugin.took-too-long",
                ErrorKind.RESOURCE,
                "The plug-in \"" + plugin + "\" was ended, because it did not answer within " + limit.toSeconds()
                        + " s.",
                "Ask it for less at a time.");
    }

    static Failure pausing(String plugin, Duration pause) {
        return new Failure(
                "plugin.pausing",
                ErrorKind.RESOURCE,
                "The plug-in \"" + plugin + "\" keeps ending by itself, and is not started again at once.",
                "Try again in " + Math.max(1, pause.toSeconds()) + " s.",
                true,
                pause);
    }

    static Failure defect(String plugin, Failure said) {
        return Failure.of(
                "plugin.defect",
                ErrorKind.INTERNAL,
                "The plug-in \"" + plugin + "\" did not do it; its process says: "
                        + PlainLine.of(said.message(), LONGEST_WORDS),
                "Tell the publisher of the plug-in.");
    }

    static FailureException noAgent(String plugin, String agent) {
        return new FailureException(Failure.of(
                "plugin.no-service",
                ErrorKind.INTERNAL,
                "The plug-in \"" + plugin + "\" declares the agent " + agent + " and has none.",
                "Tell the publisher of the plug-in."));
    }

    static Failure unfitTools(String plugin, int most) {
        return Failure.of(
                "plugin.unfit-tools",
                ErrorKind.PROVIDER,
                "The plug-in \"" + plugin + "\" has more than " + most
                        + " tools, or describes what one takes in more than 64 KB.",
                "Tell the publisher of the plug-in.");
    }

    /** Somebody wanted that while it worked. */
    static Failure stopped(String plugin) {
        return Failure.of(
                "plugin.stopped",
                ErrorKind.PERMISSION,
                "The plug-in \"" + plugin + "\" was stopped, because what it may do was changed, or because it was"
                        + " replaced or removed.",
                "Ask again if it is still there.");
    }

    static Failure endedByPerson(String plugin) {
        return Failure.of(
                "plugin.ended-by-person",
                ErrorKind.USER,
                "The process of the plug-in \"" + plugin + "\" was ended by you.",
                "Ask again: it is started anew.");
    }

    static FailureException noBundle(String plugin) {
        return new FailureException(Failure.of(
                "plugin.no-bundle",
                ErrorKind.RESOURCE,
                "The file of the plug-in \"" + plugin + "\" is gone from the data folder, or cannot be read.",
                "Install it again."));
    }

    /** In the plug-in's words, which are told as such. */
    static Failure said(String plugin, Failure failure) {
        return Failure.of(
                "plugin.failed",
                ErrorKind.PROVIDER,
                "The plug-in \"" + plugin + "\" did not do it, and says: "
                        + PlainLine.of(failure.message(), LONGEST_WORDS),
                null);
    }

    static FailureException closed() {
        return new FailureException(
                Failure.of("plugin.closed", ErrorKind.RESOURCE, "Plug-ins are being shut down.", null));
    }

    static FailureException folder(IOException cause) {
        return new FailureException(
                Failure.of(
                        "plugin.folder",
                        ErrorKind.RESOURCE,
                        "There is no room for the folder that a plug-in works in.",
                        "Free some space in the folder for temporary files."),
                cause);
    }
}
