// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import officina.api.event.RunKind;
import officina.api.id.CallId;
import officina.api.id.RunId;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.core.run.SessionState;
import officina.core.run.SessionTail;
import officina.core.run.ToolCallState;

/**
 * Makes the transcript of a session's state, again and again as the state moves on; work that the last transcript holds
 * already is not done again. Not thread-safe, but for {@link #toggle}.
 */
public final class TranscriptBuilder {

    private Map<RunId, Transcript.RunRows> before = Map.of();

    /** The calls of tools that are shown in full. */
    private final Set<CallId> open = ConcurrentHashMap.newKeySet();

    /** Shows a call of a tool in full from the next transcript on, or no longer. Any thread. */
    public void toggle(CallId call) {
        if (!open.remove(call)) {
            open.add(call);
        }
    }

    /** The transcript of all that was said. */
    public Transcript build(SessionState session) {
        return build(session.runs(), true);
    }

    /** The transcript of the newest runs alone. */
    public Transcript build(SessionTail end) {
        return build(end.runs(), false);
    }

    private Transcript build(List<RunState> session, boolean whole) {
        Set<RunId> undone = undone(session);
        Map<RunId, Transcript.RunRows> now = new HashMap<>();
        List<Transcript.RunRows> runs = new ArrayList<>();
        for (RunState run : session) {
            if (run.head().kind() != RunKind.TURN && run.head().kind() != RunKind.UNDO) {
                continue;
            }
            RunId id = run.head().run();
            Transcript.RunRows known = before.get(id);
            boolean taken = undone.contains(id);
            Set<CallId> shown = open(run);
            Transcript.RunRows rows = known != null
                            && (known.state() == run || known.state().equals(run))
                            && known.undone() == taken
                            && known.open().equals(shown)
                    ? known
                    : new RunRowsBuilder(run, taken, shown, known).build();
            now.put(id, rows);
            runs.add(rows);
        }
        before = now;
        return new Transcript(runs, whole);
    }

    private Set<CallId> open(RunState run) {
        return open.isEmpty()
                ? Set.of()
                : run.tools().stream()
                        .map(ToolCallState::call)
                        .filter(open::contains)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** The runs whose changes another run took back. */
    private static Set<RunId> undone(List<RunState> session) {
        Set<RunId> undone = new HashSet<>();
        for (RunState run : session) {
            RunId parent = run.head().parent();
            if (run.head().kind() == RunKind.UNDO && run.phase() == RunPhase.DONE && parent != null) {
                undone.add(parent);
            }
        }
        return undone;
    }
}
