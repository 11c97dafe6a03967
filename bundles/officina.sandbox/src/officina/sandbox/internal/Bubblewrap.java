// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import officina.sandbox.SandboxRules;
import officina.sandbox.internal.lock.LockPlan;
import officina.sandbox.internal.lock.LockPlan.Option;

/**
 * A root folder, processes, network and names of its own, made by bubblewrap. The program that locks itself in runs
 * inside: limits of tasks hold for the namespace only when they are set there.
 */
final class Bubblewrap implements Enclosure {

    private static final List<Path> WHERE = List.of(
            Path.of("/usr/bin/bwrap"), Path.of("/usr/local/bin/bwrap"), Path.of("/run/current-system/sw/bin/bwrap"));

    /** What it says where it does not know one of the options below; the latest of them came with 0.7. */
    static final String TOO_OLD = "nknown option --";

    private final Path program;

    Bubblewrap(Path program) {
        this.program = program;
    }

    /** Where the system keeps it; the person's own PATH is not asked. */
    static Optional<Path> find() {
        return WHERE.stream().filter(Files::isExecutable).findFirst();
    }

    @Override
    public void check(SandboxRules rules, Places places) {
        // it can do all of it
    }

    @Override
    public List<String> before(SandboxRules rules, Places places, JavaHome java, int user, Path started) {
        List<String> line = new ArrayList<>(List.of(program.toString(), "--die-with-parent", "--new-session"));
        line.addAll(
                List.of("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
        line.addAll(List.of("--hostname", "officina", "--cap-drop", "ALL"));
        if (user == 0) {
            line.addAll(List.of("--unshare-user"));
        } else {
            // root needs no namespace of users, and becomes somebody else inside
            line.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"));
        }
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
        line.addAll(List.of(
                "--perms", "1777", "--size", Long.toString(rules.limits().temporaryBytes()), "--tmpfs", "/tmp"));
        for (Path library : Places.libraries()) {
            if (Files.isSymbolicLink(library)) {
                line.addAll(List.of("--symlink", link(library), library.toString()));
            } else {
                bind(line, "--ro-bind", List.of(library));
            }
        }
        bind(line, "--ro-bind", java.files());
        bind(line, "--ro-bind", List.of(JavaHome.classes()));
        bind(line, "--ro-bind", List.of(started));
        bind(line, "--ro-bind", rules.programs().stream().map(Places::real).toList());
        given(places)
                .forEach(each -> bind(line, places.readable().contains(each) ? "--ro-bind" : "--bind", List.of(each)));
        Path socket = rules.socket();
        if (socket != null) {
            bind(line, "--bind", List.of(socket));
        }
        for (Path each : places.covered()) {
            line.addAll(List.of("--tmpfs", each.toString(), "--remount-ro", each.toString()));
        }
        line.addAll(List.of("--remount-ro", "/", "--chdir", "/", "--"));
        return line;
    }

    /** All of them, what lies in another after that. */
    private static List<Path> given(Places places) {
        return Stream.of(places.readable(), places.writable(), List.of(places.work()))
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparingInt(Path::getNameCount))
                .toList();
    }

    private static void bind(List<String> line, String how, List<Path> places) {
        for (Path each : places) {
            // folders that bubblewrap makes on the way are its own user's alone
            for (int names = 1; names < each.getNameCount(); names++) {
                line.addAll(List.of("--perms", "0755", "--dir", "/" + each.subpath(0, names)));
            }
            line.addAll(List.of(how, each.toString(), each.toString()));
        }
    }

    private static String link(Path library) {
        try {
            return Files.readSymbolicLink(library).toString();
        } catch (IOException e) {
            throw SandboxFailures.startFailed(e);
        }
    }

    @Override
    public LockPlan plan(SandboxRules rules, Places places, JavaHome java, int user, Path started) {
        Set<Option> options = EnumSet.noneOf(Option.class);
        List<Path> programs = new ArrayList<>(rules.programs());
        programs.add(started);
        if (!rules.programs().isEmpty()) {
            options.add(Option.PROCESSES);
            java.helper().ifPresent(programs::add);
        }
        if (rules.socket() != null) {
            options.add(Option.UNIX_SOCKETS);
        }
        return new LockPlan(
                options,
                user,
                0,
                Limits.of(rules.limits()),
                Places.runnable(programs),
                new LockPlan.Places(places.work(), List.of(), List.of()));
    }
}
