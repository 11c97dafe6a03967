// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.util.List;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxRules;

/** Refuses everything, because nothing here keeps anything in. */
final class NoSandbox implements Sandbox {

    @Override
    public SandboxLevel level() {
        return SandboxLevel.NONE;
    }

    @Override
    public Process start(List<String> command, SandboxRules rules) {
        throw SandboxFailures.refused();
    }

    @Override
    public void close() {
        // it started nothing
    }
}
