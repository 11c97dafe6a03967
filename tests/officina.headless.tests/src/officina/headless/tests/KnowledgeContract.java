// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.document.DocumentTrouble;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.memory.IndexAnswer;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexQuery;
import officina.base.Progress;
import officina.core.run.ActivityQuery;
import officina.core.run.RunPhase;
import officina.core.run.RunState;
import officina.engine.AttachedFile;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import officina.engine.RunRef;
import officina.engine.SyncedFolders;
import officina.engine.TurnRequest;
import org.junit.jupiter.api.Test;

/** Folders of documents, and what is found in them. */
interface KnowledgeContract extends EngineFixture {

    PluginId KNOWLEDGE = new PluginId("agent.knowledge");

    /** Real files of each kind, and some that cannot be read. */
    default Path documents() throws IOException {
        Path root = Files.createDirectories(folder().resolve("papers/deep")).getParent();
        Files.writeString(root.resolve("garden.txt"), "Roses are cut back in early spring,\njust above a bud.\n");
        Files.writeString(
                root.resolve("trip.md"), "# Lisbon\n\nThe train to the airport leaves every twenty minutes.\n");
        Files.writeString(
                root.resolve("deep/Retry.java"),
                "/** Tries again after a pause that doubles each time. */\nclass Retry {}\n");
        SampleDocuments.word(root.resolve("lease.docx"), "The tenant pays the rent on the first day of each month.");
        SampleDocuments.pdf(
                root.resolve("manual.pdf"),
                "Before you begin, unplug the machine.",
                "The filter has to be rinsed with cold water every week.");
        Files.writeString(root.resolve("broken.pdf"), "%PDF-1.7\nnothing of the kind\n");
        Files.write(root.resolve("binary.txt"), new byte[] {1, 2, 0, 3, (byte) 0xff, 0, 0, 9});
        return root.toRealPath();
    }

    default String best(String question) throws InterruptedException {
        IndexAnswer answer = engine().knowledge().search(IndexQuery.of(question, 3));
        assertNull(answer.wordsOnly());
        return answer.hits().isEmpty()
                ? "nothing"
                : Path.of(answer.hits().getFirst().document()).getFileName() + ", "
                        + answer.hits().getFirst().place();
    }

    /** What a conversation answers. */
    private String asked(String question) throws InterruptedException {
        RunState run = say(question, ExecutionMode.DIRECT);
        assertEquals(KNOWLEDGE, run.agent());
        return text(run);
    }

    private FolderStatus only() {
        List<FolderStatus> all = engine().knowledge().status();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    @Test
    default void questions_find_their_passages_in_files_of_every_kind_as_these_come_and_go() throws Exception {
        Path root = documents();
        IndexedFolderItem added = engine().knowledge().add(root, null);
        assertEquals(List.of(added), engine().knowledge().folders());
        assertNull(only().syncedAt());

        assertEquals(new SyncedFolders(1, 7, 0), engine().knowledge().sync(null));

        assertEquals("garden.txt, lines 1-2", best("When should I prune my roses?"));
        assertEquals("trip.md, lines 1-3", best("how often do trains go to the airport"));
        assertEquals("Retry.java, lines 1-2", best("exponential backoff"));
        assertEquals("lease.docx, paragraph 1", best("When is the rent due?"));
        assertEquals("manual.pdf, page 2", best("How do I clean the filter?"));
        FolderStatus status = only();
        assertEquals(
                List.of(7, 6, 0, 2), List.of(status.files(), status.passages(), status.wordsOnly(), status.troubled()));
        assertEquals(
                List.of("binary.txt", "broken.pdf"),
                status.troubles().stream().map(DocumentTrouble::path).toList());
        assertEquals(TestEngine.NOW, status.syncedAt());

        assertEquals(
                "Your documents say:\n\n[manual.pdf, page 2](<"
                        + root.resolve("manual.pdf").toUri()
                        + "#page=2>)\n\n> The filter has to be rinsed with cold water every week.",
                asked("What does the manual say about cleaning the filter?"));
        assertTrue(
                engine().activity().list(ActivityQuery.NEWEST).stream()
                        .anyMatch(entry -> entry.origin().actor().equals(KNOWLEDGE)
                                && entry.resource().equals("documents")),
                "no use of the index was written down");
        assertTrue(
                asked("what do my papers say about the boiling point of ethanol")
                        .startsWith("I found nothing in your documents that answers this."),
                "it did not say that it found nothing");

        Files.writeString(root.resolve("garden.txt"), "The hedge is trimmed in August.\n");
        Files.move(root.resolve("trip.md"), root.resolve("deep/travel.md"));
        Files.delete(root.resolve("lease.docx"));
        reopen();

        assertEquals(new SyncedFolders(1, 2, 2), engine().knowledge().sync(added.id()));
        assertEquals("garden.txt, line 1", best("When should I trim the hedge?"));
        assertEquals("travel.md, lines 1-3", best("how often do trains go to the airport"));
        assertFalse(best("When is the rent due?").startsWith("lease"), "a deleted file was found");
        assertEquals(new SyncedFolders(1, 0, 0), engine().knowledge().sync(null));
        assertNothingIsReadable("unplug");

        engine().knowledge().remove(added.id());
        assertEquals("nothing", best("How do I clean the filter?"));
        assertEquals(List.of(), engine().knowledge().status());
        assertTrue(Files.exists(root.resolve("manual.pdf")));
    }

    @Test
    default void what_is_attached_is_answered_from_or_said_to_be_unreadable() throws Exception {
        Path root = documents();
        RunState first = say("When is the rent due?", root.resolve("lease.docx"));
        assertEquals(KNOWLEDGE, first.agent());
        assertEquals(
                "What you attached says:\n\n[lease.docx, paragraph 1](<"
                        + root.resolve("lease.docx").toUri()
                        + "#paragraph=1>)\n\n> The tenant pays the rent on the first day of each month.",
                text(first));

        RunState unreadable = say("What is in this?", root.resolve("broken.pdf"));
        assertEquals(RunPhase.FAILED, unreadable.phase());
        Failure why = Objects.requireNonNull(unreadable.outcome().failure());
        assertTrue(why.code().startsWith("document."), why.code());
    }

    private RunState say(String text, Path file) throws InterruptedException {
        RunRef ref = engine().runs()
                .start(new TurnRequest(
                        null,
                        null,
                        ExecutionMode.DIRECT,
                        null,
                        new Message(MessageRole.USER, List.of(new ContentPart.Text(text), AttachedFile.part(file)))));
        return engine().runs().await(ref.run());
    }

    private static String text(RunState run) {
        return run.parts().stream()
                .map(part -> part instanceof ContentPart.Text(String text) ? text : "not a text")
                .collect(Collectors.joining("\n"));
    }

    private void assertNothingIsReadable(String marker) throws IOException {
        try (Stream<Path> files = Files.walk(folder().resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(marker), "text of a document lies open in " + file.getFileName());
            }
        }
    }

