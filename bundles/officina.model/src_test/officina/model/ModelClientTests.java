// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Usage;
import officina.api.id.CallId;
import officina.api.id.PluginId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelPatience;
import officina.api.provider.ModelPrices;
import officina.api.provider.ModelReply;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.api.provider.Sampling;
import officina.api.provider.StopReason;
import officina.api.provider.TokenUsage;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import officina.net.okhttp.SecretSource;
import org.junit.jupiter.api.Test;

/** Answers with tools in between. */
class ModelClientTests {

    private static final ToolDescriptor TOOL = new ToolDescriptor(
            new ToolId("kit.agent", "look_up"), "Look Up", "Looks up.", JsonObject.EMPTY, ToolEffect.READS);
    private static final ProviderAccount ACCOUNT = new ProviderAccount(
            "kit",
            new PluginId("provider.kit"),
            URI.create("http://127.0.0.1:1/v1"),
            null,
            null,
            ModelPatience.STANDARD,
            new ModelPrices(new BigDecimal("3"), new BigDecimal("15"), "EUR"));
    private static final ModelRequest REQUEST = new ModelRequest(
            "tiny", List.of(Message.text(MessageRole.USER, "Hello?")), List.of(TOOL), Sampling.STANDARD);

    private final Script models = new Script();
    private final ModelClient client = new ModelClient(models, ACCOUNT, _ -> null);

    @Test
    void what_tools_answer_is_given_back_to_the_model() throws Exception {
        models.replies.add(calling(call(TOOL.id(), 1)));
        models.replies.add(saying("It is there."));

        ModelClient.Answer answer =
                client.converse(REQUEST, call -> ToolResult.success("Found.", call.input()), ClientListener.NONE);

        assertEquals("It is there.", answer.reply().text());
        assertEquals(
                List.of(MessageRole.ASSISTANT, MessageRole.USER, MessageRole.ASSISTANT),
                answer.added().stream().map(Message::role).toList());
        assertEquals(
                new ContentPart.ToolResult(
                        id(1), true, List.of(new ContentPart.Text("Found.")), JsonObject.EMPTY.with("n", 1)),
                answer.added().get(1).parts().getFirst());
        assertEquals(3, models.requests.getLast().messages().size());
    }

    @Test
    void calls_of_one_reply_run_side_by_side_and_keep_their_order() throws Exception {
        models.replies.add(calling(call(TOOL.id(), 1), call(TOOL.id(), 2), call(TOOL.id(), 3)));
        models.replies.add(saying("All."));
        // each waits for the others, so one after the other would never end
        CyclicBarrier all = new CyclicBarrier(3);

        ModelClient.Answer answer = client.converse(
                REQUEST,
                call -> {
                    try {
                        all.await(30, TimeUnit.SECONDS);
                    } catch (java.util.concurrent.BrokenBarrierException | java.util.concurrent.TimeoutException e) {
                        throw new IllegalStateException("the calls do not run side by side", e);
                    }
                    return ToolResult.success("Done.", null);
                },
                ClientListener.NONE);

        assertTrue(
                answer.added().get(1).parts().stream().allMatch(part -> ((ContentPart.ToolResult) part).success()),
                "the calls do not run side by side");
        assertEquals(
                List.of(id(1), id(2), id(3)),
                answer.added().get(1).parts().stream()
                        .map(part -> ((ContentPart.ToolResult) part).call())
                        .toList());
    }

    @Test
    void after_five_rounds_the_model_has_to_answer() throws Exception {
        for (int i = 0; i < ModelClient.MAX_ROUNDS; i++) {
            models.replies.add(calling(call(TOOL.id(), i)));
        }
        models.replies.add(saying("What I know."));

        ModelClient.Answer answer =
                client.converse(REQUEST, _ -> ToolResult.success("More.", null), ClientListener.NONE);

        assertEquals("What I know.", answer.reply().text());
        assertEquals(ModelClient.MAX_ROUNDS + 1, models.requests.size());
        assertEquals(List.of(), models.requests.getLast().tools());
    }

    @Test
    void what_the_last_reply_asks_of_tools_is_not_kept() throws Exception {
        for (int i = 0; i < ModelClient.MAX_ROUNDS; i++) {
            models.replies.add(calling(call(TOOL.id(), i)));
        }
        models.replies.add(new ModelReply(
                List.of(new ContentPart.Text("Half."), call(TOOL.id(), 99)),
                StopReason.TOOL_CALLS,
                new TokenUsage(1, 1)));

        ModelClient.Answer answer =
                client.converse(REQUEST, _ -> ToolResult.success("More.", null), ClientListener.NONE);

        assertEquals(
                new ModelReply(List.of(new ContentPart.Text("Half.")), StopReason.FINISHED, new TokenUsage(1, 1)),
                answer.reply());
        assertEquals(answer.reply().parts(), answer.added().getLast().parts());
    }

