// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.HttpAccess;
import officina.api.host.SecretRef;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelPatience;
import officina.api.provider.ModelProvider;
import officina.api.provider.ModelReply;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderContext;
import officina.api.provider.ProviderFeature;
import officina.api.provider.Sampling;
import officina.api.provider.StopReason;
import officina.api.provider.TokenUsage;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.base.Threads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What every provider for servers with the interface of OpenAI keeps; extend it beside the provider. What the provider
 * says of itself is compared with what it does.
 */
public abstract class ModelProviderContractTests {

    /** Longer than anything here takes. */
    protected static final Duration LONG = Duration.ofSeconds(30);

    private static final ModelPatience PATIENT = new ModelPatience(LONG, LONG, LONG);
    private static final String KEY = "kit-KEY-5d1f";
    private static final SecretRef SECRET = new SecretRef("provider.kit");
    private static final String TEXT =
            "Caf\u00e9 \u4f60\u597d \ud83d\ude80 \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 end";

    private static final ToolDescriptor TOOL = new ToolDescriptor(
            new ToolId("kit.agent", "look_up"),
            "Look Up",
            "Looks something up.",
            JsonObject.EMPTY
                    .with("type", "object")
                    .with("properties", Map.of("of", Map.of("type", "string", "minLength", 1)))
                    .with("required", List.of("of")),
            ToolEffect.READS);

    private final LocalModelServer server = LocalModelServer.start();
    private final List<String> told = new ArrayList<>();
    private final List<String> thought = new ArrayList<>();
    private final ModelListener listener = new ModelListener() {
        @Override
        public void onText(String piece) {
            told.add(piece);
        }

        @Override
        public void onReasoning(String piece) {
            thought.add(piece);
        }
    };

    /** A new one. */
    protected abstract ModelProvider provider();

    /** The real transport, with access to that account's server, the secret being that key. */
    protected abstract HttpAccess http(ProviderAccount account, String key);

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void a_reply_comes_in_pieces_and_whole() throws Exception {
        server.answer(ModelScript.saying("Good ", "morning", "."));

        ModelReply reply = ask();

        TokenUsage usage =
                has(ProviderFeature.USAGE) ? new TokenUsage(Completions.INPUT_TOKENS, Completions.OUTPUT_TOKENS) : null;
        assertEquals(new ModelReply(List.of(new ContentPart.Text("Good morning.")), StopReason.FINISHED, usage), reply);
        assertEquals(
                has(ProviderFeature.STREAMING) ? List.of("Good ", "morning", ".") : List.of("Good morning."), told);
    }

    @Test
    void a_piece_is_heard_before_the_server_says_the_next() throws Exception {
        if (!has(ProviderFeature.STREAMING)) {
            return;
        }
        CountDownLatch heard = new CountDownLatch(1);
        server.answer(ModelScript.start().say("one").hold(heard).say("two").finish("stop"));

        ModelReply reply = provider().stream(
                request(),
                new ModelListener() {
                    @Override
                    public void onText(String piece) {
                        heard.countDown();
                    }
                },
                context(PATIENT));

        assertEquals("onetwo", reply.text());
    }

    @Test
    void it_does_not_matter_how_the_bytes_are_cut_and_lines_end() throws Exception {
        for (ModelScript.LineEnd end : ModelScript.LineEnd.values()) {
            for (ModelScript.Cutting cutting : ModelScript.Cutting.values()) {
                told.clear();
                server.answer(ModelScript.start()
                        .say(TEXT)
                        .raw(": still there\n\n")
                        .say(TEXT)
                        .finish("stop")
                        .cut(cutting)
                        .endingLines(end));

                assertEquals(TEXT + TEXT, ask().text(), cutting + " " + end);
                assertEquals(TEXT + TEXT, String.join("", told), cutting + " " + end);
            }
        }
    }

    @Test
    void a_piece_of_three_megabytes_is_taken() throws Exception {
        String large = "0123456789".repeat(300_000);
        server.answer(ModelScript.saying(large));

        assertTrue(large.equals(ask().text()), "another text came");
    }

    @Test
    void what_cut_the_reply_off_is_said() throws Exception {
        server.answer(
                ModelScript.start().say("So").finish("length"),
                ModelScript.start().say("So").finish("content_filter"));

        assertEquals(StopReason.LENGTH, ask().stop());
        assertEquals(StopReason.FILTERED, ask().stop());
    }

