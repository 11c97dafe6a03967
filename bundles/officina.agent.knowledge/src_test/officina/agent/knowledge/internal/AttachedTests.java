// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.knowledge.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.DocumentPassage;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.ContentRef;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.RecordId;
import officina.api.record.UserProfile;
import org.junit.jupiter.api.Test;

class AttachedTests {

    private static final ContentRef LEASE = new ContentRef(URI.create("file:///home/ada/lease.pdf"));
    private static final DocumentPassage PETS =
            new DocumentPassage(LEASE, "page 2", "Cats may be kept, dogs not.", 0.5);
    private static final DocumentPassage RENT =
            new DocumentPassage(LEASE, "page 1", "The rent is due on the first.", 0.1);

    private static ChatRequest request(String text, boolean attaches, List<DocumentPassage> passages) {
        List<ContentPart> parts = new ArrayList<>(List.of(new ContentPart.Text(text)));
        if (attaches) {
            parts.add(new ContentPart.File(LEASE, "lease.pdf", "application/pdf", 9));
        }
        return new ChatRequest(
                new Message(MessageRole.USER, parts),
                new RecordId(new UUID(1, 1)),
                ExecutionMode.DIRECT,
                null,
                new ChatContext(new UserProfile("", Locale.UK, ZoneOffset.UTC), passages, List.of(), List.of()));
    }

    @Test
    void what_is_asked_with_a_file_is_answered_from_it() {
        Attached attached = new Attached(List.of(PETS, RENT));
        Question question = Question.of("May I keep a cat?");

        assertTrue(attached.isFor(request("May I keep a cat?", true, attached.passages()), question));
        assertEquals("""
                What you attached says:

                [lease.pdf, page 2](<file:///home/ada/lease.pdf#page=2>)

                > Cats may be kept, dogs not.""", attached.answer(question));
        assertEquals(
                "I found nothing in what you attached that answers this. The nearest I have is"
                        + " [lease.pdf, page 1](<file:///home/ada/lease.pdf#page=1>), which is probably about something"
                        + " else.",
                new Attached(List.of(RENT)).answer(Question.of("Who won the match?")));
    }

    @Test
    void later_questions_go_to_it_only_where_it_answers_them_well() {
        assertTrue(new Attached(List.of(PETS))
                .isFor(request("May I keep a cat?", false, List.of(PETS)), Question.of("May I keep a cat?")));
        assertFalse(new Attached(List.of(RENT))
                .isFor(request("Who won the match?", false, List.of(RENT)), Question.of("Who won the match?")));
        assertFalse(new Attached(List.of(PETS))
                .isFor(
                        request("Which folders are indexed?", false, List.of(PETS)),
                        Question.of("Which folders are indexed?")));
    }

    @Test
    void a_file_without_a_question_is_shown_by_its_beginning() {
        assertEquals("""
                [lease.pdf, page 1](<file:///home/ada/lease.pdf#page=1>)

                > The rent is due on the first.

                Ask what you want to know of it.""", new Attached(List.of(RENT, PETS)).answer(Question.of("")));
        assertEquals(
                "There is no text in what you attached.",
                new Attached(List.of()).answer(Question.of("May I keep a cat?")));
    }
}
