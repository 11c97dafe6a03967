// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import officina.api.document.DocumentKind;
import officina.api.document.DocumentProblem;
import officina.api.document.Passage;
import officina.api.document.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text, Markdown and source code from files. */
class TextTests {

    private static final String WORDS = "Größe: naïve, 日本語, 5 €.";

    @TempDir
    private Path folder;

    @Test
    void every_usual_character_set_is_recognised() throws Exception {
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("UTF-32LE"),
                Charset.forName("UTF-32BE"))) {
            assertEquals(WORDS, Read.text(write("a.txt", ("\uFEFF" + WORDS).getBytes(charset))), charset.name());
        }
        assertEquals(WORDS, Read.text(write("a.txt", WORDS.getBytes(StandardCharsets.UTF_8))));
        assertEquals("Größe 5 €", Read.text(write("a.txt", "Größe 5 €".getBytes(Charset.forName("windows-1252")))));
        assertEquals(
                "Wide plain text", Read.text(write("a.txt", "Wide plain text".getBytes(StandardCharsets.UTF_16LE))));
        assertEquals(
                "Wide plain text", Read.text(write("a.txt", "Wide plain text".getBytes(StandardCharsets.UTF_16BE))));
    }

    @Test
    void one_bad_byte_does_not_turn_utf8_into_something_else() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("ä".repeat(300).getBytes(StandardCharsets.UTF_8));
        out.write(0xC3);

        assertEquals("ä".repeat(300) + "\uFFFD", Read.text(write("a.txt", out.toByteArray())));
    }

    @Test
    void line_ends_of_every_system_count_the_same() throws Exception {
        for (String end : List.of("\n", "\r\n", "\r")) {
            List<Passage> passages =
                    Read.passages(write("a.txt", ("" + end + end + "one" + end + "two" + end).getBytes()));
            assertEquals(new Place.Lines(3, 4), passages.getFirst().place());
            assertEquals("one\ntwo", passages.getFirst().text());
        }
    }

    @Test
    void what_is_only_named_like_text_is_told_of() throws Exception {
        byte[] noise = new byte[4_000];
        new Random(7).nextBytes(noise);

        assertEquals(DocumentProblem.BINARY, Read.problem(write("a.txt", noise)));
        assertEquals(DocumentProblem.BINARY, Read.problem(write("a.java", new byte[] {1, 2, 3, 4, 0, 0, 0, 9})));
        assertEquals(
                DocumentProblem.BINARY,
                Read.problem(write("a.md", Files.readAllBytes(new WordFile().save(folder.resolve("b.docx"))))));
        assertEquals(DocumentProblem.UNSUPPORTED, Read.problem(write("a.exe", noise)));
        assertEquals(DocumentProblem.UNSUPPORTED, Read.problem(write("a", noise)));
    }

    @Test
    void files_for_passwords_and_keys_are_not_read() throws Exception {
        for (String name : new String[] {"production.env", ".env", "cloud.tfvars", "cloud.auto.tfvars"}) {
            assertEquals(
                    DocumentProblem.UNSUPPORTED,
                    Read.problem(write(name, "KEY=1234".getBytes(StandardCharsets.UTF_8))),
                    name);
        }
    }

    @Test
    void nothing_and_too_much_are_told_of() throws Exception {
        assertEquals(DocumentProblem.EMPTY, Read.problem(write("a.txt", new byte[0])));
        assertEquals(DocumentProblem.EMPTY, Read.problem(write("a.txt", " \n\t\n".getBytes())));
        assertEquals(DocumentProblem.TOO_LARGE, Read.problem(write("a.txt", new byte[(1 << 20) + 1])));
        assertEquals(DocumentProblem.TOO_LARGE, Read.problem(write("a.pdf", new byte[(4 << 20) + 1])));
    }

    @Test
    void a_heading_may_have_long_gaps_and_signs_behind_it() throws Exception {
        String gap = " \t".repeat(50_000);
        String text = "# One" + gap + "two" + gap + "###" + gap + "\n\nText\n\n## C#\n\nMore\n\n### ###\n\nEnd\n";

        assertEquals(
                List.of(List.of("One two"), List.of("One two", "C#"), List.of("One two", "C#", "")),
                Read.passages(write("a.md", text.getBytes(StandardCharsets.UTF_8))).stream()
                        .map(Passage::headings)
                        .distinct()
                        .toList());
    }

    @Test
    void markdown_has_headings() throws Exception {
        String text = """
                ---
                title: Not a heading
                ---
                Before all.

                # Sheep #

                ## Wool
                Wash it cold.

                ```
                # a comment, no heading
                ```

                Milk
                and cheese
                ----------
                Some give milk.

                # Goats
                """;

        List<Passage> passages = Read.passages(write("a.md", text.getBytes(StandardCharsets.UTF_8)));

        assertEquals(
                List.of(List.of(), List.of("Sheep", "Wool"), List.of("Sheep", "Milk and cheese"), List.of("Goats")),
                passages.stream().map(Passage::headings).toList());
        assertEquals(
                List.of(
                        new Place.Lines(1, 4),
                        new Place.Lines(6, 13),
                        new Place.Lines(15, 18),
                        new Place.Lines(20, 20)),
                passages.stream().map(Passage::place).toList());
    }

    @Test
    void source_code_is_cut_between_functions() throws Exception {
        StringBuilder code = new StringBuilder("class Flock {\n");
        for (int i = 0; i < 12; i++) {
            code.append("\n    /** Counts the sheep of pen ").append(i).append(". */\n");
            code.append("    int count").append(i).append("(Pen pen) {\n");
            code.append("        int sum = 0;\n\n".repeat(1));
            for (int line = 0; line < 6; line++) {
                code.append("        sum += pen.sheep(").append(line).append(").size();\n");
            }
            code.append("        return sum;\n    }\n");
        }
        code.append("}\n");

        List<Passage> passages =
                Read.passages(write("Flock.java", code.toString().getBytes()));

        assertTrue(passages.size() >= 6, "passages: " + passages.size());
        for (Passage passage : passages.subList(1, passages.size())) {
            assertTrue(passage.text().startsWith("/** Counts"), passage.text());
        }
    }

    @Test
    void the_kind_goes_by_the_name() throws Exception {
        assertEquals(
                DocumentKind.SOURCE,
                Read.whole(write("Makefile", "all: it".getBytes())).kind());
        assertEquals(
                DocumentKind.TEXT,
                Read.whole(write("README", "Read me.".getBytes())).kind());
        assertEquals(
                DocumentKind.MARKDOWN,
                Read.whole(write("NOTES.MD", "Read me.".getBytes())).kind());
    }

    private Path write(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }
}
