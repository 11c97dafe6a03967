// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxReport;
import officina.sandbox.SandboxRules;

/** Starts real processes and keeps them from nothing; remembers by which rules they were to be kept in. */
final class OpenSandboxes implements SandboxFactory, Sandbox {

    private final List<SandboxRules> rules = new ArrayList<>();
    private final List<List<String>> lines = new ArrayList<>();
    private volatile SandboxLevel level = SandboxLevel.NONE;

    /** What it calls itself from now on. */
    void say(SandboxLevel other) {
        level = other;
    }

    @Override
    public Tried open() {
        return new Tried(this, new SandboxReport(SandboxLevel.NONE, List.of(), List.of()));
    }

    @Override
    public SandboxLevel level() {
        return level;
    }

    @Override
    public synchronized Process start(List<String> command, SandboxRules by) {
        rules.add(by);
        lines.add(List.copyOf(command));
        try {
            return new ProcessBuilder(command)
                    .directory(by.folders().work().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of each start. */
    synchronized List<SandboxRules> rules() {
        return List.copyOf(rules);
    }

    /** With which words each was started. */
    synchronized List<List<String>> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        // who started them ends them
    }
}
