// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import officina.api.agent.AgentDescriptor;
import officina.api.agent.AgentQuestion;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.PlanId;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.language.Entities;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.UserProfile;
import officina.base.Uuids;
import officina.core.plan.PlanBuilder;
import officina.core.plan.PlanFault;
import officina.core.plan.PlanValidator;
import officina.core.plan.StandardActions;
import officina.core.plugin.PluginInfo;
import officina.testkit.FakeClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every agent must do. Extend it beside the tests of the agent's bundle; it reads the bundle's manifest and
 * descriptor.
 */
public abstract class AgentContractTests {

    private static final RecordId PROJECT = InMemoryRecordAccess.id(1_000);
    private static final ZoneId ZONE = ZoneId.of("Europe/Rome");
    private static final Locale LOCALE = Locale.UK;
    private static final int MOST_QUESTIONS = 10;
    private static final int SOME = 20;

    private final FakeClock clock = new FakeClock();
    private final InMemoryRecordAccess records = new InMemoryRecordAccess(clock);

    /** The agent as the framework would make it; called for each query. */
    protected abstract ChatAgent agent();

    /** What finds dates, quantities and people in texts; without it nothing is found. */
    protected EntityExtractor extractor() {
        return (text, context) -> new Entities(text, List.of());
    }

    /** Gives the context what the agent needs beside records: an index to search, files to read. */
    protected void prepare(FakeAgentContext context) {
        // most agents need no more
    }

    /** What the agent replies to a text, given the answers to its questions in order. */
    protected final AgentReply says(String text, String... answers) {
        FakeAgentContext context =
                new FakeAgentContext(PROJECT, records, extractor(), new LanguageContext(clock.instant(), ZONE, LOCALE));
        Stream.of(answers).forEach(context::answered);
        prepare(context);
        ChatContext known = new ChatContext(new UserProfile("Ada", LOCALE, ZONE), List.of(), List.of(), List.of());
        Message message = Message.text(MessageRole.USER, text);
        try {
            return agent().handle(new ChatRequest(message, PROJECT, ExecutionMode.PLAN, null, known), context);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Test
    void the_manifest_declares_one_agent_and_nothing_in_it_is_ignored() throws IOException {
        assertEquals(
                PluginInfo.AGENT, bundle().declared(PluginInfo.AGENT).info().kind());
    }

    @Test
    void the_descriptor_says_what_it_is_found_by() throws IOException {
        AgentDescriptor descriptor = descriptor();

        assertFalse(descriptor.name().isBlank(), "the descriptor needs a name");
        assertFalse(descriptor.description().isBlank(), "the descriptor needs a description");
        assertTrue(descriptor.examples().size() >= 5, "five examples are the least an agent is found by");
        assertEquals(
                descriptor.examples().size(),
                descriptor.examples().stream().distinct().count(),
                "an example stands there twice");
    }

    @Test
    void every_example_gets_a_reply_that_can_be_carried_out_with_what_the_manifest_asks_for() throws IOException {
        PluginInfo plugin = bundle().declared(PluginInfo.AGENT).info();
        List<Permission> asked = bundle().asked(PluginInfo.AGENT);
        for (String example : descriptor().examples()) {
            AgentReply reply = replyTo(example);
            assertFalse(reply.response().isEmpty() && reply.actions().isEmpty(), () -> "nothing to say to: " + example);
            assertEquals(List.of(), faults(reply, plugin.id()), () -> "the plan for: " + example);
            for (PlanStep step : reply.actions()) {
                Permission needed = needed(step);
                assertTrue(
                        needed == null || asked.contains(needed),
                        () -> "the manifest does not ask for " + needed + ", which a step needs for: " + example);
            }
        }
    }

    @Test
    void the_same_query_gets_the_same_reply() throws IOException {
        for (String example : descriptor().examples().stream().limit(SOME).toList()) {
            assertEquals(says(example), says(example), example);
        }
    }

    /** The reply once every question was answered with its first option. */
    private AgentReply replyTo(String text) {
        List<String> answers = new ArrayList<>();
        AgentReply reply = says(text);
        AgentQuestion question = reply.question();
        while (question != null) {
            assertTrue(answers.size() < MOST_QUESTIONS, () -> "asks on and on: " + text);
            answers.add(
                    question.options().isEmpty() ? "two" : question.options().getFirst());
            reply = says(text, answers.toArray(String[]::new));
            question = reply.question();
        }
        return reply;
    }

    private static List<PlanFault> faults(AgentReply reply, PluginId author) {
        return reply.actions().isEmpty()
                ? List.of()
                : new PlanValidator(StandardActions.all())
                        .validate(new PlanBuilder(new PlanId(Uuids.derived("plan")), "A plan", author)
                                .addAll(reply.actions())
                                .build());
    }

    /** {@code null} for a step that touches nothing. */
    private static @Nullable Permission needed(PlanStep step) {
        PlanAction action =
                switch (step) {
                    case PlanStep.Action one -> one.action();
                    case PlanStep.Data one -> one.action();
                    case PlanStep.Llm _ -> null;
                };
        JsonObject params =
                switch (step) {
                    case PlanStep.Action one -> one.params();
                    case PlanStep.Data one -> one.params();
                    case PlanStep.Llm _ -> JsonObject.EMPTY;
                };
        if (PlanAction.SEND_NOTIFICATION.equals(action)) {
            return new Permission(PermissionType.NOTIFY, Permission.ANY);
        }
        String kind = params.text("kind");
        return kind == null ? null : new Permission(PermissionType.STORE_WRITE, kind);
    }

    private AgentDescriptor descriptor() throws IOException {
        OwnBundle bundle = bundle();
        return AgentDescriptor.from(bundle.declared(PluginInfo.AGENT).info().id(), bundle.descriptor(PluginInfo.AGENT));
    }

    private OwnBundle bundle() throws IOException {
        return OwnBundle.of(agent());
    }
}
