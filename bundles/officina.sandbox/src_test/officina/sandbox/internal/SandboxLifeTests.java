// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import officina.api.error.FailureException;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFolders;
import officina.sandbox.SandboxRules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxLifeTests {

    private static final int LONGEST_SECONDS = 60;

    @TempDir
    private Path folder;

    /** Where this is root, a program at the level without namespaces comes to its folder as another user. */
    @BeforeEach
    void let_others_in() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void what_was_started_ends_with_a_parent_that_is_killed() throws Exception {
        Levels.assumeBoth();
        Process parent = new ProcessBuilder(
                        JavaHome.current().program().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<ProcessHandle> children = new ArrayList<>();
        try (BufferedReader told = parent.inputReader()) {
            for (int level = 0; level < 2; level++) {
                String line = told.readLine();
                assertTrue(line != null, "it ended before it told of its children");
                for (String each : line.split(" ", -1)) {
                    ProcessHandle.of(Long.parseLong(each)).ifPresent(children::add);
                }
            }
            assertTrue(children.size() > 3, "bubblewrap and what it started, and another one: " + children);
        } finally {
            parent.destroyForcibly();
        }
        assertTrue(parent.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "the parent does not end");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (children.stream().anyMatch(SandboxLifeTests::lives)) {
            assertTrue(System.nanoTime() < deadline, "these live on: " + children);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** One that ended and that nobody has buried yet counts as alive to Java. */
    private static boolean lives(ProcessHandle process) {
        try {
            String told = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !told.substring(told.lastIndexOf(')') + 1).startsWith(" Z");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_closed_sandbox_ends_what_it_started_and_starts_nothing_more() throws Exception {
        SandboxRules rules = SandboxRules.of(new SandboxFolders(work(), List.of()));
        Sandbox sandbox = Levels.lockdown();
        Process process = sandbox.start(List.of("/usr/bin/cat"), rules);
        process.getOutputStream().write('x');
        process.getOutputStream().flush();
        assertEquals('x', process.getInputStream().read());
        sandbox.close();
        assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "it does not end");
        FailureException refused =
                assertThrows(FailureException.class, () -> sandbox.start(List.of("/usr/bin/cat"), rules));
        assertEquals("sandbox.start-failed", refused.failure().code());
    }

    @Test
    void a_program_is_handed_its_three_pipes_and_no_other_file() throws Exception {
        for (Sandbox each : List.of(Levels.lockdown(), Levels.bubblewrap())) {
            try (Sandbox sandbox = each) {
                Process process = sandbox.start(
                        List.of("/usr/bin/ls", "/proc/self/fd"),
                        SandboxRules.of(new SandboxFolders(work(), List.of())));
                String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                // the last is the folder that it lists
                assertEquals(List.of("0", "1", "2", "3"), told.lines().toList(), sandbox.level()::toString);
            }
        }
    }

    @Test
    void what_has_only_just_begun_ends_with_its_sandbox_too() throws Exception {
        Levels.assumeBoth();
        List<Path> works = List.of(work(), work());
        try (Sandbox bubblewrap = Levels.bubblewrap();
                Sandbox lockdown = Levels.lockdown()) {
            bubblewrap.start(List.of("/usr/bin/cat"), SandboxRules.of(new SandboxFolders(works.getFirst(), List.of())));
            lockdown.start(List.of("/usr/bin/cat"), SandboxRules.of(new SandboxFolders(works.getLast(), List.of())));
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        for (List<String> left = namedIn(works); !left.isEmpty(); left = namedIn(works)) {
            List<String> those = left;
            assertTrue(System.nanoTime() < deadline, () -> "these live on: " + those);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Command lines that name one of these folders; a child has that of its parent until it becomes another program. */
    private static List<String> namedIn(List<Path> folders) throws IOException {
        List<String> found = new ArrayList<>();
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path each : processes) {
                try {
                    String line = Files.readString(each.resolve("cmdline"), StandardCharsets.ISO_8859_1);
                    if (folders.stream().map(Path::toString).anyMatch(line::contains)) {
                        found.add(line);
                    }
                } catch (IOException e) {
                    // it ended meanwhile, or is nobody's business
                    continue;
                }
            }
        }
        return found;
    }

    @Test
    void what_a_level_cannot_do_is_refused_before_anything_runs() throws Exception {
        Path hidden = Files.createDirectory(folder.resolve("hidden"));
        SandboxRules rules = SandboxRules.of(new SandboxFolders(work(), List.of()));
        try (Sandbox sandbox = Levels.lockdown()) {
            for (SandboxRules each : List.of(
                    rules.withSocket(folder.resolve("socket")),
                    new SandboxRules(rules.folders(), List.of(Path.of("/usr/bin/true")), null, rules.limits()),
                    SandboxRules.of(new SandboxFolders(work(), List.of(folder), List.of(), List.of(hidden))))) {
                FailureException refused =
                        assertThrows(FailureException.class, () -> sandbox.start(List.of("/usr/bin/cat"), each));
                assertEquals("sandbox.rules-unfit", refused.failure().code(), each::toString);
            }
            for (String place : List.of("/", "/proc", "/proc/self", "/sys/kernel", "/dev", "/run", "/is/not/there")) {
                SandboxRules unfit = SandboxRules.of(new SandboxFolders(work(), List.of(Path.of(place))));
                FailureException refused =
                        assertThrows(FailureException.class, () -> sandbox.start(List.of("/usr/bin/cat"), unfit));
                assertEquals("sandbox.folder-unfit", refused.failure().code(), place);
            }
        }
    }

    @Test
    void folders_of_two_programs_belong_to_two_users_where_this_one_is_root() throws Exception {
        assumeTrue(WorkOwner.isRoot(), "only root can give files to others");
        WorkOwner owner = new WorkOwner(true);
        int first;
        try {
            first = owner.of(Files.createDirectory(folder.resolve("first")));
        } catch (IOException e) {
            abort("this root has no other users: " + e);
            return;
        }
        int second = owner.of(Files.createDirectory(folder.resolve("second")));
        assertTrue(first != second && first > 0 && second > 0, first + " " + second);
        assertEquals(first, new WorkOwner(true).of(folder.resolve("first")), "it keeps its number");
        assertEquals(0, new WorkOwner(false).of(folder.resolve("first")));
    }

    private Path work() throws IOException {
        return Files.createTempDirectory(folder, "work");
    }
}
