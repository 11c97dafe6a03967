// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RunTransitionsTests {

    private static final Path DIAGRAM = Path.of("../../docs/architecture/run-states.md");
    private static final RunEvent REFUSED = new RunEvent.ApprovalRefused(Story.APPROVAL, null);
    private static final RunEvent INTERRUPTED = new RunEvent.RunInterrupted();
    private static final RunEvent RESUMED = new RunEvent.RunResumed();
    private static final RunEvent CANCELLED = new RunEvent.RunCancelled();
    private static final RunEvent FAILED = new RunEvent.RunFailed(Story.FAILURE);

    /** What happens to a run after it has started, and where that leads. */
    private record Walk(RunPhase end, RunEvent... events) {
        List<EventEnvelope> history() {
            Story story = Story.begun();
            for (RunEvent event : events) {
                story.and(event);
            }
            return story.events();
        }
    }

    static List<Walk> walks() {
        return List.of(
                new Walk(RunPhase.RUNNING),
                new Walk(RunPhase.DONE, Story.FINISHED),
                new Walk(RunPhase.FAILED, FAILED),
                new Walk(RunPhase.CANCELLED, CANCELLED),
                new Walk(RunPhase.AWAITING_APPROVAL, Story.PROPOSED, Story.ASKED),
                new Walk(RunPhase.RUNNING, Story.PROPOSED, Story.ASKED, Story.GIVEN),
                new Walk(RunPhase.RUNNING, Story.PROPOSED, Story.ASKED, REFUSED),
                new Walk(RunPhase.CANCELLED, Story.PROPOSED, Story.ASKED, CANCELLED),
                new Walk(RunPhase.AWAITING_ANSWER, Story.QUESTIONED),
                new Walk(RunPhase.RUNNING, Story.QUESTIONED, Story.ANSWERED),
                new Walk(RunPhase.CANCELLED, Story.QUESTIONED, CANCELLED),
                new Walk(RunPhase.INTERRUPTED, INTERRUPTED),
                new Walk(RunPhase.RUNNING, INTERRUPTED, RESUMED),
                new Walk(RunPhase.CANCELLED, INTERRUPTED, CANCELLED));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void a_run_is_where_its_events_lead(Walk walk) {
        RunState state = replay(walk.history());

        assertEquals(walk.end(), state.phase());
    }

    @Test
    void every_line_of_the_table_is_walked() {
        Set<RunTransitions.Transition> visited = new HashSet<>();
        for (Walk walk : walks()) {
            RunPhase from = RunPhase.NEW;
            List<EventEnvelope> history = walk.history();
            for (int i = 0; i < history.size(); i++) {
                RunPhase to = replay(history.subList(0, i + 1)).phase();
                RunTrigger trigger = RunTrigger.of(history.get(i).event());
                if (trigger != null) {
                    visited.add(new RunTransitions.Transition(from, trigger, to));
                }
                from = to;
            }
        }

        Set<RunTransitions.Transition> unvisited = new HashSet<>(RunTransitions.TABLE);
        unvisited.removeAll(visited);
        assertEquals(Set.of(), unvisited);
        assertEquals(RunTransitions.TABLE.size(), visited.size());
    }

    @Test
    void what_the_table_does_not_list_cannot_happen() {
        Map<RunPhase, Walk> ways = new EnumMap<>(RunPhase.class);
        walks().forEach(walk -> ways.putIfAbsent(walk.end(), walk));
        List<RunEvent> triggers = List.of(
                Story.STARTED,
                Story.ASKED,
                Story.GIVEN,
                REFUSED,
                Story.QUESTIONED,
                Story.ANSWERED,
                INTERRUPTED,
                RESUMED,
                Story.FINISHED,
                FAILED,
                CANCELLED);
        assertEquals(RunTrigger.values().length, triggers.size());

        for (RunPhase phase : RunPhase.values()) {
            for (RunEvent event : triggers) {
                RunTrigger trigger = java.util.Objects.requireNonNull(RunTrigger.of(event));
                if (RunTransitions.next(phase, trigger).isEmpty()) {
                    Story story = new Story();
                    if (phase != RunPhase.NEW) {
                        Walk way = java.util.Objects.requireNonNull(ways.get(phase));
                        way.history().forEach(envelope -> story.and(envelope.event()));
                    }
                    SessionState before = story.state();

                    assertThrows(IllegalStateException.class, () -> story.and(event), phase + " " + trigger);
                    assertEquals(before, story.state());
                }
            }
        }
    }

    @Test
    void nothing_at_all_happens_after_the_end() {
        for (RunEvent end : List.of(Story.FINISHED, FAILED, CANCELLED)) {
            Story story = Story.begun().and(end);

            assertThrows(IllegalStateException.class, () -> story.and(new RunEvent.TextDelta(0, "late")));
        }
    }

    @Test
    void a_phase_and_a_trigger_lead_to_one_place() {
        Set<String> keys = RunTransitions.TABLE.stream()
                .map(line -> line.from() + " " + line.trigger())
                .collect(Collectors.toSet());

        assertEquals(RunTransitions.TABLE.size(), keys.size());
    }

    @Test
    void the_committed_diagram_is_the_one_that_the_table_gives() throws IOException {
        String expected = diagram();
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(DIAGRAM, expected);
        }
        String committed = Files.exists(DIAGRAM) ? Files.readString(DIAGRAM) : "";

        assertEquals(expected, committed, "generated: run this test with -Dregenerate=true and commit run-states.md");
    }

    private static String diagram() {
        String lines = RunTransitions.TABLE.stream()
                .map(line -> "    " + name(line.from()) + " --> " + name(line.to()) + ": " + words(line.trigger()))
                .collect(Collectors.joining("\n"));
        String ends = Stream.of(RunPhase.values())
                .filter(RunPhase::ended)
                .map(phase -> "    " + name(phase) + " --> [*]")
                .collect(Collectors.joining("\n"));
        String waiting = Stream.of(RunPhase.values())
                .filter(RunPhase::needsUser)
                .map(RunTransitionsTests::name)
                .collect(Collectors.joining(", "));
        return """
            <!-- GENERATED from RunTransitions by RunTransitionsTests of officina.core.run. Do not edit. -->
            # The states of a run

            Each line of the table in `RunTransitions` is one arrow; whatever is not drawn cannot happen.
            The person has to act in: %s.
            See [runtime](runtime.md).

            ```mermaid
            stateDiagram-v2
            %s
            %s
            ```
            """.formatted(waiting, lines, ends);
    }

    private static String name(RunPhase phase) {
        return phase == RunPhase.NEW ? "[*]" : words(phase).replace(' ', '_');
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static RunState replay(List<EventEnvelope> history) {
        RunState state = RunState.first(history.getFirst());
        for (EventEnvelope envelope : history.subList(1, history.size())) {
            state = state.after(envelope);
        }
        return state;
    }
}
