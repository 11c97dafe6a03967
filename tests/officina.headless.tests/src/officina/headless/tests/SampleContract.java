// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.RecordId;
import officina.core.run.RunState;
import officina.engine.ProjectItem;
import officina.engine.RunRef;
import officina.engine.Todos.TodoQuery;
import officina.engine.TurnRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The sample project: there when the person asks for it, kept apart, and gone in one step. */
interface SampleContract extends EngineFixture {

    private String askedIn(@Nullable RecordId project, String question) throws InterruptedException {
        RunRef ref = engine().runs()
                .start(new TurnRequest(
                        null, project, ExecutionMode.DIRECT, null, Message.text(MessageRole.USER, question)));
        RunState run = engine().runs().await(ref.run());
        return run.parts().stream()
                .map(part -> part instanceof ContentPart.Text(String text) ? text : "not a text")
                .collect(Collectors.joining("\n"));
    }

    private void assertSays(@Nullable RecordId project, String question, String expected) throws InterruptedException {
        String answer = askedIn(project, question);
        assertTrue(answer.contains(expected), () -> question + " " + answer);
    }

    private long todosOf(RecordId project) {
        return engine().todos()
                .list(new TodoQuery(project, null, null, null, null, 100))
                .size();
    }

    @Test
    default void the_sample_answers_from_its_documents_and_is_kept_apart() throws Exception {
        assertEquals(Optional.empty(), engine().sample().project());
        assertFalse(Files.exists(folder().resolve("data/sample")), "a copy lies there before anybody asked for it");
        engine().knowledge().add(Files.createDirectories(folder().resolve("mine")), null);
        Files.writeString(folder().resolve("mine/boat.txt"), "The filter of the boat is cleaned each spring.\n");
        engine().knowledge().sync(null);
        say("add a to-do to paint the boat", ExecutionMode.DIRECT);

        ProjectItem sample = engine().sample().add();

        assertEquals(sample, engine().sample().add());
        assertEquals(Optional.of(sample), engine().sample().project());
        Path documents = folder().resolve("data/sample").toRealPath();
        assertEquals(List.of(documents.toString()), sample.project().folders());
        assertEquals(10, todosOf(sample.id()));

        String filter = askedIn(sample.id(), "How often do I have to clean the filter of the boiler?");
        assertTrue(filter.startsWith("Your documents say:\n\n"), filter);
        assertTrue(filter.contains("three months") && filter.contains("](<file:"), filter);
        assertFalse(filter.contains("boat"), filter);
        assertSays(sample.id(), "How much notice do I have to give according to the lease?", "lease.docx, paragraph");
        assertSays(sample.id(), "What does the manual say about E04?", "boiler-manual.pdf, page 2");
        assertSays(sample.id(), "What do the minutes say about the hedge?", "house-meeting.txt, lines ");
        assertSays(sample.id(), "Which folders are indexed?", "Indexed is one folder:");

        String week = askedIn(sample.id(), "Help me plan my week");
        assertTrue(week.startsWith("Your week, from 9 open to-dos:"), week);
        assertFalse(week.contains("boat"), week);
        assertSays(null, "what do my documents say about cleaning the filter?", "boat.txt");
        assertFalse(
                askedIn(null, "what do my documents say about the deposit of the lease?")
                        .contains("lease.docx"),
                "the sample is found from outside");
        assertSays(null, "list my to-dos", "1 open to-do:");
    }

    @Test
    default void the_sample_goes_in_one_step_with_all_that_was_made_in_it_and_can_come_back() throws Exception {
        ProjectItem sample = engine().sample().add();
        Path documents = folder().resolve("data/sample");
        askedIn(sample.id(), "remind me to buy flowers");
        Files.writeString(documents.resolve("mine.txt"), "mine");
        Files.writeString(documents.resolve("handbook.md"), "changed");
        assertEquals(11, todosOf(sample.id()));

        assertEquals(1, engine().sample().remove().conversations());

        assertEquals(Optional.empty(), engine().sample().project());
        assertEquals(List.of(), engine().todos().list(TodoQuery.ALL));
        assertEquals(List.of(), engine().knowledge().folders());
        assertEquals("changed", Files.readString(documents.resolve("handbook.md")));
        assertFalse(Files.exists(documents.resolve("lease.docx")), "a document of the sample was left");
        assertEquals("project.missing", codeOf(() -> engine().sample().remove()));

        Files.delete(documents.resolve("handbook.md"));
        Files.delete(documents.resolve("mine.txt"));
        ProjectItem again = engine().sample().add();
        engine().knowledge().remove(engine().knowledge().folders().getFirst().id());
        assertEquals(again, engine().sample().add());
        assertSays(again.id(), "What does the handbook say about the main stopcock?", "handbook.md, lines ");
        engine().sample().remove();
        assertFalse(Files.exists(documents), "the folder of the sample was left");
    }

    @Test
    default void a_folder_around_the_data_folder_leaves_the_sample_to_itself() throws Exception {
        ProjectItem sample = engine().sample().add();
        Files.writeString(folder().resolve("boat.txt"), "The boat lies in the harbour.\n");

        engine().knowledge().add(folder(), null);
        engine().knowledge().sync(null);
        engine().knowledge().sync(null);

        assertEquals(
                List.of(1, 5),
                engine().knowledge().status().stream().map(each -> each.files()).toList());
        assertSays(sample.id(), "What does the handbook say about the main stopcock?", "handbook.md, lines ");
        engine().sample().remove();
        assertSays(null, "what do my documents say about the boat?", "boat.txt");
    }
}
