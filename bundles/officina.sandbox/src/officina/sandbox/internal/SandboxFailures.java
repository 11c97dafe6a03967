// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.nio.file.Path;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** Every failure of the sandbox, in one place. */
final class SandboxFailures {

    private SandboxFailures() {}

    static FailureException refused() {
        return resource(
                "sandbox.refused",
                "Nothing on this machine keeps a program of others from your files and your network, so it is not run.",
                "See what is missing: officina doctor");
    }

    static FailureException rulesUnfit(String what) {
        return resource(
                "sandbox.rules-unfit",
                "The way programs are kept in on this machine cannot " + what + ", so this one is not run.",
                "Install bubblewrap, or take that permission back.");
    }

    static FailureException folderUnfit(Path place) {
        return resource(
                "sandbox.folder-unfit",
                "A program of others cannot be given " + place
                        + ": it is missing, it belongs to the system or to Officina,"
                        + " or a link that such programs may change leads to it.",
                "Take the permission for it back, or give one for a folder of yours.");
    }

    static FailureException startFailed(Throwable cause) {
        return new FailureException(
                Failure.of(
                        "sandbox.start-failed",
                        ErrorKind.RESOURCE,
                        "A program of others could not be started.",
                        "See what is missing: officina doctor"),
                cause);
    }

    private static FailureException resource(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.RESOURCE, message, remedy));
    }
}