    @Test
    void what_the_model_thinks_is_apart_from_what_it_says() throws Exception {
        server.answer(ModelScript.start().think("Hm").think("m").say("Yes").finish("stop"));

        assertEquals("Yes", ask().text());
        assertEquals(List.of("Yes"), told);
        assertEquals(has(ProviderFeature.REASONING) ? "Hmm" : "", String.join("", thought));
    }

    @Test
    void the_conversation_and_the_sampling_reach_the_server() throws Exception {
        Sampling sampling = new Sampling(0.5, 0.25, 100, List.of("END"));
        ask(new ModelRequest(
                "large",
                List.of(
                        Message.text(MessageRole.SYSTEM, "Be brief."),
                        Message.text(MessageRole.USER, "One"),
                        Message.text(MessageRole.ASSISTANT, "Two"),
                        Message.text(MessageRole.USER, "Three")),
                List.of(),
                sampling));

        JsonObject body = server.requests().getLast().body();
        assertEquals("large", body.text("model"));
        assertEquals(
                List.of("system", "user", "assistant", "user"),
                body.items("messages").stream()
                        .map(each -> ((JsonObject) each).text("role"))
                        .toList());
        assertEquals(officina.api.json.JsonValue.of(0.5), body.get("temperature"));
        assertEquals(officina.api.json.JsonValue.of(0.25), body.get("top_p"));
        assertEquals(100, body.number("max_tokens", 0));
        assertEquals(List.of("END"), body.texts("stop"));
    }

    @Test
    void tools_are_offered_called_and_answered() throws Exception {
        if (!has(ProviderFeature.TOOLS)) {
            assertEquals("provider.unsupported", failure(withTool()).code());
            return;
        }
        server.answer(
                ModelScript.start()
                        .say("Let me see.")
                        .call("call_1", "look_up", "{\"of\": \"Caf\u00e9\"}")
                        .call("call_2", "look_up", "{\"of\": \"tea\"}")
                        .finish("tool_calls"),
                ModelScript.saying("There is both."));

        ModelReply reply = ask(withTool());

        assertEquals(StopReason.TOOL_CALLS, reply.stop());
        assertEquals("Let me see.", reply.text());
        List<ContentPart.ToolCall> calls = reply.calls();
        assertEquals(
                List.of(JsonObject.EMPTY.with("of", "Caf\u00e9"), JsonObject.EMPTY.with("of", "tea")),
                calls.stream().map(ContentPart.ToolCall::input).toList());
        assertEquals(
                List.of(TOOL.id(), TOOL.id()),
                calls.stream().map(ContentPart.ToolCall::tool).toList());
        assertNotEquals(calls.get(0).call(), calls.get(1).call());

        List<Message> more = new ArrayList<>(withTool().messages());
        more.add(new Message(MessageRole.ASSISTANT, reply.parts()));
        more.add(new Message(
                MessageRole.USER,
                calls.stream()
                        .<ContentPart>map(call -> new ContentPart.ToolResult(
                                call.call(), true, List.of(new ContentPart.Text("Found.")), null))
                        .toList()));
        assertEquals("There is both.", ask(withTool().with(more)).text());
        JsonObject asked = server.requests().getLast().body();
        List<JsonObject> messages =
                asked.items("messages").stream().map(JsonObject.class::cast).toList();
        assertEquals(
                List.of("user", "assistant", "tool", "tool"),
                messages.stream().map(each -> each.requireText("role")).toList());
        assertEquals(
                ((JsonObject) messages.get(1).items("tool_calls").getFirst()).text("id"),
                messages.get(2).text("tool_call_id"));
        JsonObject offered = ((JsonObject) asked.items("tools").getFirst()).object("function");
        assertEquals("look_up", offered.text("name"));
        assertEquals(
                1,
                offered.object("parameters").object("properties").object("of").number("minLength", 0));
    }

    @Test
    void a_call_that_makes_no_sense_is_still_a_call() throws Exception {
        if (!has(ProviderFeature.TOOLS)) {
            return;
        }
        server.answer(ModelScript.start()
                .call("call_1", "look_up", "{\"of\": ")
                .call("call_2", "made_up", "")
                .finish("tool_calls"));

        List<ContentPart.ToolCall> calls = ask(withTool()).calls();

        assertEquals(
                List.of(TOOL.id(), new ToolId("unknown", "made_up")),
                calls.stream().map(ContentPart.ToolCall::tool).toList());
        assertTrue(
                calls.get(0).input().has("malformed"),
                "the arguments: " + calls.get(0).input());
    }

