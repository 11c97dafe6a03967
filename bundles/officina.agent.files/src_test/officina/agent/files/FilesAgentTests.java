// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchResult.Count;
import officina.api.batch.BatchTrigger;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.document.DocumentReading;
import officina.api.document.FolderProgress;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.host.DocumentAccess;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.LanguageContext;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.memory.IndexQuery;
import officina.document.Documents;
import officina.testkit.FakeClock;
import officina.testkit.agent.FakeAgentContext;
import officina.testkit.agent.InMemoryIndexAccess;
import officina.testkit.agent.InMemoryRecordAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files in real folders, read by the reader of the product. */
class FilesAgentTests {

    private static final IndexCollection FILES = IndexCollection.FILES;
    private static final Instant OLD = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final InMemoryIndexAccess index = new InMemoryIndexAccess();
    private final List<Path> approved = new ArrayList<>();
    private final List<Path> read = new ArrayList<>();
    private long nanos;
    private long eachTakes;
    private Path home;
    private Path notes;

    /** The reader of the product, with folders that were approved. */
    private final class Approved implements DocumentAccess {

        private final Documents documents = new Documents();

        @Override
        public List<Path> folders() {
            return List.copyOf(approved);
        }

        @Override
        public DocumentReading read(Path file) throws InterruptedException {
            read.add(home.relativize(file));
            nanos += eachTakes;
            return documents.read(file);
        }

        @Override
        public FolderReport compare(FolderState known, FolderProgress progress) throws InterruptedException {
            return documents.compare(known, progress);
        }
    }

    private final DocumentAccess documents = new Approved();

