// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.bridge;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import officina.api.error.FailureException;
import officina.api.host.Credential;
import officina.api.host.HttpAnswer;
import officina.api.host.HttpCall;
import officina.api.host.ServerEvent;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderContext;
import officina.api.provider.ProviderFailures;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's client of HTTP for one request, over the handle of the account. It works on the thread that asks, so
 * that an interrupt reaches the request; what stopped it is kept for {@link #rethrow}.
 */
final class BridgeHttp implements HttpClientBuilder, HttpClient {

    private static final String DONE = "[DONE]";

    private final ProviderContext context;
    private final @Nullable Credential credential;
    private final String model;
    private final ReplyCollector collector;
    private final ParsingHandle handle = new ParsingHandle();
    private @Nullable FailureException failed;
    private @Nullable InterruptedException interrupted;

    BridgeHttp(ProviderContext context, @Nullable Credential credential, String model, ReplyCollector collector) {
        this.context = context;
        this.credential = credential;
        this.model = model;
        this.collector = collector;
    }

    /** Throws what stopped the request, if something did. */
    void rethrow() throws InterruptedException {
        if (interrupted != null) {
            throw interrupted;
        }
        collector.rethrowListener();
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventListener listener) {
        // the transport has read the events already
        execute(request, (_, _) -> {}, listener);
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpAnswer answer = context.http().stream(call(request), this::patience, event -> take(event, listener));
            if (!answer.success()) {
                throw ErrorAnswers.refusal(context.account(), model, answer);
            }
            if (!answer.body().isEmpty()) {
                throw ProviderFailures.badAnswer(context.account(), "it is no stream of events", null);
            }
            listener.onClose();
        } catch (InterruptedException e) {
            interrupted = e;
            listener.onError(e);
        } catch (ReplyCollector.ListenerThrew e) {
            listener.onError(e);
        } catch (FailureException e) {
            if (collector.hasEnded()) {
                // the server has said that this was all; how the connection ends changes nothing
                listener.onClose();
                return;
            }
            failed = ErrorAnswers.way(context.account(), e, collector.hasSpoken(), limit());
            listener.onError(e);
        }
    }

    private void take(ServerEvent event, ServerSentEventListener listener) {
        String data = event.data();
        ErrorAnswers.inStream(context.account(), model, event);
        if (data.strip().equals(DONE)) {
            collector.ended();
        }
        listener.onEvent(new ServerSentEvent(event.type(), data), new ServerSentEventContext(handle));
        collector.checkListener();
    }

    /** What is left of the time until the next token. */
    private Duration patience() {
        // asked for the first time when there is a connection
        collector.begin();
        return limit().minusNanos(System.nanoTime() - collector.lastToken());
    }

    private Duration limit() {
        ModelPatience patience = context.account().patience();
        return collector.hasSpoken() ? patience.betweenTokens() : patience.firstToken();
    }

    private HttpCall call(HttpRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, values) -> headers.put(name, values.getLast()));
        return new HttpCall(request.method().name(), URI.create(request.url()), headers, request.body(), credential);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("models are asked for streams alone");
    }

    @Override
    public @Nullable Duration connectTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }
}
