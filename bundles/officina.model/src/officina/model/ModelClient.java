// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Usage;
import officina.api.provider.ModelPrices;
import officina.api.provider.ModelReply;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.StopReason;
import officina.api.provider.TokenUsage;
import officina.api.tool.ToolResult;
import officina.base.Threads;
import officina.net.okhttp.SecretSource;

/**
 * Asks the models of one account, and lets them use tools on the way to an answer. Keeps nothing between calls; any
 * thread, best a virtual one: the calls block, and an interrupt closes the request and ends the tools.
 */
public final class ModelClient {

    /** So many times a model may ask for tools; then it has to answer with what it knows. */
    public static final int MAX_ROUNDS = 5;

    private final ModelService models;
    private final ProviderAccount account;
    private final SecretSource secrets;

    public ModelClient(ModelService models, ProviderAccount account, SecretSource secrets) {
        this.models = models;
        this.account = account;
        this.secrets = secrets;
    }

    /** Does what a model asks of a tool; called on threads of its own, several at a time. */
    @FunctionalInterface
    public interface ToolRunner {
        ToolResult run(ContentPart.ToolCall call) throws InterruptedException;
    }

    /**
     * An answer and the way to it.
     *
     * @param added the messages after the request's own: what the model said and what tools answered, in turns
     * @param reply the last thing the model said
     */
    public record Answer(List<Message> added, ModelReply reply) {
        public Answer {
            added = List.copyOf(added);
        }
    }

    /** Asks once. */
    public ModelReply ask(ModelRequest request, ClientListener listener) throws InterruptedException {
        long begun = System.nanoTime();
        ModelReply reply = models.stream(account, secrets, request, listener);
        TokenUsage usage = reply.usage();
        if (usage != null) {
            listener.onUsage(used(request.model(), usage, Duration.ofNanos(System.nanoTime() - begun)));
        }
        return reply;
    }

    /** Asks until the model answers without asking for a tool. Calls of one reply run side by side. */
    public Answer converse(ModelRequest request, ToolRunner tools, ClientListener listener)
            throws InterruptedException {
        List<Message> added = new ArrayList<>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            ModelReply reply = ask(request.with(joined(request, added)), listener);
            added.add(new Message(MessageRole.ASSISTANT, reply.parts()));
            if (reply.calls().isEmpty()) {
                return new Answer(added, reply);
            }
            added.add(new Message(MessageRole.USER, results(request, reply.calls(), tools, listener)));
        }
        ModelReply last =
                ask(new ModelRequest(request.model(), joined(request, added), List.of(), request.sampling()), listener);
        ModelReply answer = withoutCalls(last);
        added.add(new Message(MessageRole.ASSISTANT, answer.parts()));
        return new Answer(added, answer);
    }

    /** Nothing answers what is asked of tools now, and servers refuse a conversation with such a call for ever after. */
    private static ModelReply withoutCalls(ModelReply reply) {
        List<ContentPart> parts = reply.parts().stream()
                .filter(part -> !(part instanceof ContentPart.ToolCall))
                .toList();
        StopReason stop = reply.stop() == StopReason.TOOL_CALLS ? StopReason.FINISHED : reply.stop();
        return new ModelReply(parts, stop, reply.usage());
    }

    private static List<Message> joined(ModelRequest request, List<Message> added) {
        List<Message> all = new ArrayList<>(request.messages());
        all.addAll(added);
        return all;
    }

    private static List<ContentPart> results(
            ModelRequest request, List<ContentPart.ToolCall> calls, ToolRunner tools, ClientListener listener)
            throws InterruptedException {
        List<Callable<ToolResult>> work = calls.stream()
                .<Callable<ToolResult>>map(call -> () -> result(request, call, tools))
                .toList();
        List<ContentPart> parts = new ArrayList<>();
        try (ExecutorService threads = Threads.perTask("tool")) {
            List<Future<ToolResult>> done = threads.invokeAll(work);
            for (int i = 0; i < calls.size(); i++) {
                ToolResult result = done.get(i).get();
                listener.onResult(calls.get(i), result);
                parts.add(new ContentPart.ToolResult(
                        calls.get(i).call(), result.success(), result.parts(), result.data()));
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException();
            }
            throw new IllegalStateException("a tool ended by an error", e.getCause());
        }
        return parts;
    }

    private static ToolResult result(ModelRequest request, ContentPart.ToolCall call, ToolRunner tools)
            throws InterruptedException {
        boolean offered = request.tools().stream().anyMatch(tool -> tool.id().equals(call.tool()));
        if (!offered) {
            return refused("There is no tool " + call.tool().name() + ".");
        }
        if (call.input().members().size() == 1 && call.input().has("malformed")) {
            return refused("The arguments are not a JSON object.");
        }
        try {
            return tools.run(call);
        } catch (FailureException e) {
            return ToolResult.failed(e.failure());
        } catch (RuntimeException defect) {
            // what it says may quote the person, and a model cannot mend it
            return ToolResult.failed(Failure.of(
                    "model.tool-broken",
                    ErrorKind.INTERNAL,
                    "The tool " + call.tool().name() + " ended by an error of its own.",
                    "Do without it, or report it to its author."));
        }
    }

    private static ToolResult refused(String message) {
        return ToolResult.failed(Failure.of("model.bad-call", ErrorKind.PROVIDER, message, null));
    }

    private Usage used(String model, TokenUsage usage, Duration duration) {
        ModelPrices prices = account.prices();
        return new Usage(
                account.name(),
                model,
                usage.input(),
                usage.output(),
                prices == null ? BigDecimal.ZERO : prices.of(usage),
                prices == null ? "USD" : prices.currency(),
                duration);
    }
}