    @BeforeEach
    void folder(@TempDir Path temp) throws IOException {
        home = temp.toRealPath();
        notes = Files.createDirectory(home.resolve("notes"));
        approved.add(notes);
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(OLD));
        return file;
    }

    private FakeAgentContext context() {
        return new FakeAgentContext(
                        InMemoryRecordAccess.id(1),
                        new InMemoryRecordAccess(new FakeClock()),
                        (text, _) -> new Entities(text, List.of()),
                        new LanguageContext(NOW, ZoneId.of("UTC"), Locale.UK))
                .searching(index)
                .reading(documents);
    }

    private BatchResult run() throws InterruptedException {
        return run(context());
    }

    private BatchResult run(FakeAgentContext context) throws InterruptedException {
        index.changes();
        read.clear();
        return new FilesAgent(() -> nanos).run(new BatchTrigger(Cause.SCHEDULE, NOW, null, JsonObject.EMPTY), context);
    }

    private static Map<String, Long> counts(BatchResult result) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Count each : result.counts()) {
            if (each.value() > 0) {
                counts.put(each.name(), each.value());
            }
        }
        return counts;
    }

    private List<String> found(String words) {
        return index.search(new IndexQuery(words, Set.of(FILES), Map.of(), 10)).hits().stream()
                .map(hit -> home.relativize(Path.of(hit.document())).toString())
                .toList();
    }

    @Test
    void what_lies_in_approved_folders_is_found_and_nothing_is_done_twice() throws Exception {
        write("notes/garden.txt", "The roses want water.");
        write("notes/deep/kitchen.MD", "# Bread\n\nFlour and salt.");
        write("notes/program.java", "class Roses {}");
        write("notes/.hidden/secret.txt", "Roses of others.");
        write("elsewhere/other.txt", "Roses that nobody approved.");

        assertEquals(
                new BatchResult(
                        "2 new; 2 files in all.",
                        List.of(
                                new Count("files", 2),
                                new Count("new", 2),
                                new Count("changed", 0),
                                new Count("moved", 0),
                                new Count("removed", 0),
                                new Count("not read", 0),
                                new Count("waiting", 0))),
                run());
        assertEquals(List.of("notes/garden.txt"), found("roses"));
        assertEquals(List.of("notes/deep/kitchen.MD"), found("flour"));

        assertEquals("Nothing new in 2 files.", run().summary());
        assertEquals(List.of(), index.changes());
        assertEquals(List.of(), read);
    }

    @Test
    void what_changed_is_read_again_and_what_is_gone_is_found_no_more() throws Exception {
        write("notes/garden.txt", "Roses.");
        write("notes/kitchen.txt", "Bread.");
        write("notes/cellar.txt", "Wine.");
        run();
        write("notes/garden.txt", "Tulips and more.");
        Files.delete(notes.resolve("kitchen.txt"));

        assertEquals("1 changed, 1 removed; 2 files in all.", run().summary());
        assertEquals(List.of(Path.of("notes/garden.txt")), read);
        assertEquals(List.of(), found("roses"));
        assertEquals(List.of("notes/garden.txt"), found("tulips"));
        assertEquals(List.of(), found("bread"));
    }

    @Test
    void a_file_that_was_renamed_is_the_same_and_is_put_before_its_old_name_goes() throws Exception {
        Path from = write("notes/garden.txt", "Roses.");
        run();
        Path to = notes.resolve("flowers.txt");
        Files.move(from, to);

        assertEquals(Map.of("files", 1L, "moved", 1L), counts(run()));
        assertEquals(List.of("put " + to, "remove " + from), index.changes());
        assertEquals(List.of("notes/flowers.txt"), found("roses"));
    }

    @Test
    void a_file_that_went_into_another_approved_folder_is_the_same() throws Exception {
        Path from = write("notes/garden.txt", "Roses.");
        Path letters = Files.createDirectory(home.resolve("letters"));
        approved.add(letters);
        run();
        Path to = letters.resolve("garden.txt");
        Files.move(from, to);

        assertEquals("1 moved; 1 file in all.", run().summary());
        assertEquals(List.of("put " + to, "remove " + from), index.changes());
    }

    @Test
    void one_that_was_only_touched_is_known_again() throws Exception {
        Path file = write("notes/garden.txt", "Roses.");
        run();
        Files.setLastModifiedTime(file, FileTime.from(OLD.plusSeconds(60)));
        assertEquals("Nothing new in 1 file.", run().summary());
        assertEquals(List.of(Path.of("notes/garden.txt")), read);
        run();
        assertEquals(List.of(), read);
    }

    @Test
    void a_file_that_was_written_to_a_moment_ago_is_left_for_the_next_run() throws Exception {
        Path file = write("notes/garden.txt", "Ros");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(2)));
        assertEquals("Nothing new in 1 file. 1 file waits for the next run.", run().summary());
        assertEquals(List.of(), read);

        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(30)));
        assertEquals("1 new; 1 file in all.", run().summary());
        Files.setLastModifiedTime(file, FileTime.from(NOW.plus(Duration.ofDays(400))));
        run();
        assertEquals(List.of(Path.of("notes/garden.txt")), read, "a clock that was wrong holds up nothing");
    }

    @Test
    void what_cannot_be_read_is_told_of_and_does_not_stop_the_rest() throws Exception {
        write("notes/broken.pdf", "%PDF-1.7 and nothing more");
        write("notes/a.docx", "no archive");
        write("notes/empty.txt", "");
        write("notes/z.txt", "Roses.");
        Path huge = write("notes/huge.txt", "");
        try (var channel = Files.newByteChannel(huge, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(17L << 20).write(java.nio.ByteBuffer.wrap(new byte[] {'x'}));
        }
        Files.setLastModifiedTime(huge, FileTime.from(OLD));

        FakeAgentContext context = context();
        BatchResult result = run(context);
        assertEquals(Map.of("files", 4L, "new", 1L, "not read", 4L), counts(result));
        assertEquals("1 new; 4 files in all. 4 files cannot be read.", result.summary());
        assertEquals(4, context.progress().size(), context.progress()::toString);
        assertTrue(
                context.progress().stream()
                        .anyMatch(each -> each.startsWith("Not read: " + notes.resolve("broken.pdf"))),
                context.progress()::toString);
        assertEquals(List.of("notes/z.txt"), found("roses"));

        assertEquals(Map.of("files", 4L, "not read", 4L), counts(run()));
        assertEquals(List.of(), read, "what is damaged is tried again when it is another file");
        write("notes/a.txt", "Roses.");
        Files.delete(notes.resolve("a.docx"));
        assertEquals(Map.of("files", 4L, "new", 1L, "removed", 1L, "not read", 3L), counts(run()));
    }

    @Test
    void a_folder_that_is_not_there_now_takes_nothing_away_and_one_that_is_approved_no_more_does() throws Exception {
        write("notes/garden.txt", "Roses.");
        write("letters/kitchen.txt", "Roses, too.");
        Path letters = home.resolve("letters");
        approved.add(letters);
        run();
        Path away = home.resolve("away");
        Files.move(letters, away);
        assertEquals(Map.of("files", 1L, "not read", 1L), counts(run()));
        assertEquals(List.of("letters/kitchen.txt", "notes/garden.txt"), found("roses"));

        Files.move(away, letters);
        approved.remove(notes);
        assertEquals("1 removed; 1 file in all.", run().summary());
        approved.clear();
        assertEquals("No folder was approved by its name. What was known of others is forgotten.", run().summary());
        assertEquals(List.of(), index.documents(FILES));
    }

    @Test
    void what_is_of_others_in_the_collection_stays() throws Exception {
        index.put(List.of(new IndexDocument(FILES, "mail:1/garden.txt", "x", "garden.txt", Map.of(), List.of())));
        assertEquals("Nothing new in 0 files.", run().summary());
        assertEquals(1, index.documents(FILES).size());
    }

    @Test
    void what_is_not_compared_by_meaning_yet_is_given_again_and_goes_when_its_file_does() throws Exception {
        Path file = write("notes/garden.txt", "Roses.");
        Path other = write("notes/kitchen.txt", "Bread.");
        run();
        index.keepBack(FILES, file.toString());
        index.keepBack(FILES, other.toString());
        Files.delete(other);

        assertEquals("1 removed; 1 file in all.", run().summary());
        assertEquals(List.of("put " + file, "remove " + other), index.changes());
        assertEquals("Nothing new in 1 file.", run().summary());
    }

    @Test
    void a_run_that_would_take_too_long_leaves_the_rest_for_the_next() throws Exception {
        for (int i = 0; i < 5; i++) {
            write("notes/" + i + ".txt", "Roses " + i);
        }
        eachTakes = Duration.ofMinutes(3).toNanos();
        assertEquals("3 new; 5 files in all. 2 files wait for the next run.", run().summary());
        assertEquals(List.of("notes/0.txt", "notes/1.txt", "notes/2.txt"), found("roses"));
        assertEquals("2 new; 5 files in all.", run().summary());
        assertEquals("Nothing new in 5 files.", run().summary());
    }

    @Test
    void a_cancelled_run_ends_and_the_next_goes_on() throws Exception {
        write("notes/garden.txt", "Roses.");
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, this::run);
        assertFalse(Thread.interrupted());
        assertEquals("1 new; 1 file in all.", run().summary());
    }
}
