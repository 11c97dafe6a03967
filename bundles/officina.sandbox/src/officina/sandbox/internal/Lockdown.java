// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import officina.sandbox.SandboxRules;
import officina.sandbox.internal.lock.LockPlan;
import officina.sandbox.internal.lock.LockPlan.Option;

/**
 * Nothing around the program: Landlock and the filter of system calls do it alone. They know places of files, but not of
 * sockets, and can take nothing out of a folder that is given; so programs with such rules are not run at this level.
 */
final class Lockdown implements Enclosure {

    /** What the virtual machine asks about itself and the machine; nothing about other processes. */
    private static final List<Path> OF_THE_MACHINE = Stream.of(
                    "/proc/self",
                    "/proc/meminfo",
                    "/proc/cpuinfo",
                    "/proc/cgroups",
                    "/proc/filesystems",
                    "/proc/sys/vm/overcommit_memory",
                    "/proc/sys/kernel/osrelease",
                    "/sys/devices/system/cpu",
                    "/sys/fs/cgroup",
                    "/dev/random",
                    "/dev/urandom",
                    "/dev/zero")
            .map(Path::of)
            .toList();

    private final long self;

    /** @param self the process that whatever is started must not outlive */
    Lockdown(long self) {
        this.self = self;
    }

    @Override
    public void check(SandboxRules rules, Places places) {
        if (!rules.programs().isEmpty()) {
            throw SandboxFailures.rulesUnfit("let it run other programs");
        }
        if (rules.socket() != null) {
            throw SandboxFailures.rulesUnfit("let it reach one server and no other");
        }
        if (!places.covered().isEmpty()) {
            throw SandboxFailures.rulesUnfit(
                    "keep the data of Officina from it, which lie in a folder that it may read");
        }
    }

    @Override
    public List<String> before(SandboxRules rules, Places places, JavaHome java, int user) {
        return List.of();
    }

    @Override
    public LockPlan plan(SandboxRules rules, Places places, JavaHome java, int user) {
        Set<Option> options = EnumSet.of(Option.SEALED);
        if (user == 0) {
            options.add(Option.SHARED_USER);
        }
        List<Path> readable = new ArrayList<>(java.files());
        readable.add(JavaHome.classes());
        readable.addAll(places.readable());
        Stream.concat(Places.libraries().stream(), OF_THE_MACHINE.stream())
                .filter(Files::exists)
                .forEach(readable::add);
        List<Path> writable = new ArrayList<>(places.writable());
        writable.add(places.work());
        writable.add(Path.of("/dev/null"));
        return new LockPlan(
                options,
                user,
                self,
                Limits.of(rules.limits()),
                Places.runnable(places.programs()),
                new LockPlan.Places(places.work(), readable, writable));
    }
}
