// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import officina.api.document.DocumentKind;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentReading;
import officina.api.document.Passage;
import officina.api.document.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PDFs as programs make them, and as people who mean harm do. */
class PdfTests {

    @TempDir
    private Path folder;

    @Test
    void each_passage_names_its_page() throws Exception {
        Path file = Pdfs.pages(folder.resolve("a.pdf"), "Wool is warm.\nIt is washed cold.", "", "Paper\nis light.");

        DocumentReading.Read read = Read.whole(file);

        assertEquals(DocumentKind.PDF, read.kind());
        assertEquals(
                List.of(new Place.Page(1), new Place.Page(3)),
                read.passages().stream().map(Passage::place).toList());
        assertEquals(
                "Wool is warm.\nIt is washed cold.", read.passages().getFirst().text());
        assertEquals(Files.size(file), read.stamp().size());
    }

    @Test
    void a_long_page_is_several_passages_and_none_goes_over_its_end() throws Exception {
        String page = IntStream.range(0, 45)
                .mapToObj(line -> "Line " + line + " tells of sheep, wool and the weather in May.")
                .reduce((one, other) -> one + "\n" + other)
                .orElseThrow();

        List<Passage> passages = Read.passages(Pdfs.pages(folder.resolve("a.pdf"), page, "Short."));

        assertTrue(passages.size() > 3, passages.toString());
        assertEquals(new Place.Page(2), passages.getLast().place());
        assertEquals("Short.", passages.getLast().text());
    }

    @Test
    void what_anybody_may_open_is_read_and_what_wants_a_password_is_not() throws Exception {
        assertEquals("Open to all.", Read.text(Pdfs.encrypted(folder.resolve("open.pdf"), "", "Open to all.")));
        assertEquals(
                DocumentProblem.LOCKED,
                Read.problem(Pdfs.encrypted(folder.resolve("locked.pdf"), "secret", "Not for all.")));
    }

    @Test
    void pages_without_text_are_told_of() throws Exception {
        assertEquals(DocumentProblem.EMPTY, Read.problem(Pdfs.pages(folder.resolve("scan.pdf"), "", "")));
    }

    @Test
    void what_is_no_pdf_is_broken() throws Exception {
        byte[] whole = Files.readAllBytes(Pdfs.pages(folder.resolve("whole.pdf"), "Text."));
        Path noise = Files.write(folder.resolve("noise.pdf"), new byte[5_000]);
        Path head = Files.write(folder.resolve("head.pdf"), Arrays.copyOf(whole, 300));

        assertEquals(DocumentProblem.BROKEN, Read.problem(noise));
        assertEquals(DocumentProblem.BROKEN, Read.problem(head));
    }

    @Test
    void streams_that_unpack_without_measure_are_refused() throws Exception {
        byte[] bomb = Pdfs.stream("/Filter/FlateDecode", Pdfs.blanks(64 << 20));
        Path content = Pdfs.hello(folder.resolve("content.pdf"), bomb, "");
        Path map = Pdfs.hello(folder.resolve("map.pdf"), Pdfs.plain("Hello"), "/ToUnicode 6 0 R", bomb);
        Path font = Pdfs.hello(
                folder.resolve("font.pdf"),
                Pdfs.plain("Hello"),
                "/FirstChar 32/LastChar 33/Widths[500 500]/FontDescriptor 6 0 R",
                Pdfs.ascii("<</Type/FontDescriptor/FontName/X/Flags 32/FontFile 7 0 R>>"),
                Pdfs.stream("/Length1 9/Length2 9/Length3 0/Filter/FlateDecode", Pdfs.blanks(64 << 20)));

        assertEquals(DocumentProblem.UNSAFE, Read.problem(content));
        for (Path file : List.of(map, font)) {
            assertTrue(isUnsafe(Read.of(file)), file.toString());
        }
    }

