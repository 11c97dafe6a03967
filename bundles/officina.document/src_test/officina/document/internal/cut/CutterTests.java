// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.cut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import officina.api.document.Passage;
import officina.api.document.Place;
import officina.document.internal.Effort;
import officina.document.internal.Limits;
import org.junit.jupiter.api.Test;

/** Passages of texts that nobody chose. Places are offsets here: from, and behind the last. */
class CutterTests {

    private static final String[] PIECES = {
        "sheep",
        "wool",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        ". ",
        "! ",
        "日本",
        "語。",
        "😀",
        "x".repeat(300),
        "getElementById",
        "12345678",
        "\t",
        "\u00A0",
        "-",
        "Schaf",
        "овца"
    };

    @Test
    void every_text_is_covered_in_order_by_passages_that_fit() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            String text = text(new Random(seed), 2_000);

            List<Passage> passages = cut(text);

            int covered = 0;
            int before = 0;
            for (Passage passage : passages) {
                Place.Lines place = (Place.Lines) passage.place();
                int from = place.first() - 1;
                int to = place.last();
                assertEquals(text.substring(from, to), passage.text());
                assertTrue(blank(text.substring(Math.min(covered, from), from)), "left out before " + place);
                assertTrue(from >= before && to > covered, "in order: " + place);
                assertTrue(whole(text, from) && whole(text, to), "cut through a code point at " + place);
                assertFalse(passage.text().isBlank());
                assertTrue(
                        TokenCount.of(text, from, to) <= Cutter.MOST + Cutter.OVERLAP + 2,
                        "too long: " + TokenCount.of(text, from, to));
                before = from;
                covered = to;
            }
            assertTrue(blank(text.substring(covered)), "the end is left out");
        }
    }

    @Test
    void after_an_insertion_most_passages_are_the_same() throws IOException {
        Random random = new Random(11);
        List<String> paragraphs = IntStream.range(0, 300)
                .mapToObj(i -> "Paragraph " + i + " tells " + words(random, 20 + random.nextInt(50)) + ".")
                .collect(Collectors.toCollection(ArrayList::new));
        Set<String> before = hashes(paragraphs);

        for (int place : new int[] {0, 150, 299}) {
            List<String> after = new ArrayList<>(paragraphs);
            after.add(place, "Something new " + words(random, 40) + ".");
            Set<String> changed = new HashSet<>(hashes(after));
            changed.removeAll(before);

            assertTrue(changed.size() <= 12, changed.size() + " of " + before.size() + " are new");
        }
        assertTrue(before.size() > 60, "passages: " + before.size());
    }

    @Test
    void a_passage_is_the_same_wherever_it_stands() throws IOException {
        String hash = cut("Sheep give wool.").getFirst().hash();

        assertEquals(hash, cut("\n\n\n  Sheep give wool.\n").getFirst().hash());
        assertFalse(hash.equals(cut("Sheep give milk.").getFirst().hash()));
        assertEquals(32, hash.length());
    }

    @Test
    void a_text_of_one_line_overlaps_by_sentences() throws IOException {
        String text = IntStream.range(0, 60)
                .mapToObj(i -> "Sentence " + i + " says that sheep give wool and milk. ")
                .collect(Collectors.joining());

        List<Passage> passages = cut(text);

        assertTrue(passages.size() > 3, passages.toString());
        for (int i = 1; i < passages.size(); i++) {
            Place.Lines one = (Place.Lines) passages.get(i - 1).place();
            Place.Lines next = (Place.Lines) passages.get(i).place();
            assertTrue(next.first() - 1 < one.last(), "overlap of " + i);
            assertTrue(
                    passages.get(i).text().startsWith("Sentence "),
                    passages.get(i).text());
        }
    }

    @Test
    void the_estimate_is_not_below_what_the_model_sees() {
        // pieces of the uncased vocabulary of the model, counted by hand
        assertTrue(count("the cat sat on the mat") >= 6);
        assertTrue(count("internationalization") >= 2);
        assertTrue(count("getElementById") >= 5);
        assertEquals(4, count("日本語。"));
        assertEquals(0, count(" \n\t "));
    }

    @Test
    void blanks_without_end_are_no_passage_and_no_work() throws IOException {
        String text = "start" + " ".repeat(300_000) + "end";

        assertEquals(
                List.of("start", "end"), cut(text).stream().map(Passage::text).toList());
        assertEquals(List.of(), cut(" ".repeat(100_000)));
        assertEquals(List.of(), cut(""));
    }

    private static int count(String text) {
        return TokenCount.of(text, 0, text.length());
    }

    private static Set<String> hashes(List<String> paragraphs) throws IOException {
        return cut(String.join("\n\n", paragraphs)).stream().map(Passage::hash).collect(Collectors.toSet());
    }

    private static List<Passage> cut(String text) throws IOException {
        Manuscript manuscript = new Manuscript(text, Borders.of(text), (from, to) -> new Place.Lines(from + 1, to));
        return Cutter.cut(manuscript, new Effort(Limits.STANDARD, () -> 0));
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(random.nextInt(36 * 36 * 36), 36))
                .collect(Collectors.joining(" "));
    }

    private static String text(Random random, int pieces) {
        return IntStream.range(0, pieces)
                .mapToObj(i -> PIECES[random.nextInt(PIECES.length)])
                .collect(Collectors.joining());
    }

    private static boolean blank(String text) {
        return text.chars().allMatch(c -> Borders.isBlank((char) c));
    }

    private static boolean whole(String text, int offset) {
        return offset == 0
                || offset == text.length()
                || !(Character.isHighSurrogate(text.charAt(offset - 1))
                        && Character.isLowSurrogate(text.charAt(offset)));
    }
}
