// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFolders;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxLimits;
import officina.sandbox.SandboxRules;
import officina.sandbox.internal.probe.ProbeResults;
import officina.sandbox.internal.trial.Grounds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Tries to break out of a real sandbox. Each attempt is made outside as well, with the rights of this process: one that
 * fails there shows nothing and is not counted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscapeTests {

    /** Where fewer succeed outside, something else keeps this process in, and the suite would show too little. */
    private static final int LEAST = 60;

    private static final SandboxLimits LITTLE =
            new SandboxLimits(Duration.ofSeconds(60), 800L << 20, 64, 64, 1 << 20, 8 << 20);

    private final long self = ProcessHandle.current().pid();
    private final String name = "officina-escape-" + self;
    private AbstractSocket socket;
    /** By their place in the list. */
    private Set<Integer> counted;

    @BeforeAll
    void make_the_attempts_outside() throws Exception {
        Levels.assumeMachine();
        socket = new AbstractSocket(name);
        try (Grounds grounds = new Grounds(new WorkOwner(WorkOwner.isRoot())::of)) {
            List<String> attempts = Escapes.of(grounds, self, name);
            ProbeResults outside = ProbeResults.of(new ProcessBuilder(ProbeCommand.making(attempts))
                    .directory(grounds.work().toFile())
                    .start());
            counted = new TreeSet<>();
            for (int i = 0; i < attempts.size(); i++) {
                ProbeResults.Result result = outside.attempts().get(attempts.get(i));
                if (result != null && result.done()) {
                    counted.add(i);
                }
            }
            assumeTrue(counted.size() >= LEAST, () -> "only " + counted.size() + " succeed outside: " + outside);
        }
    }

    @AfterAll
    void close() {
        if (socket != null) {
            socket.close();
        }
    }

    @Test
    void nothing_gets_out_of_bubblewrap() throws Exception {
        try (Sandbox sandbox = Levels.bubblewrap()) {
            nothingGetsOut(
                    sandbox, grounds -> SandboxRules.of(grounds.folders()).withSocket(grounds.socket()));
        }
    }

    @Test
    void nothing_gets_out_of_a_locked_down_program() throws Exception {
        try (Sandbox sandbox = Levels.lockdown()) {
            nothingGetsOut(sandbox, grounds -> SandboxRules.of(grounds.folders()));
        }
    }

    private interface Given {
        SandboxRules of(Grounds grounds);
    }

    private void nothingGetsOut(Sandbox sandbox, Given rules) throws Exception {
        try (Grounds grounds = new Grounds(new WorkOwner(WorkOwner.isRoot())::of)) {
            List<String> escapes = Escapes.of(grounds, self, name);
            List<String> granted = new ArrayList<>(Escapes.granted(grounds));
            SandboxRules given = rules.of(grounds).withLimits(LITTLE);
            Path handed = given.socket();
            if (handed != null) {
                granted.add("UNIX=" + handed);
            }
            List<String> attempts = new ArrayList<>(granted);
            attempts.addAll(escapes);
            if (!limitsTasks(sandbox)) {
                granted.removeIf(EscapeTests::ofTasks);
            }
            ProbeResults inside = ProbeResults.of(sandbox.start(ProbeCommand.making(attempts), given));

            Map<String, ProbeResults.Result> results = inside.attempts();
            Map<String, String> wrong = new TreeMap<>();
            for (String each : granted) {
                ProbeResults.Result result = results.get(each);
                if (result == null || !result.done()) {
                    wrong.put(each, "should have been done: " + result);
                }
            }
            for (int i : counted) {
                if (!limitsTasks(sandbox) && ofTasks(escapes.get(i))) {
                    continue;
                }
                ProbeResults.Result result = results.get(escapes.get(i));
                if (result == null || result.done()) {
                    wrong.put(escapes.get(i), "should have been held: " + result);
                }
            }
            assertEquals(Map.of(), wrong, inside::errors);
            assertEquals(0, inside.exit(), inside.errors());
            assertEquals("secret", Files.readString(grounds.secret()));
            assertEquals("whole", Files.readString(grounds.unguarded().resolve("cut")));
        }
    }

    /** The kernel counts tasks by user, and without namespaces only root can make a user of its own for a program. */
    private static boolean limitsTasks(Sandbox sandbox) {
        return sandbox.level() == SandboxLevel.BUBBLEWRAP || WorkOwner.isRoot();
    }

    private static boolean ofTasks(String attempt) {
        return attempt.startsWith("TASKS=") || attempt.equals(Escapes.SPAWN);
    }

    @Test
    void programs_that_were_granted_run_and_no_others_and_what_is_hidden_stays_so() throws Exception {
        try (Sandbox sandbox = Levels.bubblewrap();
                Grounds grounds = new Grounds(new WorkOwner(WorkOwner.isRoot())::of)) {
            Path hidden = Files.createDirectory(grounds.readable().resolve("hidden"));
            Path data = Files.writeString(hidden.resolve("data"), "data");
            SandboxFolders folders =
                    new SandboxFolders(grounds.work(), List.of(grounds.readable()), List.of(), List.of(hidden));
            SandboxRules rules = SandboxRules.of(folders)
                    .with(List.of(
                            new Permission(PermissionType.PROC_SPAWN, "/usr/bin/true"),
                            new Permission(PermissionType.PROC_SPAWN, "/usr/bin/sleep"),
                            new Permission(
                                    PermissionType.FS_WRITE, grounds.writable().toString()),
                            new Permission(PermissionType.FS_READ, "*")))
                    .withLimits(LITTLE);
            List<String> done = List.of(
                    "RUN=/usr/bin/true",
                    "READ=" + grounds.given(),
                    "WRITE=" + grounds.writable().resolve("mine"));
            List<String> held = List.of("RUN=/usr/bin/id", Escapes.SPAWN, "READ=" + data, "READ=" + grounds.secret());
            assertOnly(sandbox, rules, done, held);
        }
    }

    @Test
    void a_work_folder_and_a_socket_in_what_is_hidden_are_given_and_a_program_is_found_by_a_link() throws Exception {
        try (Sandbox sandbox = Levels.bubblewrap();
                Grounds grounds = new Grounds(new WorkOwner(WorkOwner.isRoot())::of)) {
            // as it is in use: the folder of all data is granted, and what lies in it hidden, but for this
            Path link = Files.createSymbolicLink(grounds.outside().resolve("nothing"), Path.of("/usr/bin/true"));
            Path all = grounds.outside().getParent();
            SandboxFolders folders = new SandboxFolders(
                    grounds.work(),
                    List.of(all, grounds.socket().getParent().getParent()),
                    List.of(grounds.writable(), all.resolve("readable")),
                    List.of(grounds.work().getParent(), grounds.socket().getParent()));
            SandboxRules rules = SandboxRules.of(folders)
                    .with(List.of(new Permission(PermissionType.PROC_SPAWN, link.toString())))
                    .withSocket(grounds.socket())
                    .withLimits(LITTLE);
            List<String> done = List.of(
                    "WRITE=own",
                    "UNIX=" + grounds.socket(),
                    "READ=" + grounds.secret(),
                    "WRITE=" + grounds.readable().resolve("new"),
                    "RUN=" + link);
            List<String> held = List.of(
                    "WRITE=" + grounds.unguarded().resolve("new"), "WRITE=../other", "UNIX=" + grounds.otherSocket());
            assertOnly(sandbox, rules, done, held);
        }
    }

    /** A program under these rules can do the one, and none of the other. */
    private static void assertOnly(Sandbox sandbox, SandboxRules rules, List<String> done, List<String> held)
            throws Exception {
        List<String> attempts = new ArrayList<>(done);
        attempts.addAll(held);
        ProbeResults inside = ProbeResults.of(sandbox.start(ProbeCommand.making(attempts), rules));
        Map<String, Boolean> expected = new TreeMap<>();
        done.forEach(each -> expected.put(each, true));
        held.forEach(each -> expected.put(each, false));
        Map<String, Boolean> actual = new TreeMap<>();
        inside.attempts().forEach((attempt, result) -> actual.put(attempt, result.done()));
        assertEquals(expected, actual, inside::toString);
    }

    @Test
    void a_program_keeps_the_name_that_it_was_called_by() throws Exception {
        try (Sandbox sandbox = Levels.bubblewrap();
                Grounds grounds = new Grounds(new WorkOwner(WorkOwner.isRoot())::of)) {
            Path link = Files.createSymbolicLink(grounds.outside().resolve("called"), Path.of("/usr/bin/cat"));
            Process process =
                    sandbox.start(List.of(link.toString(), "/proc/self/cmdline"), SandboxRules.of(grounds.folders()));
            String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(link + "\0/proc/self/cmdline\0", told);
        }
    }
}
