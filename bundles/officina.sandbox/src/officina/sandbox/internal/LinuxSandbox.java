// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxRules;
import officina.sandbox.internal.lock.LockExec;

/** Starts the program that locks itself in and becomes the one that was asked for, at one level. */
final class LinuxSandbox implements Sandbox {

    private final SandboxLevel level;
    private final Enclosure enclosure;
    private final WorkOwner owner;
    private final JavaHome java = JavaHome.current();
    private final Spawner spawner = new Spawner();

    LinuxSandbox(SandboxLevel level, Enclosure enclosure, WorkOwner owner) {
        this.level = level;
        this.enclosure = enclosure;
        this.owner = owner;
    }

    @Override
    public SandboxLevel level() {
        return level;
    }

    @Override
    public Process start(List<String> command, SandboxRules rules) {
        Path program = Path.of(command.getFirst());
        Places places = Places.of(rules, program);
        enclosure.check(rules, places);
        try {
            int user = owner.of(places.work());
            List<String> line = new ArrayList<>(enclosure.before(rules, places, java, user));
            line.addAll(java.running(LockExec.class));
            line.addAll(enclosure.plan(rules, places, java, user).arguments());
            line.add(Places.real(program).toString());
            // by its name, which tells some programs what to do
            line.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(line);
            Map<String, String> variables = builder.environment();
            variables.clear();
            variables.put("HOME", places.work().toString());
            variables.put("LANG", "C.UTF-8");
            // else each thread reserves 64 MiB of the addresses that it may have
            variables.put("MALLOC_ARENA_MAX", "1");
            variables.put("TZ", ZoneId.systemDefault().getId());
            return spawner.start(builder);
        } catch (IOException e) {
            throw SandboxFailures.startFailed(e);
        }
    }

    @Override
    public void close() {
        spawner.close();
    }
}