    @Test
    void encryption_and_objects_in_streams_are_no_way_round_it() throws Exception {
        Path encrypted = Pdfs.encrypted(folder.resolve("encrypted.pdf"), "", "sheep ".repeat(200_000));
        Path titled = Pdfs.titled(folder.resolve("titled.pdf"), "sheep ".repeat(200_000), "Text.");

        assertTrue(Files.size(encrypted) < 50_000 && Files.size(titled) < 50_000, "packed well");
        assertEquals(DocumentProblem.UNSAFE, Read.problem(encrypted));
        assertEquals(DocumentProblem.UNSAFE, Read.problem(titled));
    }

    @Test
    void packing_in_packing_is_counted_as_a_whole() throws Exception {
        byte[] once = Pdfs.blanks(64 << 20);
        java.io.ByteArrayOutputStream twice = new java.io.ByteArrayOutputStream();
        try (var packed = new java.util.zip.DeflaterOutputStream(twice)) {
            packed.write(once);
        }
        Path file = Pdfs.hello(
                folder.resolve("twice.pdf"), Pdfs.stream("/Filter[/FlateDecode/FlateDecode]", twice.toByteArray()), "");

        assertEquals(DocumentProblem.UNSAFE, Read.problem(file));
    }

    @Test
    void a_picture_is_never_unpacked() throws Exception {
        Path file = Pdfs.raw(
                folder.resolve("picture.pdf"),
                List.of(
                        Pdfs.ascii("<</Type/Catalog/Pages 2 0 R>>"),
                        Pdfs.ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                        Pdfs.ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R"
                                + "/Resources<</Font<</F1 4 0 R>>/XObject<</P 6 0 R>>>>>>"),
                        Pdfs.ascii("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
                        Pdfs.stream("", Pdfs.ascii("/P Do BT /F1 12 Tf 100 700 Td (Below a picture) Tj ET")),
                        Pdfs.stream(
                                "/Type/XObject/Subtype/Image/Width 9000/Height 9000/BitsPerComponent 8"
                                        + "/ColorSpace/DeviceGray/Filter/FlateDecode",
                                Pdfs.blanks(16 << 20))));

        assertEquals("Below a picture", Read.text(file));
    }

    @Test
    void forms_that_draw_themselves_come_to_an_end() throws Exception {
        assertTrue(Read.text(form("/X Do")).startsWith("Before the form"));
        assertEquals(DocumentProblem.TOO_SLOW, Read.problem(form("/X Do /X Do /X Do")));
    }

    private Path form(String content) throws IOException {
        return Pdfs.raw(
                folder.resolve("form.pdf"),
                List.of(
                        Pdfs.ascii("<</Type/Catalog/Pages 2 0 R>>"),
                        Pdfs.ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                        Pdfs.ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R"
                                + "/Resources 7 0 R>>"),
                        Pdfs.ascii("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
                        Pdfs.stream("", Pdfs.ascii("BT /F1 12 Tf 100 700 Td (Before the form) Tj ET /X Do")),
                        Pdfs.stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 7 0 R", Pdfs.ascii(content)),
                        Pdfs.ascii("<</Font<</F1 4 0 R>>/XObject<</X 6 0 R>>>>")));
    }

    @Test
    void pages_that_are_their_own_children_come_to_an_end() throws Exception {
        Path tree = Pdfs.raw(
                folder.resolve("tree.pdf"),
                List.of(
                        Pdfs.ascii("<</Type/Catalog/Pages 2 0 R>>"),
                        Pdfs.ascii("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")));

        assertTrue(Read.of(tree) instanceof DocumentReading.Unread, "a tree without leaves has nothing to read");
    }

    @Test
    void arrays_in_arrays_without_end_do_not_end_the_program() throws Exception {
        Path file = Pdfs.raw(
                folder.resolve("deep.pdf"),
                List.of(Pdfs.ascii("<</Type/Catalog/Pages 2 0 R>>"), Pdfs.ascii("[".repeat(300_000))));

        assertTrue(Read.of(file) instanceof DocumentReading.Unread);
    }

