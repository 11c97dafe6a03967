// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where in a document something stands; numbers begin at 1. {@link #toString} and {@link #parse} are inverse. */
public sealed interface Place {

    /** Lines of a text file, both included. */
    record Lines(int first, int last) implements Place {

        public Lines {
            check(first, last);
        }

        @Override
        public String toString() {
            return range("line", first, last);
        }
    }

    /** A page, counted from the first whatever is printed on it. */
    record Page(int number) implements Place {

        public Page {
            check(number, number);
        }

        @Override
        public String toString() {
            return "page " + number;
        }
    }

    /** Paragraphs of a document without lines and pages of its own, both included. */
    record Paragraphs(int first, int last) implements Place {

        public Paragraphs {
            check(first, last);
        }

        @Override
        public String toString() {
            return range("paragraph", first, last);
        }
    }

    /** The place that was written by {@link #toString}: "line 3", "lines 3-7", "page 2"; empty for anything else. */
    static Optional<Place> parse(String text) {
        Matcher matcher = Notation.FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int first = Integer.parseInt(matcher.group("first"));
            String end = matcher.group("last");
            int last = end == null ? first : Integer.parseInt(end);
            return switch (matcher.group("kind")) {
                case "page" -> end == null ? Optional.of(new Page(first)) : Optional.empty();
                case "line" -> Optional.of(new Lines(first, last));
                default -> Optional.of(new Paragraphs(first, last));
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String range(String kind, int first, int last) {
        return first == last ? kind + " " + first : kind + "s " + first + "-" + last;
    }

    private static void check(int first, int last) {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("no place: " + first + " to " + last);
        }
    }

    /** How places are written. */
    final class Notation {

        private static final Pattern FORM =
                Pattern.compile("(?<kind>line|page|paragraph)s? (?<first>[0-9]{1,10})(-(?<last>[0-9]{1,10}))?");

        private Notation() {}
    }
}
