// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import officina.api.agent.AgentDescriptor;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.DocumentPassage;
import officina.api.chat.ExecutionMode;
import officina.api.content.ContentPart;
import officina.api.content.ContentRef;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.record.UserProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttachedTests {

    private static final PluginId TASKS = new PluginId("agent.task");
    private static final PluginId READER = new PluginId("agent.reader");
    private static final List<AgentDescriptor> AGENTS = List.of(
            new AgentDescriptor(TASKS, "Tasks", "Keeps tasks", List.of(), false),
            new AgentDescriptor(READER, "Reader", "Reads", List.of(), true));
    private static final ContentRef LEASE = new ContentRef(URI.create("file:///home/ada/lease.pdf"));

    private static ChatRequest request(String text, List<DocumentPassage> passages) {
        return new ChatRequest(
                new Message(
                        MessageRole.USER,
                        List.of(
                                new ContentPart.Text(text),
                                new ContentPart.File(LEASE, "lease.pdf", "application/pdf", 9))),
                new RecordId(new UUID(1, 1)),
                ExecutionMode.DIRECT,
                null,
                new ChatContext(new UserProfile("", Locale.UK, ZoneOffset.UTC), passages, List.of(), List.of()));
    }

    private static @Nullable PluginId agent(String text, @Nullable PluginId routed) {
        return Attached.agent(request(text, List.of()), AGENTS, routed);
    }

    @Test
    void questions_about_what_is_attached_go_to_who_reads_it_and_orders_to_who_does_them() {
        assertEquals(READER, agent("When is the rent due?", TASKS));
        assertEquals(READER, agent("Summarise this", TASKS));
        assertEquals(READER, agent("", null));
        assertEquals(READER, agent("the notice period", null));
        assertEquals(TASKS, agent("Remind me to sign this by Friday", TASKS));
    }

    @Test
    void without_one_who_reads_them_attachments_change_nothing() {
        ChatRequest request = request("When is the rent due?", List.of());
        assertEquals(TASKS, Attached.agent(request, AGENTS.subList(0, 1), TASKS));
        assertNull(Attached.agent(request, List.of(), null));
        ChatRequest plain = new ChatRequest(
                Message.text(MessageRole.USER, "When is the rent due?"),
                request.project(),
                request.mode(),
                null,
                request.context());
        assertEquals(TASKS, Attached.agent(plain, AGENTS, TASKS));
    }

    @Test
    void a_model_is_told_the_best_passages_below_their_places_up_to_a_limit() {
        DocumentPassage passage = new DocumentPassage(LEASE, "page 2", "Cats may be kept.", 0.5);
        String told = Attached.told(request("Cats?", List.of(passage)))
                .map(Message::plainText)
                .orElse("");
        assertTrue(told.endsWith("[lease.pdf, page 2](<file:///home/ada/lease.pdf#page=2>):\nCats may be kept."), told);
        DocumentPassage much = new DocumentPassage(LEASE, "page 3", "x".repeat(5_000), 0.4);
        assertEquals(
                2,
                Attached.told(request("Cats?", Collections.nCopies(8, much)))
                                .map(Message::plainText)
                                .orElse("")
                                .split("page=3")
                                .length
                        - 1);
        assertTrue(Attached.told(request("Cats?", List.of())).isEmpty());
    }
}
