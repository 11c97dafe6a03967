// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;
import officina.api.document.Place;
import officina.document.internal.cut.Borders;
import officina.document.internal.cut.Manuscript;
import org.jspecify.annotations.Nullable;

/**
 * The text of a Word file, paragraph by paragraph; a row of a table is one. What was deleted under review is left out, and
 * so is the second form in which newer drawings are kept for older programs.
 */
final class WordText implements WordPackage.Elements {

    /** A paragraph that is a heading. */
    private record Chapter(int start, int level, String words) {}

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private final WordStyles styles;
    private final int most;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private final NavigableMap<Integer, Integer> paragraphs = new TreeMap<>();
    private final List<Chapter> chapters = new ArrayList<>();
    private int level = WordStyles.NO_HEADING;
    private int rows;
    private int passedOver;
    private boolean spoken;
    private boolean full;

    /** @param most characters that are taken */
    WordText(WordStyles styles, int most) {
        this.styles = styles;
        this.most = most;
    }

    /** Whether there was more than is taken. */
    boolean isFull() {
        return full;
    }

    /** An attribute of Word's own, whichever of its two name spaces the file uses. */
    static @Nullable String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(WORD, name);
        return value != null ? value : reader.getAttributeValue(STRICT_WORD, name);
    }

    @Override
    public void begin(String name, XMLStreamReader reader) {
        if (name.equals("Fallback") || name.equals("del") || name.equals("moveFrom")) {
            passedOver++;
        }
        if (passedOver > 0) {
            return;
        }
        switch (name) {
            case "tr" -> {
                flush();
                rows++;
            }
            case "p" -> {
                if (rows == 0) {
                    flush();
                }
            }
            case "pStyle" -> {
                String id = attribute(reader, "val");
                level = id == null ? level : styles.level(id);
            }
            case "outlineLvl" -> {
                int outline = WordStyles.outline(attribute(reader, "val"));
                level = outline == WordStyles.NO_HEADING ? level : outline;
            }
            case "t" -> spoken = true;
            case "tab" -> separate('\t');
            case "br", "cr" -> separate('\n');
            case "noBreakHyphen" -> paragraph.append('-');
            default -> {
                // looks, and what belongs to programs
            }
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("Fallback") || name.equals("del") || name.equals("moveFrom")) {
            passedOver--;
        }
        if (passedOver > 0) {
            return;
        }
        switch (name) {
            case "t" -> spoken = false;
            case "p" -> {
                if (rows == 0) {
                    flush();
                } else {
                    separate(' ');
                }
            }
            case "tc" -> separate('\t');
            case "tr" -> {
                rows--;
                flush();
            }
            default -> {
                // see above
            }
        }
    }

    @Override
    public void characters(String words) {
        if (spoken && passedOver == 0 && !full) {
            paragraph.append(words);
            if (text.length() + paragraph.length() > most) {
                full = true;
            }
        }
    }

    /** Ends what is open; for the end of a part. */
    void flush() {
        String words = paragraph.toString().strip();
        paragraph.setLength(0);
        if (!words.isEmpty()) {
            int room = most - text.length();
            if (words.length() > room) {
                int end = Math.max(0, room);
                words = words.substring(0, end > 0 && Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end);
            }
            paragraphs.put(text.length(), paragraphs.size() + 1);
            if (level != WordStyles.NO_HEADING && rows == 0) {
                chapters.add(new Chapter(text.length(), level, Manuscript.heading(words)));
            }
            text.append(words).append("\n\n");
        }
        level = WordStyles.NO_HEADING;
    }

    Manuscript manuscript() {
        Borders borders = Borders.of(text.toString());
        Manuscript manuscript = new Manuscript(
                text.toString(), borders, (from, to) -> new Place.Paragraphs(number(from), number(to - 1)));
        List<Chapter> path = new ArrayList<>();
        int after = -1;
        for (Chapter chapter : chapters) {
            while (!path.isEmpty() && path.getLast().level() >= chapter.level()) {
                path.removeLast();
            }
            path.add(chapter);
            manuscript.under(chapter.start(), path.stream().map(Chapter::words).toList());
            // a heading without a text of its own goes with the one below it
            borders.raise(chapter.start(), chapter.start() == after ? Borders.BLOCK : Borders.SECTION);
            Integer next = paragraphs.higherKey(chapter.start());
            after = next == null ? -1 : next;
        }
        return manuscript;
    }

    private void separate(char with) {
        if (!paragraph.isEmpty() && !full) {
            paragraph.append(with);
        }
    }

    private int number(int offset) {
        Map.Entry<Integer, Integer> entry = paragraphs.floorEntry(offset);
        return entry == null ? 1 : entry.getValue();
    }
}
