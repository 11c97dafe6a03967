// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import officina.api.error.FailureException;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFolders;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxRules;
import officina.sandbox.internal.seccomp.Machine;

/** Sandboxes of each level, for machines where one can start a program that does nothing; on others a test is skipped. */
final class Levels {

    /** Why there is none here, by level; empty where there is. Found once: it takes a start. */
    private static final Map<SandboxLevel, String> TROUBLE = new EnumMap<>(SandboxLevel.class);

    private Levels() {}

    /** There is a table of system calls for this machine. */
    static void assumeMachine() {
        assumeTrue(System.getProperty("os.name", "").equals("Linux"), "there is a sandbox on Linux alone");
        try {
            Machine.current();
        } catch (UnsupportedOperationException e) {
            abort(e.getMessage());
        }
    }

    static void assumeBoth() throws IOException, InterruptedException {
        bubblewrap().close();
        lockdown().close();
    }

    static Sandbox bubblewrap() throws IOException, InterruptedException {
        assumeTrue(Bubblewrap.find().isPresent(), "bubblewrap is not installed");
        return assumed(SandboxLevel.BUBBLEWRAP);
    }

    static Sandbox lockdown() throws IOException, InterruptedException {
        return assumed(SandboxLevel.LOCKDOWN);
    }

    private static synchronized Sandbox assumed(SandboxLevel level) throws IOException, InterruptedException {
        assumeMachine();
        String trouble = TROUBLE.get(level);
        if (trouble == null) {
            trouble = trouble(level);
            TROUBLE.put(level, trouble);
        }
        assumeTrue(trouble.isEmpty(), level + " starts nothing here: " + trouble);
        return of(level);
    }

    private static Sandbox of(SandboxLevel level) {
        return new LinuxSandbox(
                level,
                level == SandboxLevel.BUBBLEWRAP
                        ? new Bubblewrap(Bubblewrap.find().orElseThrow())
                        : new Lockdown(ProcessHandle.current().pid()),
                new WorkOwner(WorkOwner.isRoot()));
    }

    /** Starts a program that does nothing, with the very line that every other gets. */
    private static String trouble(SandboxLevel level) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("officina-level");
        try (Sandbox sandbox = of(level)) {
            Process process =
                    sandbox.start(List.of("/usr/bin/true"), SandboxRules.of(new SandboxFolders(work, List.of())));
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                return "it does not end";
            }
            return process.exitValue() == 0
                    ? ""
                    : process.exitValue() + " "
                            + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (FailureException e) {
            return e + ", " + e.getCause();
        } finally {
            Files.delete(work);
        }
    }
}