    @Test
    void refusals_are_told_apart() {
        assertEquals(
                "provider.rate-limited", refused(429, "rate_limit_exceeded").code());
        assertEquals("provider.server-error", refused(500, "internal").code());
        assertEquals(
                "provider.context-too-long",
                refused(400, "context_length_exceeded").code());
        assertEquals("provider.no-such-model", refused(404, "model_not_found").code());
        assertEquals("provider.refused", refused(400, "bad").code());
        assertEquals("provider.unauthorised", refused(401, "invalid_api_key").code());
        server.answer(ModelScript.refusing(404, Map.of(), "<html>Not found</html>"));
        assertEquals("provider.bad-answer", failure(request()).code());
        server.answer(ModelScript.refusing(200, Map.of(), "{\"hello\": 1}"));
        assertEquals("provider.bad-answer", failure(request()).code());
    }

    @Test
    void a_server_says_when_to_come_back() {
        server.answer(
                ModelScript.refusing(429, Map.of("Retry-After", "7"), "{}"),
                ModelScript.refusing(429, Map.of("Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"), "{}"),
                ModelScript.refusing(429, Map.of("Retry-After", "soon"), "{}"),
                ModelScript.refusing(503, Map.of("Retry-After", "1.5"), "{}"));

        Failure limited = failure(request());
        assertEquals(Duration.ofSeconds(7), limited.retryAfter());
        assertTrue(limited.retryable(), "may be tried again");
        assertEquals("Try again in 7 s.", limited.remedy());
        Failure past = failure(request());
        assertEquals(Duration.ZERO, past.retryAfter());
        assertEquals("Try again.", past.remedy());
        assertNull(failure(request()).retryAfter());
        assertEquals(Duration.ofMillis(1500), failure(request()).retryAfter());
    }

    @Test
    void a_reply_that_breaks_off_is_no_reply() {
        server.answer(
                ModelScript.start().say("Half a").reset(),
                ModelScript.start().say("Half a").breakOff(),
                ModelScript.start()
                        .say("Half a")
                        .raw("data: {\"error\": {\"message\": \"overloaded\"}}\n\n")
                        .hang(),
                ModelScript.start().say("Half a").raw("data: nonsense\n\n").finish("stop"));

        assertEquals("provider.offline", failure(request()).code());
        assertEquals("provider.offline", failure(request()).code());
        assertEquals("provider.server-error", failure(request()).code());
        assertEquals("provider.bad-answer", failure(request()).code());
        assertTrue(told.contains("Half a"), "what came before was heard: " + told);
    }

    @Test
    void an_error_in_a_stream_fails_in_whatever_form() throws Exception {
        for (String error : List.of(
                "{\"error\": \"overloaded\"}",
                "{\"id\": \"1\", \"choices\": [], \"error\": {\"message\": \"overloaded\"}}",
                "{\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"x\"}}], \"error\": \"overloaded\"}")) {
            server.answer(ModelScript.start()
                    .say("Half a")
                    .raw("data: " + error + "\n\n")
                    .finish("stop"));
            assertEquals("provider.server-error", failure(request()).code(), error);
        }
        server.answer(ModelScript.start().say("the \"error\" is none").finish("stop"));
        assertEquals("the \"error\" is none", ask().text());
    }

    @Test
    void what_comes_after_the_end_changes_nothing() throws Exception {
        server.answer(
                ModelScript.start().say("All.").raw("data: [DONE]\n\n").reset(),
                ModelScript.start().say("All.").raw("data: [DONE]\n\n").breakOff());

        assertEquals("All.", ask().text());
        assertEquals("All.", ask().text());
    }

    @Test
    void a_server_that_is_not_there_is_offline() {
        server.close();

        assertEquals("provider.offline", failure(request()).code());
    }

    @Test
    void a_model_that_says_nothing_is_given_up() throws Exception {
        server.answer(ModelScript.start().raw(": wait\n\n").hang());

        // the time begins with the connection, however long that took, and no word ever comes
        Failure failure = failure(request(), new ModelPatience(LONG, Duration.ofMillis(20), LONG));

        assertEquals("provider.timeout", failure.code());
        assertTrue(failure.message().contains("no word of its model within 20 ms"), failure.message());
        assertTrue(server.awaitNoClient(), "the connection was not closed");
    }

