// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The heights of many rows, most of them guessed until they are seen: finds a row by its distance from the top and back
 * in O(log n), so that a million rows scroll like ten. Not thread-safe.
 */
public final class HeightIndex {

    private int size;
    private int[] heights = new int[64];
    /** The round of measuring in which the height was measured; other numbers mean a guess. */
    private int[] rounds = new int[64];
    /** Fenwick tree over the heights, 1-based. */
    private long[] sums = new long[65];

    private int round = 1;

    public int size() {
        return size;
    }

    /** The height of all rows. */
    public long total() {
        return sum(size);
    }

    /** The distance of a row's upper edge from the top; of the end for {@code row == size()}. */
    public long top(int row) {
        return sum(row);
    }

    public int height(int row) {
        return heights[row];
    }

    public boolean isMeasured(int row) {
        return rounds[row] == round;
    }

    /** The row at that distance from the top; the first above the top, the last below the end. Not for an empty index. */
    public int rowAt(long distance) {
        int row = 0;
        long rest = Math.max(distance, 0);
        for (int step = Integer.highestOneBit(Math.max(size, 1)); step > 0; step >>= 1) {
            int next = row + step;
            if (next <= size && sums[next] <= rest) {
                row = next;
                rest -= sums[next];
            }
        }
        return Math.min(row, size - 1);
    }

    /** Sets the true height of a row. */
    public void measured(int row, int height) {
        rounds[row] = round;
        int change = height - heights[row];
        if (change != 0) {
            heights[row] = height;
            for (int i = row + 1; i <= size; i += i & -i) {
                sums[i] += change;
            }
        }
    }

    /** Makes guesses of all heights, because the width has changed. O(1). */
    public void forgetMeasures() {
        round++;
    }

    /** Replaces all rows behind the first {@code kept} by new ones with guessed heights. Costs as much as rows change. */
    public void replaceTail(int kept, int newSize, IntUnaryOperator guess) {
        ensure(newSize);
        size = newSize;
        for (int row = kept; row < newSize; row++) {
            heights[row] = guess.applyAsInt(row);
            rounds[row] = 0;
            int node = row + 1;
            long sum = heights[row];
            for (int child = node - 1; child > node - (node & -node); child -= child & -child) {
                sum += sums[child];
            }
            sums[node] = sum;
        }
    }

    private long sum(int rows) {
        long sum = 0;
        for (int i = rows; i > 0; i -= i & -i) {
            sum += sums[i];
        }
        return sum;
    }

    private void ensure(int capacity) {
        if (capacity > heights.length) {
            int larger = Math.max(capacity, heights.length * 2);
            heights = Arrays.copyOf(heights, larger);
            rounds = Arrays.copyOf(rounds, larger);
            sums = Arrays.copyOf(sums, larger + 1);
        }
    }
}