    @Test
    void a_page_that_draws_without_end_is_given_up() throws Exception {
        byte[] content = Pdfs.ascii("0 0 m ".repeat(150_000));
        Path file = Pdfs.hello(folder.resolve("endless.pdf"), Pdfs.stream("", content), "");

        assertEquals(DocumentProblem.TOO_SLOW, Read.problem(file));
    }

    @Test
    void a_page_of_one_endless_string_is_read_as_far_as_a_page_goes() throws Exception {
        Path file = Pdfs.hello(folder.resolve("string.pdf"), Pdfs.packed(Pdfs.words("a".repeat(900_000))), "");
        assertTrue(Files.size(file) < 5_000, "packed well");

        DocumentReading.Read read = Read.part(file);

        assertEquals(List.of(DocumentProblem.TOO_SLOW), problems(read));
        int characters =
                read.passages().stream().mapToInt(each -> each.text().length()).sum();
        assertEquals(Read.SMALL.pageCharacters(), characters, Read.SMALL.pageCharacters() / 10, "those of a page");
    }

    @Test
    void a_page_of_endless_strings_is_read_as_far_as_a_page_goes() throws Exception {
        String step = "(" + "a".repeat(1_000) + ") Tj ";
        Path file = Pdfs.hello(
                folder.resolve("strings.pdf"),
                Pdfs.packed(Pdfs.ascii("BT /F1 12 Tf 100 700 Td " + step.repeat(900) + "ET")),
                "");

        assertEquals(List.of(DocumentProblem.TOO_SLOW), problems(Read.part(file)));
    }

    @Test
    void a_font_that_makes_a_line_of_each_character_is_no_way_round_it() throws Exception {
        String map = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00><FF> endcodespacerange "
                + "1 beginbfchar <61> <" + "00620063".repeat(60) + "> endbfchar endcmap end";
        Path file = Pdfs.hello(
                folder.resolve("font.pdf"),
                Pdfs.plain("a".repeat(5_000)),
                "/ToUnicode 6 0 R",
                Pdfs.packed(Pdfs.ascii(map)));

        DocumentReading.Read read = Read.part(file);

        assertEquals(List.of(DocumentProblem.TOO_SLOW), problems(read));
        assertTrue(read.passages().getFirst().text().startsWith("bcbc"));
    }

    @Test
    void streams_that_are_small_each_and_without_measure_together_are_refused() throws Exception {
        List<byte[]> objects = new java.util.ArrayList<>(List.of(
                Pdfs.ascii("<</Type/Catalog/Pages 2 0 R>>"),
                Pdfs.ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                Pdfs.ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents[5 0 R 6 0 R 7 0 R 8 0 R 9 0 R"
                        + " 10 0 R]/Resources<</Font<</F1 4 0 R>>>>>>"),
                Pdfs.ascii("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")));
        for (int i = 0; i < 6; i++) {
            objects.add(Pdfs.stream("/Filter/FlateDecode", Pdfs.blanks(900_000)));
        }

        assertEquals(DocumentProblem.UNSAFE, Read.problem(Pdfs.raw(folder.resolve("many.pdf"), objects)));
    }

    private static List<DocumentProblem> problems(DocumentReading.Read read) {
        return read.troubles().stream().map(each -> each.problem()).toList();
    }

