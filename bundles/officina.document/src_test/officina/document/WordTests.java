// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentReading;
import officina.api.document.Passage;
import officina.api.document.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word files, well made, damaged and dangerous. */
class WordTests {

    @TempDir
    private Path folder;

    @Test
    void headings_are_a_path_and_paragraphs_are_counted() throws Exception {
        Path file = new WordFile()
                .body(
                        WordFile.p("Titel", "Sheep"),
                        WordFile.p("H1", "Wool"),
                        WordFile.p("H2", "Washing"),
                        WordFile.p("Wash it cold."),
                        WordFile.p("Mine", "Drying"),
                        WordFile.p("Dry it lying."),
                        WordFile.p("Loop", "Not in the sun."),
                        WordFile.p("H1", "Milk"),
                        WordFile.p("Some give milk."))
                .save(folder.resolve("a.docx"));

        List<Passage> passages = Read.passages(file);

        assertEquals(
                List.of(
                        List.of("Sheep", "Wool", "Washing"),
                        List.of("Sheep", "Wool", "Drying"),
                        List.of("Sheep", "Milk")),
                passages.stream().map(Passage::headings).toList());
        assertEquals(
                List.of(new Place.Paragraphs(1, 4), new Place.Paragraphs(5, 7), new Place.Paragraphs(8, 9)),
                passages.stream().map(Passage::place).toList());
        assertEquals(
                "Drying\n\nDry it lying.\n\nNot in the sun.", passages.get(1).text());
    }

    @Test
    void tables_notes_and_breaks_are_read_and_what_was_deleted_is_not() throws Exception {
        Path file = new WordFile()
                .body(
                        "<w:tbl><w:tr><w:tc>" + WordFile.p("Price") + "</w:tc><w:tc>" + WordFile.p("12 EUR")
                                + "</w:tc></w:tr></w:tbl>",
                        "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>"
                                + "<w:del><w:r><w:delText>gone</w:delText><w:t>gone too</w:t></w:r></w:del>"
                                + "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>")
                .part(
                        "word/footnotes.xml",
                        "<w:footnotes xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">"
                                + WordFile.p("A note.") + "</w:footnotes>")
                .save(folder.resolve("a.docx"));

        assertEquals("Price \t12 EUR\n\none\ntwo\tthree\n\nA note.", Read.text(file));
    }

    @Test
    void the_main_part_may_have_another_name() throws Exception {
        Path file = new WordFile()
                .part(
                        "_rels/.rels",
                        "<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"/word/document2.xml\"/>"
                                + "</Relationships>")
                .part("word/document2.xml", "<d xmlns:w=\"x\"><w:p><w:t>Here.</w:t></w:p></d>")
                .save(folder.resolve("a.docx"));

        assertEquals("Here.", Read.text(file));
    }

    @Test
    void what_reaches_for_other_files_is_refused() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the password");
        String outside = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><d xmlns:w=\"w\"><w:p><w:t>&x;</w:t></w:p></d>";
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>"
                + "<d xmlns:w=\"w\"><w:p><w:t>&b;</w:t></w:p></d>";

        for (String xml : List.of(outside, laughs)) {
            Path file = new WordFile().part("word/document.xml", xml).save(folder.resolve("a.docx"));
            assertEquals(DocumentProblem.UNSAFE, Read.problem(file));
        }
    }

    @Test
    void an_archive_that_unpacks_without_measure_is_refused() throws Exception {
        Path words = new WordFile().body(WordFile.p("x".repeat(2 << 20))).save(folder.resolve("words.docx"));
        Path blanks =
                new WordFile().body("<w:p>" + " ".repeat(2 << 20) + "</w:p>").save(folder.resolve("blanks.docx"));

        assertTrue(Files.size(words) < 10_000, "packed well");
        assertEquals(DocumentProblem.UNSAFE, Read.problem(words));
        assertEquals(DocumentProblem.UNSAFE, Read.problem(blanks));
    }

    @Test
    void elements_in_elements_without_end_are_refused() throws Exception {
        Path file = new WordFile()
                .body("<w:p>".repeat(50_000) + "<w:t>deep</w:t>" + "</w:p>".repeat(50_000))
                .save(folder.resolve("deep.docx"));

        assertEquals(DocumentProblem.BROKEN, Read.problem(file));
    }

    @Test
    void a_very_long_text_is_cut_short_and_told_of() throws Exception {
        String[] paragraphs = IntStream.range(0, 2_500)
                .mapToObj(i -> WordFile.p("Paragraph " + i + " " + "word ".repeat(20)))
                .toArray(String[]::new);

        DocumentReading.Read read = Read.part(new WordFile().body(paragraphs).save(folder.resolve("long.docx")));

        assertEquals("document.cut-short", read.troubles().getFirst().failure().code());
        assertTrue(read.passages().getLast().place() instanceof Place.Paragraphs place && place.last() > 1_000);
    }

    @Test
    void what_is_no_word_file_is_broken_or_locked() throws Exception {
        byte[] whole =
                Files.readAllBytes(new WordFile().body(WordFile.p("Text.")).save(folder.resolve("w.docx")));
        Path half = Files.write(folder.resolve("half.docx"), Arrays.copyOf(whole, whole.length / 2));
        Path noise = Files.writeString(folder.resolve("noise.docx"), "This is plain text.");
        Path other = new WordFile().save(folder.resolve("other.docx"));
        Path old = Files.write(
                folder.resolve("old.docx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3});
        Path torn = new WordFile()
                .part("word/document.xml", "<w:document xmlns:w=\"w\"><w:p><w:t>Te")
                .save(folder.resolve("torn.docx"));

        assertEquals(DocumentProblem.BROKEN, Read.problem(half));
        assertEquals(DocumentProblem.BROKEN, Read.problem(noise));
        assertEquals(DocumentProblem.BROKEN, Read.problem(other));
        assertEquals(DocumentProblem.BROKEN, Read.problem(torn));
        assertEquals(DocumentProblem.LOCKED, Read.problem(old));
    }

    @Test
    void a_list_of_parts_without_measure_is_refused_before_it_is_read() throws Exception {
        WordFile file = new WordFile().body(WordFile.p("Text."));
        assertEquals("Text.", Read.text(file.save(folder.resolve("small.docx"))));
        for (int i = 0; i < 40; i++) {
            file.part("word/media/" + i, "");
        }
        Path large = file.commented("x".repeat(60_000)).save(folder.resolve("large.docx"));
        byte[] whole = Files.readAllBytes(folder.resolve("small.docx"));

        assertEquals(DocumentProblem.UNSAFE, Read.problem(large));
        // the number of parts, the size of their list, its place: the greatest means that it is told elsewhere
        for (int[] field : new int[][] {{10, 2}, {12, 4}, {16, 4}}) {
            byte[] elsewhere = whole.clone();
            Arrays.fill(elsewhere, whole.length - 22 + field[0], whole.length - 22 + field[0] + field[1], (byte) -1);
            Path path = Files.write(folder.resolve("elsewhere.docx"), elsewhere);
            assertEquals(DocumentProblem.UNSAFE, Read.problem(path), "field at " + field[0]);
        }
    }

    @Test
    void without_words_it_is_empty() throws Exception {
        Path file = new WordFile().body("<w:p/>", WordFile.p("  ")).save(folder.resolve("a.docx"));

        assertEquals(DocumentProblem.EMPTY, Read.problem(file));
        assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).isEmpty());
    }
}
