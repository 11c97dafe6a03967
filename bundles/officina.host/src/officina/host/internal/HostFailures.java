// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.internal;

import java.util.List;
import java.util.Objects;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import org.osgi.framework.BundleException;

/** Why the plug-in does not work here. */
final class HostFailures {

    private static final String UNRESOLVED = "Unresolved requirement: ";

    private HostFailures() {}

    static FailureException notStarted(BundleException cause) {
        return cause.getType() == BundleException.RESOLVE_ERROR ? cannotResolve(cause) : cannotStart(cause);
    }

    private static FailureException cannotResolve(BundleException cause) {
        List<String> missing = Objects.requireNonNullElse(cause.getMessage(), "")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(UNRESOLVED))
                .map(line -> line.substring(UNRESOLVED.length()))
                .toList();
        return new FailureException(
                Failure.of(
                        "plugin.cannot-resolve",
                        ErrorKind.USER,
                        "The plug-in needs what Officina does not give it: " + String.join("; ", missing) + ".",
                        "Install a version of the plug-in that was made for this version of Officina."),
                cause);
    }

    private static FailureException cannotStart(BundleException cause) {
        return new FailureException(
                Failure.of(
                        "plugin.cannot-start",
                        ErrorKind.INTERNAL,
                        "The plug-in failed while it started.",
                        "Tell the publisher of the plug-in; what it printed says more."),
                cause);
    }

    static FailureException serviceFailed() {
        return new FailureException(Failure.of(
                "plugin.service-failed",
                ErrorKind.INTERNAL,
                "A service of the plug-in could not be made.",
                "Tell the publisher of the plug-in; what it printed says more."));
    }
}