    @Test
    void after_many_damaged_pages_the_others_are_left_out_and_counted() throws Exception {
        for (int damaged : List.of(3, 40)) {
            List<byte[]> objects = new java.util.ArrayList<>(List.of(
                    Pdfs.ascii("<</Type/Catalog/Pages 2 0 R>>"),
                    Pdfs.ascii("<</Type/Pages/Count " + (damaged + 1) + "/Kids["
                            + IntStream.rangeClosed(0, damaged)
                                    .mapToObj(page -> (6 + page) + " 0 R ")
                                    .collect(java.util.stream.Collectors.joining())
                            + "]/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>>>"),
                    Pdfs.ascii("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
                    Pdfs.plain("Whole."),
                    Pdfs.stream("", Pdfs.ascii("BT <6162"))));
            objects.add(Pdfs.ascii("<</Type/Page/Parent 2 0 R/Contents 4 0 R>>"));
            for (int page = 0; page < damaged; page++) {
                objects.add(Pdfs.ascii("<</Type/Page/Parent 2 0 R/Contents 5 0 R>>"));
            }

            DocumentReading.Read read = Read.part(Pdfs.raw(folder.resolve("damaged.pdf"), objects));

            assertEquals("Whole.", read.passages().getFirst().text());
            assertEquals(List.of(DocumentProblem.PARTIAL), problems(read));
            String message = read.troubles().getFirst().failure().message();
            assertTrue(message.startsWith(damaged + " pages "), message);
        }
    }

    @Test
    void pages_beyond_the_limit_are_left_out_and_told_of() throws Exception {
        String[] pages =
                IntStream.rangeClosed(1, 60).mapToObj(page -> "Page " + page).toArray(String[]::new);

        DocumentReading.Read read = Read.part(Pdfs.pages(folder.resolve("long.pdf"), pages));

        assertEquals(new Place.Page(50), read.passages().getLast().place());
        assertEquals(
                List.of("document.too-many-pages"),
                read.troubles().stream().map(each -> each.failure().code()).toList());
    }

    @Test
    void when_the_time_is_over_it_is_given_up_wherever_it_is() throws Exception {
        Path file = Pdfs.pages(folder.resolve("slow.pdf"), "First.", "Second.", "Third.");
        AtomicInteger looks = new AtomicInteger();
        new Documents(Read.SMALL, looks::getAndIncrement).read(file);
        int all = looks.get();
        assertTrue(all > 10, "looks at the clock: " + all);

        for (int last = 1; last < all; last++) {
            int late = last;
            looks.set(0);
            LongSupplier clock =
                    () -> looks.getAndIncrement() < late ? 0 : Read.SMALL.time().toNanos() + 1;

            assertEquals(
                    DocumentProblem.TOO_SLOW, problem(new Documents(Read.SMALL, clock).read(file)), "look " + last);
        }
    }

    private static DocumentProblem problem(DocumentReading reading) {
        return switch (reading) {
            case DocumentReading.Unread unread -> unread.trouble().problem();
            case DocumentReading.Read read -> read.troubles().getFirst().problem();
        };
    }

    @Test
    void an_interruption_ends_it() throws Exception {
        Path file = Pdfs.pages(folder.resolve("a.pdf"), "Text.");

        Thread.currentThread().interrupt();

        assertThrows(InterruptedException.class, () -> Read.of(file));
    }

    @Test
    void nothing_is_written_anywhere() throws Exception {
        Path home = Path.of(System.getProperty("user.home"));
        Path temp = Path.of(System.getProperty("java.io.tmpdir"));
        Path file = Pdfs.pages(folder.resolve("a.pdf"), "Nothing of this reaches a disk.");
        List<String> before = names(home, temp);

        Read.passages(file);

        assertEquals(before, names(home, temp));
    }

    private static boolean isUnsafe(DocumentReading reading) {
        return switch (reading) {
            case DocumentReading.Unread unread -> unread.trouble().problem() == DocumentProblem.UNSAFE;
            case DocumentReading.Read read ->
                read.troubles().stream().anyMatch(each -> each.problem() == DocumentProblem.UNSAFE);
        };
    }

    /** Fonts and scratch files of the library would be here. */
    private static List<String> names(Path... folders) throws IOException {
        java.util.ArrayList<String> names = new java.util.ArrayList<>();
        for (Path each : folders) {
            if (Files.isDirectory(each)) {
                try (Stream<Path> files = Files.list(each)) {
                    files.map(Path::toString)
                            .filter(name ->
                                    name.toLowerCase(java.util.Locale.ROOT).contains("pdf"))
                            .sorted()
                            .forEach(names::add);
                }
            }
        }
        return names;
    }
}
