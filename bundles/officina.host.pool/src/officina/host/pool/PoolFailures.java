// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.time.Duration;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** Why a call of a plug-in of others gave nothing. */
final class PoolFailures {

    static final String ENDED = "plugin.ended";

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
                "The plug-in \"" + plugin + "\" did not do it. " + said.message(),
                "Tell the publisher of the plug-in.");
    }

    /** A plug-in of others claimed what only the engine can know. */
    static Failure claimed(String plugin) {
        return Failure.of("plugin.failed", ErrorKind.INTERNAL, "The plug-in \"" + plugin + "\" did not do it.", null);
    }

    static FailureException noAgent(String plugin, String agent) {
        return new FailureException(Failure.of(
                "plugin.no-service",
                ErrorKind.INTERNAL,
                "The plug-in \"" + plugin + "\" declares the agent " + agent + " and has none.",
                "Tell the publisher of the plug-in."));
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
