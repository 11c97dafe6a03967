// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexQuery;
import officina.engine.remote.EngineDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandsTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeKnowledge knowledge = new FakeKnowledge();

    @Test
    void a_folder_is_added_and_read_and_its_troubles_are_told() {
        Path papers = folder.resolve("papers");

        assertEquals(0, run("index", "add", papers.toString()));

        assertEquals(
                "Added " + papers + ".\n2 documents read, 3 forgotten.\na/broken.pdf: It is damaged. Make it again.\n",
                text(out));
        assertEquals(List.of("sync " + knowledge.folders().getFirst().id()), knowledge.done);
        out.reset();
        assertEquals(0, run("index", "list"));
        assertTrue(text(out).contains("2 documents  1 passage  1 with trouble  read 1970-01-01"), text(out));
    }

    @Test
    void a_folder_may_be_added_without_reading_it() {
        assertEquals(0, run("index", "add", folder.toString(), "--later", "--json"));

        assertEquals(List.of(), knowledge.done);
        assertEquals(
                "{\"folder\":\"" + knowledge.folders().getFirst().id() + "\",\"path\":\"" + folder + "\",\"project\":\""
                        + FakeKnowledge.PROJECT + "\",\"paused\":false}\n",
                text(out));
        out.reset();
        assertEquals(0, run("index", "list"));
        assertTrue(text(out).contains("never read"), text(out));
    }

    @Test
    void folders_are_named_by_path_or_identifier_and_paused_resumed_and_removed() {
        assertEquals(0, run("index", "list"));
        assertEquals("There is no folder. Add one: officina index add FOLDER\n", text(out));
        assertEquals(0, run("index", "sync"));
        assertEquals(List.of(), knowledge.done);
        knowledge.add(folder.resolve("one"), null);
        knowledge.add(folder.resolve("two"), null);

        assertEquals(0, run("index", "pause", folder.resolve("one").toString()));
        assertTrue(knowledge.folders().getFirst().folder().paused(), "it is not paused");
        assertEquals(
                0, run("index", "resume", knowledge.folders().getFirst().id().toString()));
        assertEquals(0, run("index", "sync", folder + "/two/../two"));
        assertEquals(List.of("sync " + knowledge.folders().get(1).id()), knowledge.done);
        assertEquals(2, run("index", "remove", folder.resolve("three").toString()));
        assertEquals(2, run("index", "sync", "one", "two"));
        assertEquals(0, run("index", "remove", folder.resolve("one").toString()));
        assertEquals(1, knowledge.folders().size());
    }

    @Test
    void passages_are_found_with_their_place() {
        knowledge.hits.add(FakeKnowledge.hit(Path.of("/docs/manual.pdf"), "page 2", "Rinse the filter.\nEvery week."));

        assertEquals(0, run("search", "clean", "the", "filter", "--in", "documents,notes", "--limit", "3"));

        assertEquals("/docs/manual.pdf, page 2\n    Rinse the filter.\n    Every week.\n", text(out));
        assertEquals(
                List.of(new IndexQuery(
                        "clean the filter", Set.of(IndexCollection.DOCUMENTS, IndexCollection.NOTES), Map.of(), 3)),
                knowledge.queries);
        out.reset();
        assertEquals(0, run("search", "filter", "--json"));
        assertEquals(
                "{\"collection\":\"documents\",\"document\":\"/docs/manual.pdf\",\"title\":\"a title\","
                        + "\"place\":\"page 2\",\"text\":\"Rinse the filter.\\nEvery week.\",\"score\":0.75,"
                        + "\"closeness\":0.5}\n",
                text(out));
    }

    @Test
    void it_is_said_when_nothing_was_found_and_why_only_words_were_compared() {
        assertEquals(0, run("search", "anything"));
        assertEquals("No folder is in the index. Add one: officina index add FOLDER\n", text(out));
        out.reset();
        knowledge.add(folder, null);
        knowledge.wordsOnly = Failure.of("embedding.unsupported", ErrorKind.RESOURCE, "There is no library.", null);

        assertEquals(0, run("search", "anything"));

        assertEquals("Only words were compared: There is no library.\nNothing was found.\n", text(out));
        assertEquals(2, run("search", "x", "--limit", "0"));
        assertEquals(2, run("search", "x", "--in", "No Such"));
        assertEquals(2, run("search"));
    }

    @Test
    void an_empty_word_is_no_folder() {
        knowledge.add(Path.of("").toAbsolutePath().normalize(), null);

        for (String command : List.of("add", "remove", "pause", "sync", "list")) {
            err.reset();
            assertEquals(2, run("index", command, ""), command);
            assertTrue(text(err).startsWith("officina: The name of the folder is empty.\n"), text(err));
        }
        assertEquals(1, knowledge.folders().size());
        assertEquals(List.of(), knowledge.done);
    }

    @Test
    void a_collection_that_nobody_knows_is_refused_by_naming_those_there_are() {
        assertEquals(2, run("search", "--in=foo", "x"));

        assertTrue(
                text(err)
                        .startsWith(
                                "officina: There is no collection \"foo\". Those there are: documents, notes, emails, "),
                text(err));
        assertEquals(List.of(), knowledge.queries);
    }

    @Test
    void paused_folders_are_passed_over_and_it_is_said_when_all_are() {
        knowledge.add(folder.resolve("one"), null);
        knowledge.add(folder.resolve("two"), null);
        run("index", "pause", folder.resolve("one").toString());
        out.reset();

        assertEquals(0, run("index", "sync"));

        assertEquals("2 documents read, 3 forgotten.\na/broken.pdf: It is damaged. Make it again.\n", text(out));
        run("index", "pause", folder.resolve("two").toString());
        out.reset();
        assertEquals(0, run("index", "sync"));
        assertEquals("All folders are paused. Look at one again: officina index resume FOLDER\n", text(out));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no file has such a name there")
    void a_line_break_in_a_name_makes_no_line() {
        knowledge.hits.add(FakeKnowledge.hit(Path.of("/docs/a\n/etc/b\tc.txt"), "line 1", "Roses."));
        knowledge.add(Path.of("/docs/a\nb"), null);

        assertEquals(0, run("search", "roses"));
        assertEquals("/docs/a\ufffd/etc/b\ufffdc.txt, line 1\n    Roses.\n", text(out));
        out.reset();
        assertEquals(0, run("index", "list"));
        assertTrue(text(out).endsWith("/docs/a\ufffdb\n"), text(out));
    }

    @Test
    void a_word_too_many_is_wrong_usage_and_no_defect_to_log() {
        PrintStream printed = System.out;
        PrintStream complained = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setOut(stream(logged));
        System.setErr(stream(logged));
        try {
            assertEquals(2, run("index", "sync", "one", "two"));
        } finally {
            System.setOut(printed);
            System.setErr(complained);
        }
        assertFalse(text(logged).contains("ended by an error"), text(logged));
        assertTrue(
                text(err).startsWith("officina: One folder is enough: one two\nUsage: officina index sync"), text(err));
    }

    private int run(String... words) {
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
        CommandContext context = new CommandContext(
                terminal,
                new EngineDoor(() -> new FakeFactory(_ -> knowledge.engine()), "1.2.3", Duration.ZERO),
                Map.of("HOME", folder.toString()));
        return Commands.run(List.of(words), "1.2.3", context);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
