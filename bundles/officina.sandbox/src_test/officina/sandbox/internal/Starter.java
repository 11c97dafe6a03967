// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFolders;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxRules;

/** A process of its own that starts a program at each level, tells the numbers of all of them, and is killed then. */
final class Starter {

    private Starter() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        WorkOwner owner = new WorkOwner(WorkOwner.isRoot());
        Sandbox lockdown = new LinuxSandbox(
                SandboxLevel.LOCKDOWN, new Lockdown(ProcessHandle.current().pid()), owner);
        Sandbox bubblewrap = new LinuxSandbox(
                SandboxLevel.BUBBLEWRAP, new Bubblewrap(Bubblewrap.find().orElseThrow()), owner);
        for (Sandbox each : List.of(lockdown, bubblewrap)) {
            Path work = Files.createDirectory(Path.of(arguments[0], each.level().toString()));
            Process process = each.start(List.of("/usr/bin/cat"), SandboxRules.of(new SandboxFolders(work, List.of())));
            process.getOutputStream().write('x');
            process.getOutputStream().flush();
            if (process.getInputStream().read() != 'x') {
                throw new IllegalStateException(each.level() + " does not answer");
            }
            out.println(Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .map(handle -> Long.toString(handle.pid()))
                    .collect(Collectors.joining(" ")));
        }
        // killed here; an end of its own would show nothing
        System.in.read();
    }
}