    @Test
    void a_call_that_cannot_be_done_is_answered_and_not_fatal() throws Exception {
        models.replies.add(calling(
                call(new ToolId("unknown", "made_up"), 1),
                new ContentPart.ToolCall(id(2), TOOL.id(), JsonObject.EMPTY.with("malformed", "{")),
                call(TOOL.id(), 3)));
        models.replies.add(saying("Sorry."));
        List<ToolResult> results = new ArrayList<>();

        client.converse(
                REQUEST,
                _ -> {
                    throw new FailureException(Failure.of("todo.missing", ErrorKind.USER, "It is gone.", null));
                },
                new ClientListener() {
                    @Override
                    public void onResult(ContentPart.ToolCall call, ToolResult result) {
                        results.add(result);
                    }
                });

        assertTrue(results.stream().noneMatch(ToolResult::success), results.toString());
        assertEquals(
                List.of("There is no tool made_up.", "The arguments are not a JSON object.", "It is gone."),
                results.stream()
                        .map(each -> ((ContentPart.Text) each.parts().getFirst()).text())
                        .toList());
    }

    @Test
    void a_tool_that_breaks_is_answered_without_its_words() throws Exception {
        models.replies.add(calling(call(TOOL.id(), 1)));
        models.replies.add(saying("Sorry."));
        List<ToolResult> results = new ArrayList<>();

        ModelClient.Answer answer = client.converse(
                REQUEST,
                _ -> {
                    throw new IllegalStateException("my secret garden");
                },
                new ClientListener() {
                    @Override
                    public void onResult(ContentPart.ToolCall call, ToolResult result) {
                        results.add(result);
                    }
                });

        assertEquals("Sorry.", answer.reply().text());
        assertFalse(results.getFirst().success(), "a success");
        assertFalse(results.toString().contains("garden"), results.toString());
    }

    @Test
    void each_call_of_the_model_is_accounted_for() throws Exception {
        models.replies.add(calling(call(TOOL.id(), 1)));
        models.replies.add(saying("Done."));
        List<Usage> used = new ArrayList<>();

        client.converse(REQUEST, _ -> ToolResult.success("Done.", null), new ClientListener() {
            @Override
            public void onUsage(Usage usage) {
                used.add(usage);
            }
        });

        assertEquals(2, used.size());
        Usage first = used.getFirst();
        // 1000 tokens at 3 and 200 at 15 a million
        assertEquals(0, new BigDecimal("0.006").compareTo(first.cost()));
        assertEquals(List.of("kit", "tiny", "EUR"), List.of(first.provider(), first.model(), first.currency()));
        assertFalse(first.duration().isNegative(), "a duration below zero");
    }

    @Test
    void an_interrupt_of_a_tool_ends_the_whole() {
        models.replies.add(calling(call(TOOL.id(), 1)));

        assertThrows(
                InterruptedException.class,
                () -> client.converse(
                        REQUEST,
                        _ -> {
                            throw new InterruptedException();
                        },
                        ClientListener.NONE));
    }

    private static CallId id(int number) {
        return new CallId(new UUID(0, number));
    }

    private static ContentPart.ToolCall call(ToolId tool, int number) {
        return new ContentPart.ToolCall(id(number), tool, new JsonObject(Map.of()).with("n", number));
    }

    private static ModelReply calling(ContentPart.ToolCall... calls) {
        return new ModelReply(List.of(calls), StopReason.TOOL_CALLS, new TokenUsage(1000, 200));
    }

    private static ModelReply saying(String text) {
        return new ModelReply(List.of(new ContentPart.Text(text)), StopReason.FINISHED, new TokenUsage(1000, 200));
    }

    /** Gives replies in their order. */
    private static final class Script implements ModelService {
        final Deque<ModelReply> replies = new ArrayDeque<>();
        final List<ModelRequest> requests = new ArrayList<>();

        @Override
        public List<ProviderDescriptor> providers() {
            return List.of();
        }

        @Override
        public List<ModelInfo> models(ProviderAccount account, SecretSource secrets) {
            return List.of();
        }

        @Override
        public ModelReply stream(
                ProviderAccount account, SecretSource secrets, ModelRequest request, ModelListener listener) {
            requests.add(request);
            return replies.remove();
        }
    }
}
