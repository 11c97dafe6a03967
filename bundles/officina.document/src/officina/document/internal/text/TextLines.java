// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.text;

import java.util.Arrays;
import officina.api.document.Place;
import officina.document.internal.cut.Manuscript;

/** Where the lines of a text begin. */
final class TextLines implements Manuscript.Placing {

    private final String text;
    private final int[] starts;

    TextLines(String text) {
        this.text = text;
        int[] found = new int[Math.max(16, text.length() / 16)];
        int count = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = i + 1;
        }
        this.starts = Arrays.copyOf(found, count);
    }

    int count() {
        return starts.length;
    }

    /** The offset at which a line begins, counted from 0. */
    int start(int line) {
        return starts[line];
    }

    /** A line, counted from 0, without its end. */
    String line(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
        return text.substring(starts[line], end);
    }

    @Override
    public Place of(int from, int to) {
        return new Place.Lines(number(from), number(to - 1));
    }

    private int number(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
