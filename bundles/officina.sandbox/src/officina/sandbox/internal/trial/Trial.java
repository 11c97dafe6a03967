// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.trial;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxLimits;
import officina.sandbox.SandboxReport.Barrier;
import officina.sandbox.SandboxReport.Found;
import officina.sandbox.SandboxRules;
import officina.sandbox.internal.probe.ProbeResults;
import org.jspecify.annotations.Nullable;

/** Has a program try to get past each barrier of a sandbox, and says of each whether it held. */
public final class Trial {

    private static final int KILLED = 137;
    private static final long MIB = 1 << 20;

    private static final SandboxLimits LITTLE =
            new SandboxLimits(Duration.ofMinutes(1), 800 * MIB, 64, 64, MIB, 8 * MIB);

    /** What the program is given anyway. */
    private static final Set<String> GIVEN = Set.of("HOME", "LANG", "TZ", "PWD", "MALLOC_ARENA_MAX");

    private static final String LAST = "PROCESSOR=60";

    private final Grounds grounds;
    private final Map<Barrier, List<String>> attempts = new EnumMap<>(Barrier.class);

    private Trial(Grounds grounds) throws IOException {
        this.grounds = grounds;
        String process = Long.toString(ProcessHandle.current().pid());
        attempts.put(
                Barrier.FILES,
                List.of(
                        "READ=" + grounds.secret(),
                        "READ_FROM_ROOT=" + grounds.secret(),
                        "READ_BY_LINK=" + grounds.secret(),
                        "LIST=" + grounds.outside(),
                        "WATCH=" + grounds.secret()));
        attempts.put(
                Barrier.CHANGES,
                List.of(
                        "WRITE=" + grounds.unguarded().resolve("new"),
                        "WRITE=" + grounds.readable().resolve("new"),
                        "CUT_SHORT=" + grounds.victim("cut"),
                        "CHMOD=" + grounds.victim("mode"),
                        "CHMOD_OPEN=" + grounds.given(),
                        "CHOWN=" + grounds.victim("owner"),
                        "TIMES=" + grounds.victim("times"),
                        "TIMES_OPEN=" + grounds.given()));
        attempts.put(
                Barrier.NETWORK,
                List.of(
                        "TCP=" + grounds.tcp(),
                        "UDP=" + grounds.udp(),
                        "UNIX=" + grounds.otherSocket(),
                        "SOCKET=40:1",
                        "SOCKET=16:3",
                        "SOCKET=17:3"));
        attempts.put(
                Barrier.PROCESSES,
                List.of(
                        "SEE=" + process,
                        "SIGNAL=" + process,
                        "READ=/proc/" + process + "/environ",
                        "CALL=fcntl:0:8:0",
                        "CALL=fcntl:0:15:-1",
                        "CALL=ioctl:0:0x8901:-1"));
        attempts.put(Barrier.PROGRAMS, List.of("RUN=/usr/bin/true", "BECOME=program"));
        attempts.put(
                Barrier.ENVIRONMENT,
                variable().map(name -> List.of("VARIABLE=" + name)).orElse(List.of()));
        attempts.put(
                Barrier.CALLS,
                List.of(
                        "CALL=unshare:-1",
                        "CALL=mount:-1:-1:-1",
                        "CALL=ptrace:-1:0",
                        "CALL=bpf:-1",
                        "CALL=io_uring_setup:-1:-1",
                        "CALL=keyctl:-1",
                        "CALL=userfaultfd:-1",
                        "CALL=perf_event_open:-1"));
        attempts.put(Barrier.MEMORY, List.of("MEMORY=" + 1024 * MIB));
        attempts.put(Barrier.OPEN_FILES, List.of("FILES=200"));
        attempts.put(Barrier.FILE_SIZE, List.of("LENGTH=" + 2 * MIB));
        attempts.put(Barrier.DISK, List.of("ROOM=" + 4 * MIB + ":."));
        attempts.put(Barrier.TASKS, List.of("TASKS=200"));
    }

    /** One that this process has, and the program must not see. */
    private static Optional<String> variable() {
        return System.getenv().keySet().stream()
                .filter(name -> !GIVEN.contains(name))
                .findFirst();
    }

    /** How a program that makes these attempts is started. */
    public interface Command {
        List<String> making(List<String> attempts);
    }

    /**
     * What was found, and why nothing could be, in the words of what went wrong.
     *
     * @param trouble {@code null} where the program ran
     */
    public record Outcome(List<Found> found, @Nullable String trouble) {}

    /** Takes about two seconds, most of them of the processor. */
    public static Outcome of(Sandbox sandbox, Grounds.Owner owner, Command command)
            throws IOException, InterruptedException {
        try (Grounds grounds = new Grounds(owner)) {
            return new Trial(grounds).run(sandbox, command);
        }
    }

    private Outcome run(Sandbox sandbox, Command command) throws IOException, InterruptedException {
        List<String> granted =
                List.of("READ=" + grounds.given(), "WRITE=" + grounds.writable().resolve("new"), "WRITE=own");
        List<String> all = new ArrayList<>(granted);
        attempts.values().forEach(all::addAll);
        SandboxRules rules = SandboxRules.of(grounds.folders()).withLimits(LITTLE);
        ProbeResults results = ProbeResults.of(sandbox.start(command.making(all), rules));
        for (String each : granted) {
            ProbeResults.Result result = results.attempts().get(each);
            if (result == null || !result.done()) {
                return new Outcome(
                        List.of(),
                        results.errors().isBlank()
                                ? "it could not do what it was given (" + each.substring(0, each.indexOf('=')) + ")"
                                : results.errors().strip());
            }
        }
        List<Found> found = new ArrayList<>();
        attempts.forEach((barrier, those) -> found.add(of(barrier, those, results)));
        // by itself: what the others take of the processor would count
        SandboxRules hurried = rules.withLimits(LITTLE.withProcessor(Duration.ofSeconds(1)));
        found.add(ofProcessor(ProbeResults.of(sandbox.start(command.making(List.of(LAST)), hurried))));
        return new Outcome(found, null);
    }

    private static Found of(Barrier barrier, List<String> those, ProbeResults results) {
        List<String> open = those.stream()
                .filter(each -> {
                    ProbeResults.Result result = results.attempts().get(each);
                    return result == null || result.done();
                })
                .toList();
        // where there was nothing to try, nothing is known
        return new Found(barrier, open.isEmpty() && !those.isEmpty(), String.join(", ", open));
    }

    private static Found ofProcessor(ProbeResults results) {
        boolean ended = results.exit() == KILLED && !results.attempts().containsKey(LAST);
        return new Found(Barrier.PROCESSOR, ended, ended ? "" : "ended with " + results.exit());
    }
}
