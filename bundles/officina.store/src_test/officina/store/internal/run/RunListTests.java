// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.run;

import static officina.store.internal.Story.run;
import static officina.store.internal.Story.session;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.ApprovalId;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.core.run.RunPhase;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.store.Store;
import officina.store.internal.Stores;
import officina.store.internal.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the store says of runs. */
class RunListTests {

    private static final ApprovalId APPROVAL = new ApprovalId(new UUID(0, 1));

    @TempDir
    Path temp;

    private final Story story = new Story();

    private RunSummary only() {
        try (Store store = Stores.with(temp.resolve("store" + story.size()), story.events())) {
            return store.run(run(1)).orElseThrow();
        }
    }

    private RunPhase phaseAfter(RunEvent event) {
        story.add(session(1), run(1), event);
        return only().phase();
    }

    @Test
    void a_run_is_summed_up_from_its_beginning_to_its_end() {
        story.turn(session(1), run(1), "Hello");
        var started = story.last().at();
        assertEquals(
                new RunSummary(run(1), session(1), RunKind.TURN, "A turn", RunPhase.RUNNING, null, started, null, null),
                only());
        story.add(session(1), run(1), new RunEvent.AgentChosen(new PluginId("agent.task"), 0.9))
                .add(session(1), run(1), new RunEvent.RunFinished(true, "One to-do created"));
        assertEquals(
                new RunSummary(
                        run(1),
                        session(1),
                        RunKind.TURN,
                        "A turn",
                        RunPhase.DONE,
                        new PluginId("agent.task"),
                        started,
                        story.last().at(),
                        "One to-do created"),
                only());
    }

    @Test
    void a_failed_run_says_why() {
        story.edit(session(1), run(1))
                .add(session(1), run(1), new RunEvent.RunFailed(Failure.of("a.b", ErrorKind.USER, "No luck", null)));
        assertEquals(RunPhase.FAILED, only().phase());
        assertEquals("No luck", only().summary());
    }

    @Test
    void the_phase_follows_the_events() {
        story.turn(session(1), run(1), "Hello");
        PlanId plan = new PlanId(new UUID(0, 2));
        assertEquals(RunPhase.AWAITING_APPROVAL, phaseAfter(new RunEvent.ApprovalAsked(APPROVAL, plan, 1)));
        assertEquals(RunPhase.RUNNING, phaseAfter(new RunEvent.ApprovalRefused(APPROVAL, null)));
        assertEquals(RunPhase.INTERRUPTED, phaseAfter(new RunEvent.RunInterrupted()));
        assertEquals(RunPhase.RUNNING, phaseAfter(new RunEvent.RunResumed()));
        assertEquals(RunPhase.CANCELLED, phaseAfter(new RunEvent.RunCancelled()));
    }

    @Test
    void an_event_that_cannot_happen_leaves_the_phase() {
        story.turn(session(1), run(1), "Hello").finish(session(1), run(1));
        assertEquals(RunPhase.DONE, phaseAfter(new RunEvent.RunResumed()));
    }

    @Test
    void runs_are_listed_newest_first_by_session_and_phase() {
        for (int i = 1; i <= 6; i++) {
            story.turn(session(i % 2), run(i), "Hello");
        }
        story.finish(session(1), run(1)).finish(session(0), run(4));
        try (Store store = Stores.with(temp.resolve("store"), story.events())) {
            assertEquals(List.of(6, 5, 4, 3, 2, 1), numbers(store.runs(RunQuery.ALL)));
            assertEquals(List.of(5, 3, 1), numbers(store.runs(new RunQuery(session(1), Set.of(), 10))));
            assertEquals(
                    List.of(4, 1), numbers(store.runs(new RunQuery(null, Set.of(RunPhase.DONE, RunPhase.FAILED), 10))));
            assertEquals(List.of(6, 5), numbers(store.runs(new RunQuery(null, Set.of(RunPhase.RUNNING), 2))));
            assertEquals(List.of(), numbers(store.runs(new RunQuery(session(9), Set.of(), 2))));
            assertEquals(Optional.empty(), store.run(run(99)));
        }
    }

    private static List<Integer> numbers(List<RunSummary> runs) {
        List<Integer> numbers = new ArrayList<>();
        for (RunSummary summary : runs) {
            RunId id = summary.id();
            numbers.add((int) id.value().getLeastSignificantBits());
        }
        return numbers;
    }
}
