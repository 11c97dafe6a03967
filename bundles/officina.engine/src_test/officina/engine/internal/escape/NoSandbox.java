// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.escape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxReport;
import officina.sandbox.SandboxRules;

/** Starts programs with the rights of this process. */
final class NoSandbox implements SandboxFactory, Sandbox {

    @Override
    public Tried open() {
        return new Tried(this, new SandboxReport(SandboxLevel.NONE, List.of(), List.of()));
    }

    @Override
    public SandboxLevel level() {
        return SandboxLevel.NONE;
    }

    @Override
    public Process start(List<String> command, SandboxRules rules) {
        try {
            return new ProcessBuilder(command)
                    .directory(rules.folders().work().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // who started them ends them
    }
}
