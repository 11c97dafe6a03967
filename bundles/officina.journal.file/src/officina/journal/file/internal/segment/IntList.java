// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal.segment;

import java.util.Arrays;

/** Numbers in a plain array that grows by half. For one thread at a time. */
public final class IntList {

    private int[] values = new int[8];
    private int size;

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(8, size + (size >> 1)));
        }
        values[size++] = value;
    }

    public int get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return values[index];
    }

    public int size() {
        return size;
    }

    /** The place of the last of the ascending numbers that is not greater; -1 when all are. */
    public int lastNotAbove(int value) {
        int found = Arrays.binarySearch(values, 0, size, value);
        // of equal numbers the last: frames without events share the number of the next
        int place = found >= 0 ? found : -found - 2;
        while (place >= 0 && place + 1 < size && values[place + 1] == values[place]) {
            place++;
        }
        return place;
    }

    /** Gives back the room for growth. */
    public void trim() {
        values = Arrays.copyOf(values, Math.max(size, 1));
    }
}