    @Test
    void a_model_that_falls_silent_is_given_up() throws Exception {
        server.answer(ModelScript.start().say("Half a").hang());

        Failure failure = failure(request(), new ModelPatience(LONG, LONG, Duration.ofMillis(20)));

        assertEquals("provider.timeout", failure.code());
        assertTrue(failure.message().contains("no further word of its model for 20 ms"), failure.message());
        assertTrue(server.awaitClientLeft(), "the connection was not closed");
    }

    @Test
    void an_interrupt_closes_the_request() throws Exception {
        server.answer(ModelScript.start().say("Half a").hang());
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Object> outcome = new AtomicReference<>();
        ModelListener starts = new ModelListener() {
            @Override
            public void onText(String piece) {
                begun.countDown();
            }
        };
        Thread asks = Threads.start("asks", () -> {
            try {
                outcome.set(provider().stream(request(), starts, context(PATIENT)));
            } catch (InterruptedException | RuntimeException e) {
                outcome.set(e);
            }
        });
        assertTrue(begun.await(LONG.toSeconds(), TimeUnit.SECONDS), "the model said nothing");

        asks.interrupt();

        assertTrue(server.awaitClientLeft(), "the connection was not closed");
        assertTrue(asks.join(LONG), "whoever asked still waits");
        assertTrue(outcome.get() instanceof InterruptedException, String.valueOf(outcome.get()));
    }

    @Test
    void what_a_listener_throws_closes_the_request() throws Exception {
        server.answer(ModelScript.start().say("Half a").hang());
        ModelListener throwing = new ModelListener() {
            @Override
            public void onText(String piece) {
                throw new UnsupportedOperationException("enough");
            }
        };

        assertThrows(
                UnsupportedOperationException.class, () -> provider().stream(request(), throwing, context(PATIENT)));
        assertTrue(server.awaitClientLeft(), "the connection was not closed");
    }

    @Test
    void the_key_goes_to_the_server_and_into_no_failure() throws Exception {
        server.requireKey(KEY);
        assertEquals("Hello", ask().text());

        server.requireKey("another");
        FailureException refused = assertThrows(FailureException.class, this::ask);
        assertEquals("provider.unauthorised", refused.failure().code());
        for (Throwable each = refused; each != null; each = each.getCause()) {
            assertFalse(String.valueOf(each).contains(KEY), "the key is in a failure");
        }
    }

    @Test
    void the_models_of_the_server_are_listed() throws Exception {
        List<ModelInfo> models = provider().models(context(PATIENT));

        assertEquals(
                has(ProviderFeature.MODEL_LIST) ? LocalModelServer.MODELS : List.of(),
                models.stream().map(ModelInfo::id).toList());
        server.requireKey("another");
        if (has(ProviderFeature.MODEL_LIST)) {
            FailureException refused =
                    assertThrows(FailureException.class, () -> provider().models(context(PATIENT)));
            assertEquals("provider.unauthorised", refused.failure().code());
        }
    }

    private boolean has(ProviderFeature feature) {
        return provider().descriptor().features().contains(feature);
    }

    private ModelReply ask() throws InterruptedException {
        return ask(request());
    }

    private ModelReply ask(ModelRequest request) throws InterruptedException {
        return provider().stream(request, listener, context(PATIENT));
    }

    private Failure refused(int status, String code) {
        server.answer(ModelScript.refusing(status, code));
        return failure(request());
    }

    private Failure failure(ModelRequest request) {
        return failure(request, PATIENT);
    }

    private Failure failure(ModelRequest request, ModelPatience patience) {
        return assertThrows(FailureException.class, () -> provider().stream(request, listener, context(patience)))
                .failure();
    }

    private static ModelRequest request() {
        return new ModelRequest(
                "tiny", List.of(Message.text(MessageRole.USER, "Hello?")), List.of(), Sampling.STANDARD);
    }

    private static ModelRequest withTool() {
        return new ModelRequest(
                "tiny", List.of(Message.text(MessageRole.USER, "Hello?")), List.of(TOOL), Sampling.STANDARD);
    }

    private ProviderContext context(ModelPatience patience) {
        ProviderAccount account = new ProviderAccount(
                "kit", provider().descriptor().id(), server.address(), null, SECRET, patience, null);
        HttpAccess http = http(account, KEY);
        return new ProviderContext() {
            @Override
            public ProviderAccount account() {
                return account;
            }

            @Override
            public HttpAccess http() {
                return http;
            }
        };
    }
}
