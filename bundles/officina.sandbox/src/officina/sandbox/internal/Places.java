// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import officina.sandbox.SandboxFolders;
import officina.sandbox.SandboxRules;

/**
 * The places of rules as they really are, all links followed. What is the system's own is not given to anybody, nor what
 * is hidden, but for the work folder and the socket.
 *
 * @param readable those that lie in nothing that is writable
 * @param writable those that lie in no other
 * @param programs the one that is asked for, and those that it may start
 * @param links by which names those are called that are called by a link
 */
record Places(
        Path work,
        List<Path> readable,
        List<Path> writable,
        List<Path> hidden,
        List<Path> programs,
        Map<Path, Path> links) {

    private static final Set<Path> OF_THE_SYSTEM =
            Set.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"), Path.of("/run"), Path.of("/boot"));

    /** Libraries that every program needs; no programs among them, but for those that libraries bring. */
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib"),
            Path.of("/usr/lib64"),
            Path.of("/lib"),
            Path.of("/lib64"),
            Path.of("/etc/ld.so.cache"));

    /** What reads and starts programs that use libraries. */
    private static final List<Path> LOADERS = List.of(
            Path.of("/lib64/ld-linux-x86-64.so.2"),
            Path.of("/lib/ld-linux-aarch64.so.1"),
            Path.of("/lib/ld-musl-x86_64.so.1"),
            Path.of("/lib/ld-musl-aarch64.so.1"));

    /** @param program the one that is asked for */
    static Places of(SandboxRules rules, Path program) {
        SandboxFolders folders = rules.folders();
        Path work = real(folders.work());
        List<Path> hidden = folders.hidden().stream()
                .filter(Files::isDirectory)
                .map(Places::real)
                .toList();
        Checked checked = new Checked(hidden, reals(Stream.concat(folders.writable().stream(), Stream.of(work))));
        List<Path> programs = checked.given(Stream.concat(Stream.of(program), rules.programs().stream()));
        List<Path> writable = checked.given(folders.writable().stream());
        List<Path> readable = checked.given(folders.readable().stream());
        Path socket = rules.socket();
        if (socket != null && Files.exists(socket) && checked.isLedOut(socket)) {
            throw SandboxFailures.folderUnfit(socket);
        }
        return new Places(
                work,
                readable.stream()
                        .filter(each -> checked.changeable().stream().noneMatch(each::startsWith))
                        .toList(),
                writable.stream()
                        .filter(each -> checked.changeable().stream()
                                .noneMatch(other -> each.startsWith(other) && !each.equals(other)))
                        .toList(),
                hidden,
                programs,
                links(Stream.concat(Stream.of(program), rules.programs().stream())));
    }

    private static Map<Path, Path> links(Stream<Path> programs) {
        Map<Path, Path> links = new TreeMap<>();
        programs.forEach(each -> {
            Path name = each.toAbsolutePath().normalize();
            Path real = real(each);
            if (!name.equals(real)) {
                links.put(name, real);
            }
        });
        return links;
    }

    private static List<Path> reals(Stream<Path> places) {
        return places.map(Places::real).distinct().toList();
    }

    /**
     * What places are held against.
     *
     * @param changeable where a program of others may have put links when it ran before
     */
    private record Checked(List<Path> hidden, List<Path> changeable) {

        List<Path> given(Stream<Path> places) {
            return places.map(this::given).distinct().toList();
        }

        private Path given(Path place) {
            Path real = real(place);
            if (hidden.stream().anyMatch(real::startsWith) || isLedOut(place)) {
                throw SandboxFailures.folderUnfit(place);
            }
            return real;
        }

        /** Whether a name that a program may change leads to where it may not. */
        boolean isLedOut(Path place) {
            try {
                Path real = place.toRealPath();
                List<Path> passed = LinkWalk.of(place);
                return changeable.stream()
                        .filter(each -> !real.startsWith(each))
                        .anyMatch(
                                each -> passed.stream().anyMatch(name -> name.startsWith(each) && !name.equals(each)));
            } catch (IOException e) {
                throw SandboxFailures.folderUnfit(place);
            }
        }
    }

    static Path real(Path place) {
        try {
            Path real = place.toRealPath();
            boolean ours = real.getNameCount() > 0 && OF_THE_SYSTEM.stream().noneMatch(real::startsWith);
            if (ours) {
                return real;
            }
        } catch (IOException e) {
            throw SandboxFailures.folderUnfit(place);
        }
        throw SandboxFailures.folderUnfit(place);
    }

    /** The hidden ones that lie in something that is given. */
    List<Path> covered() {
        return hidden.stream()
                .filter(each -> Stream.of(readable, writable, List.of(work))
                        .flatMap(List::stream)
                        .anyMatch(each::startsWith))
                .toList();
    }

    /** The system's libraries that are here, as they are called. */
    static List<Path> libraries() {
        return LIBRARIES.stream().filter(Files::exists).toList();
    }

    /** These programs, with what loads them. */
    static List<Path> runnable(List<Path> programs) {
        return reals(Stream.concat(programs.stream(), LOADERS.stream().filter(Files::exists)));
    }
}
