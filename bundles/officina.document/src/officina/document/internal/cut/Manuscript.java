// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.cut;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import officina.api.document.Place;

/** A document's text, ready to be cut: where it may be cut, under which headings what stands, and where. */
public final class Manuscript {

    /** The place of a part of the text. */
    @FunctionalInterface
    public interface Placing {

        /** @param to behind the last character, which is no white space */
        Place of(int from, int to);
    }

    private static final int LONGEST_HEADING = 200;

    private final String text;
    private final Borders borders;
    private final Placing placing;
    private final NavigableMap<Integer, List<String>> headings = new TreeMap<>();

    public Manuscript(String text, Borders borders, Placing placing) {
        this.text = text;
        this.borders = borders;
        this.placing = placing;
    }

    /** From this offset on the text stands under these headings, outermost first. */
    public void under(int offset, List<String> path) {
        headings.put(offset, List.copyOf(path));
    }

    /** A heading as it goes into a path: one line, not too long. */
    public static String heading(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_HEADING) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST_HEADING - 1)) ? LONGEST_HEADING - 1 : LONGEST_HEADING;
        return line.substring(0, end);
    }

    String text() {
        return text;
    }

    Borders borders() {
        return borders;
    }

    Place place(int from, int to) {
        return placing.of(from, to);
    }

    List<String> headings(int offset) {
        Map.Entry<Integer, List<String>> entry = headings.floorEntry(offset);
        return entry == null ? List.of() : entry.getValue();
    }
}
