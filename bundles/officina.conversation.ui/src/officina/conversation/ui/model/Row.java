// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.List;
import java.util.stream.Collectors;
import officina.ui.base.Icon;

/** One piece of a transcript that is laid out, drawn and selected at once; of limited size. */
public sealed interface Row {

    Place place();

    /** What is selected, copied, found and read aloud. Positions in a row count its characters. */
    String plain();

    /**
     * A paragraph or a heading.
     *
     * @param marker what stands before it in a list: a bullet or a number; empty otherwise
     */
    record Prose(Place place, RichText content, Face face, String marker) implements Row {
        @Override
        public String plain() {
            return content.text();
        }
    }

    /**
     * Lines of a listing.
     *
     * @param part of the whole: from that character on
     * @param first whether the listing begins here
     * @param last whether it ends here
     */
    record Listing(Place place, Code whole, int from, int to, boolean first, boolean last) implements Row {
        @Override
        public String plain() {
            return whole.text().substring(from, to);
        }
    }

    /** A listing as a whole, shared by its rows. */
    record Code(String language, String text) {}

    /** One line of a table. */
    record TableLine(Place place, TableShape shape, List<RichText> cells, boolean header, boolean last) implements Row {
        public TableLine {
            cells = List.copyOf(cells);
        }

        @Override
        public String plain() {
            return cells.stream().map(RichText::text).collect(Collectors.joining("\t"));
        }
    }

    /** A line across. */
    record Rule(Place place) implements Row {
        @Override
        public String plain() {
            return "";
        }
    }

    /** One quiet line about the run: who works on it, how it ended, what it touched. */
    record Note(Place place, Icon icon, Tone tone, String text, List<Offer> offers) implements Row {
        public Note {
            offers = List.copyOf(offers);
        }

        @Override
        public String plain() {
            return text;
        }
    }

    /** Something the person should see as one thing: a proposed plan, a question, a failure, an attachment. */
    record Card(Place place, Icon icon, Tone tone, String title, List<Line> lines, List<Offer> offers) implements Row {
        public Card {
            lines = List.copyOf(lines);
            offers = List.copyOf(offers);
        }

        @Override
        public String plain() {
            String body = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
            return body.isEmpty() ? title : title + "\n" + body;
        }
    }

    /** A line in a card, with a sign of its own. */
    record Line(Icon icon, Tone tone, String text) {}
}
