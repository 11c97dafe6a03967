// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.bridge;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import officina.api.content.ContentPart;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelReply;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderFailures;
import officina.api.provider.StopReason;
import org.jspecify.annotations.Nullable;

/** Takes what LangChain4j understood of an answer; of one thread. */
final class ReplyCollector implements StreamingChatResponseHandler {

    private final ModelListener listener;
    private final StringBuilder surrogate = new StringBuilder();
    private @Nullable ChatResponse response;
    private @Nullable Throwable misread;
    private @Nullable RuntimeException thrown;
    private boolean begun;
    private boolean spoken;
    private boolean ended;
    private long lastToken;

    ReplyCollector(ModelListener listener) {
        this.listener = listener;
    }

    /** The listener threw, which ends the request. */
    static final class ListenerThrew extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ListenerThrew(RuntimeException cause) {
            super(cause);
        }
    }

    /** The server has the request: the time until the first token begins, where it has not begun. */
    void begin() {
        if (!begun) {
            begun = true;
            lastToken = System.nanoTime();
        }
    }

    /** The server has said that this was all. */
    void ended() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    boolean hasSpoken() {
        return spoken;
    }

    long lastToken() {
        return lastToken;
    }

    void checkListener() {
        if (thrown != null) {
            throw new ListenerThrew(thrown);
        }
    }

    void rethrowListener() {
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public void onPartialResponse(String piece) {
        token();
        if (!piece.isEmpty()) {
            tell(() -> text(piece));
        }
    }

    /** Half a character waits for its other half. */
    private void text(String piece) {
        surrogate.append(piece);
        int whole = surrogate.length() - (Character.isHighSurrogate(surrogate.charAt(surrogate.length() - 1)) ? 1 : 0);
        if (whole > 0) {
            String told = surrogate.substring(0, whole);
            surrogate.delete(0, whole);
            listener.onText(told);
        }
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        token();
        tell(() -> listener.onReasoning(thinking.text()));
    }

    @Override
    public void onPartialToolCall(PartialToolCall call) {
        token();
    }

    @Override
    public void onCompleteResponse(ChatResponse complete) {
        response = complete;
    }

    @Override
    public void onError(Throwable error) {
        if (misread == null) {
            misread = error;
        }
    }

    private void token() {
        spoken = true;
        lastToken = System.nanoTime();
    }

    private void tell(Runnable telling) {
        if (thrown == null) {
            try {
                telling.run();
            } catch (RuntimeException e) {
                thrown = e;
            }
        }
    }

    /** The whole reply, or the failure that there is none. */
    ModelReply reply(ProviderAccount account, ToolNames names) {
        ChatResponse whole = response;
        if (misread != null || whole == null) {
            throw ProviderFailures.badAnswer(account, "it is not in the form of its kind", misread);
        }
        FinishReason finish = whole.finishReason();
        if (finish == null && !ended) {
            throw ProviderFailures.broken(account, null);
        }
        List<ContentPart> parts = new ArrayList<>();
        String text = whole.aiMessage().text();
        if (text != null && !text.isEmpty()) {
            parts.add(new ContentPart.Text(text));
        }
        whole.aiMessage().toolExecutionRequests().forEach(call -> parts.add(names.call(call)));
        boolean calls = parts.stream().anyMatch(ContentPart.ToolCall.class::isInstance);
        return new ModelReply(parts, calls ? StopReason.TOOL_CALLS : stop(finish), usage(whole.tokenUsage()));
    }

    private static StopReason stop(@Nullable FinishReason finish) {
        return switch (finish) {
            case LENGTH -> StopReason.LENGTH;
            case CONTENT_FILTER -> StopReason.FILTERED;
            case null, default -> StopReason.FINISHED;
        };
    }

    private static officina.api.provider.@Nullable TokenUsage usage(@Nullable TokenUsage usage) {
        if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
            return null;
        }
        return new officina.api.provider.TokenUsage(
                Math.max(0, usage.inputTokenCount()), Math.max(0, usage.outputTokenCount()));
    }
}
