// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import officina.sandbox.SandboxFolders;

/**
 * The places of rules as they really are, all links followed. What is the system's own is not given to anybody.
 *
 * @param readable parents before what lies in them
 */
record Places(Path work, List<Path> readable, List<Path> writable, List<Path> hidden) {

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

    static Places of(SandboxFolders folders) {
        return new Places(
                real(folders.work()),
                sorted(folders.readable()),
                sorted(folders.writable()),
                folders.hidden().stream()
                        .filter(Files::isDirectory)
                        .map(Places::real)
                        .toList());
    }

    private static List<Path> sorted(List<Path> places) {
        return places.stream()
                .map(Places::real)
                .distinct()
                .sorted(Comparator.comparingInt(Path::getNameCount))
                .toList();
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

    /** Programs as they really are, with what loads them. */
    static List<Path> runnable(List<Path> programs) {
        List<Path> all = new ArrayList<>();
        Stream.concat(programs.stream(), LOADERS.stream().filter(Files::exists))
                .map(Places::real)
                .distinct()
                .forEach(all::add);
        return all;
    }
}
