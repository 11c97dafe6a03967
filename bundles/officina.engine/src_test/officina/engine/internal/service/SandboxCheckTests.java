// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.sandbox.Sandbox;
import officina.sandbox.SandboxFactory;
import officina.sandbox.SandboxFactory.Tried;
import officina.sandbox.SandboxLevel;
import officina.sandbox.SandboxReport;
import officina.sandbox.SandboxReport.Barrier;
import officina.sandbox.SandboxReport.Found;
import officina.sandbox.SandboxRules;
import org.junit.jupiter.api.Test;

class SandboxCheckTests {

    private int closed;

    @Test
    void says_by_what_they_are_kept_in_and_what_is_not_limited() {
        SandboxCheck check = check(SandboxLevel.BUBBLEWRAP, List.of());
        assertEquals(Result.NOT_VERIFIED, check.glance().result());
        assertEquals("What keeps them in was not tried yet.", check.glance().text());

        Check found = check.run();
        assertEquals(
                new Check(
                        "sandbox",
                        "Programs of others",
                        Result.VERIFIED,
                        "They are kept in by bubblewrap. Tried: it keeps them from reading files that they were not given; "
                                + "changing files that they were not given; the network and the sockets of other programs; "
                                + "other processes; starting programs; variables of the environment; "
                                + "calls of the system that programs break out with; more memory than they may take; "
                                + "more open files than they may have; longer files than they may write; "
                                + "more time of the processor than they may use; more threads than they may have. "
                                + "Not limited: filling the disk with their own files.",
                        ""),
                found);
        assertEquals(found, check.glance());
        assertEquals(1, closed, "it starts nothing more");
    }

    @Test
    void says_why_the_better_level_is_not_used() {
        Check found = check(SandboxLevel.LOCKDOWN, List.of("bubblewrap is not installed."))
                .run();
        assertEquals(Result.VERIFIED, found.result());
        assertEquals(
                "They are kept in by Landlock and a filter of system calls. bubblewrap is not installed. Tried:",
                found.text().substring(0, found.text().indexOf(" it keeps them")));
        assertEquals("With bubblewrap they could be given more.", found.remedy());
    }

    @Test
    void says_that_they_are_not_run_where_nothing_holds() {
        assertEquals(
                new Check(
                        "sandbox",
                        "Programs of others",
                        Result.NOT_VERIFIED,
                        "They are not run, because nothing here keeps them in. bubblewrap is not installed.",
                        "Install bubblewrap, and let it make user namespaces."),
                check(SandboxLevel.NONE, List.of("bubblewrap is not installed."))
                        .run());
    }

    private SandboxCheck check(SandboxLevel level, List<String> missing) {
        List<Found> found = level == SandboxLevel.NONE
                ? List.of()
                : Arrays.stream(Barrier.values())
                        .map(each -> new Found(each, each != Barrier.DISK, ""))
                        .toList();
        SandboxFactory factory = () -> new Tried(new Idle(level), new SandboxReport(level, found, missing));
        return new SandboxCheck(factory);
    }

    private final class Idle implements Sandbox {

        private final SandboxLevel level;

        Idle(SandboxLevel level) {
            this.level = level;
        }

        @Override
        public SandboxLevel level() {
            return level;
        }

        @Override
        public Process start(List<String> command, SandboxRules rules) {
            throw new UnsupportedOperationException("nothing is started here");
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
