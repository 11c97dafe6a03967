// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.bridge;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import officina.api.error.FailureException;
import officina.api.host.Credential;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.json.JsonObject;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelProvider;
import officina.api.provider.ModelReply;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderContext;
import officina.api.provider.ProviderFailures;
import officina.protocol.Json;
import org.jspecify.annotations.Nullable;

/** A provider whose requests LangChain4j writes and whose answers it reads, over our own transport. */
public abstract class LangChainProvider implements ModelProvider {

    /** How long a list of models may take, once there is a connection. */
    private static final Duration LIST = Duration.ofSeconds(30);

    /**
     * LangChain4j's own model for one request, with its sampling. The key is not set: the transport adds it.
     *
     * @param http what the builder must be given as its client
     */
    protected abstract StreamingChatModel model(ModelRequest request, ProviderAccount account, HttpClientBuilder http);

    /** Where the key goes; {@code null} where the account has none. */
    protected @Nullable Credential credential(ProviderAccount account) {
        return account.secret() == null ? null : Credential.bearer(account.secret());
    }

    @Override
    public final ModelReply stream(ModelRequest request, ModelListener listener, ProviderContext context)
            throws InterruptedException {
        ProviderAccount account = context.account();
        ToolNames names = ToolNames.of(request);
        ReplyCollector collector = new ReplyCollector(listener);
        BridgeHttp http = new BridgeHttp(context, credential(account), request.model(), collector);
        List<ToolSpecification> tools =
                request.tools().stream().map(names::specification).toList();
        ChatRequest.Builder question = ChatRequest.builder().messages(new ChatMessages(names).of(request.messages()));
        if (!tools.isEmpty()) {
            question.toolSpecifications(tools);
        }
        try {
            model(request, account, http).chat(question.build(), collector);
        } catch (RuntimeException e) {
            // what stopped the transport says more than what LangChain4j makes of it
            collector.onError(e);
        }
        http.rethrow();
        return collector.reply(account, names);
    }

    /** Asks the account's server for JSON at a path below its address: {@code /models}. */
    protected final JsonObject get(ProviderContext context, String path) throws InterruptedException {
        ProviderAccount account = context.account();
        HttpCall call = new HttpCall(
                "GET",
                URI.create(base(account) + path),
                Map.of("Accept", "application/json"),
                null,
                credential(account));
        HttpAnswer answer;
        try {
            answer = context.http().send(call, LIST);
        } catch (FailureException e) {
            throw ErrorAnswers.way(account, e, false, LIST);
        }
        if (!answer.success()) {
            throw ErrorAnswers.refusal(account, "", answer);
        }
        try {
            return Json.parseObject(answer.body());
        } catch (FailureException e) {
            throw ProviderFailures.badAnswer(account, "it is no JSON", e);
        }
    }

    /** The account's address without a slash at its end. */
    protected static String base(ProviderAccount account) {
        return account.address().toString().replaceAll("/+$", "");
    }
}
