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

    private static final String READ = "--ro-bind";
    private static final String WRITE = "--bind";
    private static final String COVER = "--tmpfs";

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
    public List<String> before(SandboxRules rules, Places places, JavaHome java, int user) {
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
                bind(line, READ, List.of(library));
            }
        }
        places.links().forEach((name, real) -> {
            if (!isInLibraries(name)) {
                parents(line, name);
                line.addAll(List.of("--symlink", real.toString(), name.toString()));
            }
        });
        List<Place> all = all(rules, places, java);
        for (Place each : all) {
            if (each.how().equals(COVER)) {
                parents(line, each.place());
                line.addAll(List.of(COVER, each.place().toString()));
            } else {
                bind(line, each.how(), List.of(each.place()));
            }
        }
        // at the end: folders on the way to what lies in one are made in it
        all.stream()
                .filter(each -> each.how().equals(COVER))
                .forEach(
                        each -> line.addAll(List.of("--remount-ro", each.place().toString())));
        line.addAll(List.of("--remount-ro", "/", "--chdir", "/", "--"));
        return line;
    }

    /** A place, and the option that puts it there. */
    private record Place(String how, Path place) {}

    /** All of them, what lies in another after that; what is covered before what is given in the same place. */
    private static List<Place> all(SandboxRules rules, Places places, JavaHome java) {
        List<Place> all = new ArrayList<>();
        add(all, COVER, places.covered());
        add(all, READ, java.files());
        add(all, READ, List.of(JavaHome.classes()));
        add(all, READ, places.programs());
        add(all, READ, places.readable());
        add(all, WRITE, places.writable());
        add(all, WRITE, List.of(places.work()));
        Path socket = rules.socket();
        if (socket != null) {
            add(all, WRITE, List.of(socket));
        }
        all.sort(Comparator.comparingInt(each -> each.place().getNameCount()));
        return all;
    }

    private static void add(List<Place> all, String how, List<Path> places) {
        places.forEach(each -> all.add(new Place(how, each)));
    }

    /** Those bring their links themselves. */
    private static boolean isInLibraries(Path name) {
        return Places.libraries().stream().anyMatch(name::startsWith);
    }

    private static void bind(List<String> line, String how, List<Path> places) {
        for (Path each : places) {
            parents(line, each);
            line.addAll(List.of(how, each.toString(), each.toString()));
        }
    }

    /** Folders that bubblewrap makes on the way by itself are its own user's alone. */
    private static void parents(List<String> line, Path place) {
        for (int names = 1; names < place.getNameCount(); names++) {
            line.addAll(List.of("--perms", "0755", "--dir", "/" + place.subpath(0, names)));
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
    public LockPlan plan(SandboxRules rules, Places places, JavaHome java, int user) {
        Set<Option> options = EnumSet.noneOf(Option.class);
        List<Path> programs = new ArrayList<>(places.programs());
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
