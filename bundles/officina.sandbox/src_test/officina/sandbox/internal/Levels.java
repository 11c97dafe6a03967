// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxLevel;
import officina.sandbox.internal.lock.Kernel;
import officina.sandbox.internal.seccomp.Machine;
import officina.sandbox.internal.seccomp.SystemCalls;

/** Sandboxes of each level, for machines where there is what they are made of. */
final class Levels {

    /** The first form of Landlock that a level is built on. */
    private static final long LANDLOCK = 3;

    private Levels() {}

    static void assumeBoth() throws IOException, InterruptedException {
        assumeBubblewrap();
        assumeLandlock();
    }

    static Sandbox bubblewrap() throws IOException, InterruptedException {
        return new LinuxSandbox(
                SandboxLevel.BUBBLEWRAP, new Bubblewrap(assumeBubblewrap()), new WorkOwner(WorkOwner.isRoot()));
    }

    static Sandbox lockdown() throws IOException {
        assumeLandlock();
        return new LinuxSandbox(
                SandboxLevel.LOCKDOWN, new Lockdown(ProcessHandle.current().pid()), new WorkOwner(WorkOwner.isRoot()));
    }

    /** It is installed, and this machine lets it make namespaces. */
    private static Path assumeBubblewrap() throws IOException, InterruptedException {
        Optional<Path> program = Bubblewrap.find();
        assumeTrue(program.isPresent(), "bubblewrap is not installed");
        assumeTrue(
                !WorkOwner.isRoot()
                        || Files.getPosixFilePermissions(JavaHome.classes())
                                .contains(PosixFilePermission.OTHERS_EXECUTE),
                "another user than root does not come to the classes");
        Process tried = new ProcessBuilder(
                        program.get().toString(),
                        "--ro-bind",
                        "/",
                        "/",
                        "--unshare-pid",
                        "--unshare-net",
                        "/usr/bin/true")
                .inheritIO()
                .start();
        assumeTrue(
                tried.waitFor(1, TimeUnit.MINUTES) && tried.exitValue() == 0,
                "this machine does not let bubblewrap make namespaces");
        return program.get();
    }

    /** Whether the user that programs run as, where this is root, comes to that place. */
    private static boolean isReachable(Path place) throws IOException {
        for (Path each = place; each != null; each = each.getParent()) {
            if (!Files.getPosixFilePermissions(each).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return !WorkOwner.isRoot();
            }
        }
        return true;
    }

    private static void assumeLandlock() throws IOException {
        for (Path each : List.of(
                JavaHome.classes(),
                JavaHome.current().program(),
                Path.of(System.getProperty("java.io.tmpdir")).toRealPath())) {
            assumeTrue(isReachable(each), () -> "another user than root does not come to " + each);
        }
        assumeTrue(System.getProperty("os.name", "").equals("Linux"), "there is Landlock on Linux alone");
        try (Arena arena = Arena.ofConfined()) {
            Kernel kernel = new Kernel(SystemCalls.read(), Machine.current(), arena);
            assumeTrue(
                    kernel.ask("landlock_create_ruleset", 0, 0, 1) >= LANDLOCK,
                    "the kernel has no Landlock that will do");
        }
    }
}
