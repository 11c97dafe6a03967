// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import officina.api.id.CallId;
import officina.api.id.RunId;
import officina.core.run.RunState;
import org.jspecify.annotations.Nullable;

/** All rows of a session, by run. Immutable; two transcripts share the rows of runs that did not change between them. */
public final class Transcript {

    public static final Transcript EMPTY = new Transcript(List.of(), true);

    /**
     * The rows of one run.
     *
     * @param open the calls of tools that are shown in full
     * @param message the rows of what the person said
     * @param parts the rows of each part of the answer
     * @param rows all rows, in order
     */
    record RunRows(
            RunState state,
            boolean undone,
            Set<CallId> open,
            List<Row> message,
            List<List<Row>> parts,
            List<Row> rows) {}

    private final List<RunRows> runs;
    private final boolean whole;
    private final int[] starts;

    /** @param whole whether nothing that was said before these runs is missing */
    Transcript(List<RunRows> runs, boolean whole) {
        this.runs = List.copyOf(runs);
        this.whole = whole;
        starts = new int[runs.size() + 1];
        for (int i = 0; i < runs.size(); i++) {
            starts[i + 1] = starts[i] + runs.get(i).rows().size();
        }
    }

    /** Whether it begins where the session begins; else the rows of older runs are being made. */
    public boolean isWhole() {
        return whole;
    }

    /** How many rows there are. */
    public int size() {
        return starts[runs.size()];
    }

    public Row row(int index) {
        int run = runAt(index);
        return runs.get(run).rows().get(index - starts[run]);
    }

    /** The run that a row belongs to. */
    public RunState runOf(int index) {
        return runs.get(runAt(index)).state();
    }

    /** The newest run; {@code null} when there is none. */
    public @Nullable RunState newest() {
        return runs.isEmpty() ? null : runs.getLast().state();
    }

    /** The run of that id; {@code null} when it is not shown. */
    public @Nullable RunState run(RunId id) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            RunState state = runs.get(i).state();
            if (state.head().run().equals(id)) {
                return state;
            }
        }
        return null;
    }

    /** Where the rows of a run begin; {@code -1} when it is not shown. */
    public int start(RunId id) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            if (runs.get(i).state().head().run().equals(id)) {
                return starts[i];
            }
        }
        return -1;
    }

    /** How many rows it has above the first run of one that was made of the same session before. */
    public int above(Transcript earlier) {
        return earlier.runs.isEmpty()
                ? 0
                : Math.max(start(earlier.runs.getFirst().state().head().run()), 0);
    }

    /** The runs that are shown, oldest first. */
    public Stream<RunState> turns() {
        return runs.stream().map(RunRows::state);
    }

    /** How many rows from the top are the same in both. */
    public int sameAs(Transcript other) {
        int run = 0;
        int common = Math.min(runs.size(), other.runs.size());
        while (run < common && runs.get(run) == other.runs.get(run)) {
            run++;
        }
        if (run == common) {
            return starts[run];
        }
        List<Row> mine = runs.get(run).rows();
        List<Row> theirs = other.runs.get(run).rows();
        int row = 0;
        while (row < mine.size() && row < theirs.size() && mine.get(row).equals(theirs.get(row))) {
            row++;
        }
        return starts[run] + row;
    }

    List<RunRows> runs() {
        return runs;
    }

    private int runAt(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(index);
        }
        int found = Arrays.binarySearch(starts, index);
        if (found < 0) {
            return -found - 2;
        }
        // runs without rows begin where the next one does
        int run = found;
        while (starts[run + 1] == index) {
            run++;
        }
        return run;
    }
}