    @Test
    default void folders_are_kept_apart_and_survive_the_store() throws Exception {
        Path root = Files.createDirectories(folder().resolve("one/inner"))
                .getParent()
                .toRealPath();
        Path file = Files.writeString(folder().resolve("file"), "");
        IndexedFolderItem added = engine().knowledge().add(root, null);
        assertEquals(root, added.folder().path());

        assertEquals("index.folder-known", codeOf(() -> engine().knowledge().add(root, null)));
        assertEquals("index.overlaps", codeOf(() -> engine().knowledge().add(root.resolve("inner"), null)));
        assertEquals(
                "index.overlaps",
                codeOf(() -> engine().knowledge().add(Objects.requireNonNull(root.getParent()), null)));
        assertEquals("index.not-a-folder", codeOf(() -> engine().knowledge().add(file, null)));
        assertEquals("index.not-a-folder", codeOf(() -> engine().knowledge().add(root.resolve("gone"), null)));
        assertEquals("index.own-data", codeOf(() -> engine().knowledge().add(folder().resolve("data/journal"), null)));
        assertEquals(
                "project.missing",
                codeOf(() -> engine().knowledge()
                        .add(Files.createDirectories(folder().resolve("two")), new RecordId(NO_RUN.value()))));
        RecordId none = new RecordId(NO_RUN.value());
        assertEquals("index.no-folder", codeOf(() -> engine().knowledge().remove(none)));
        assertEquals("index.no-folder", codeOf(() -> engine().knowledge().sync(none)));

        IndexedFolderItem paused = engine().knowledge().pause(added.id());
        assertTrue(paused.folder().paused());
        assertEquals("index.paused", codeOf(() -> engine().knowledge().sync(added.id())));
        assertEquals(new SyncedFolders(0, 0, 0), engine().knowledge().sync(null));
        reopenWithoutStore();
        assertEquals(List.of(paused), engine().knowledge().folders());
        assertEquals(added, engine().knowledge().resume(added.id()));
        assertEquals(new SyncedFolders(1, 0, 0), engine().knowledge().sync(added.id()));
    }

    @Test
    default void what_nobody_indexes_opens_no_index() throws InterruptedException {
        engine().knowledge().syncInBackground();

        assertEquals(new SyncedFolders(0, 0, 0), engine().knowledge().sync(null));
        assertEquals(List.of(), engine().knowledge().status());
        IndexQuery query = new IndexQuery("anything", Set.of(IndexCollection.DOCUMENTS), Map.of(), 5);
        assertEquals(new IndexAnswer(List.of(), null), engine().knowledge().search(query));

        assertFalse(Files.exists(folder().resolve("data/index")), "an index was made");
    }

    @Test
    default void a_folder_goes_with_its_project_and_so_does_what_was_read_of_it() throws Exception {
        RecordId project = engine().projects().add("Garden").id();
        Path root = Files.createDirectories(folder().resolve("beds"));
        Files.writeString(root.resolve("a.txt"), "Marigolds like the sun.\n");
        engine().knowledge().add(root, project);
        engine().knowledge().sync(null, Progress.NONE);
        assertEquals("a.txt, line 1", best("marigolds"));

        engine().projects().untrack(project);

        assertEquals(List.of(), engine().knowledge().folders());
        assertEquals("nothing", best("marigolds"));
    }
}
