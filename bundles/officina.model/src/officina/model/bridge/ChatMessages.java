// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.bridge;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.CallId;
import officina.protocol.Json;
import org.jspecify.annotations.Nullable;

/**
 * Messages as LangChain4j has them. What a model cannot be given, a picture or a file, is named in its place. Calls of
 * tools go with their results: servers refuse one without the other.
 */
final class ChatMessages {

    private final ToolNames names;

    /** The calls of the last reply that have no result yet, and the names of their tools. */
    private final Map<CallId, String> waiting = new HashMap<>();

    ChatMessages(ToolNames names) {
        this.names = names;
    }

    List<ChatMessage> of(List<Message> messages) {
        List<ChatMessage> all = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            switch (message.role()) {
                case SYSTEM -> add(all, prose(message.parts()), true);
                case USER -> {
                    results(message.parts(), all);
                    add(all, prose(message.parts()), false);
                }
                case ASSISTANT -> {
                    // results stand in the message that follows, or nowhere
                    answered(message, i + 1 < messages.size() ? messages.get(i + 1) : null);
                    assistant(message.parts(), all);
                }
            }
        }
        return all;
    }

    /** Remembers the calls that the next message answers. */
    private void answered(Message calling, @Nullable Message next) {
        waiting.clear();
        if (next == null || next.role() != MessageRole.USER) {
            return;
        }
        Set<CallId> results = next.parts().stream()
                .filter(ContentPart.ToolResult.class::isInstance)
                .map(part -> ((ContentPart.ToolResult) part).call())
                .collect(Collectors.toSet());
        for (ContentPart part : calling.parts()) {
            if (part instanceof ContentPart.ToolCall call && results.contains(call.call())) {
                waiting.put(call.call(), names.name(call.tool()));
            }
        }
    }

    private static void add(List<ChatMessage> all, String text, boolean system) {
        if (!text.isEmpty()) {
            all.add(system ? SystemMessage.from(text) : UserMessage.from(text));
        }
    }

    private void assistant(List<ContentPart> parts, List<ChatMessage> all) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (ContentPart part : parts) {
            if (part instanceof ContentPart.ToolCall call && waiting.containsKey(call.call())) {
                calls.add(ToolExecutionRequest.builder()
                        .id(call.call().toString())
                        .name(waiting.get(call.call()))
                        .arguments(Json.text(call.input()))
                        .build());
            }
        }
        String text = prose(parts);
        AiMessage.Builder message = AiMessage.builder();
        if (text.isEmpty() && calls.isEmpty()) {
            // nothing is left of a reply that only asked
            return;
        }
        if (!text.isEmpty()) {
            message.text(text);
        }
        if (!calls.isEmpty()) {
            message.toolExecutionRequests(calls);
        }
        all.add(message.build());
    }

    private void results(List<ContentPart> parts, List<ChatMessage> all) {
        for (ContentPart part : parts) {
            if (part instanceof ContentPart.ToolResult result && waiting.containsKey(result.call())) {
                String name = waiting.remove(result.call());
                String text = prose(result.parts());
                String said = result.data() == null ? text : (text + "\n" + Json.text(result.data())).strip();
                all.add(ToolExecutionResultMessage.from(
                        result.call().toString(),
                        name,
                        said.isEmpty() ? (result.success() ? "Done." : "It did not work.") : said));
            }
        }
    }

    private static String prose(List<ContentPart> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case ContentPart.Text(String text) -> text;
                    case ContentPart.Code(String language, String text) -> "```" + language + "\n" + text + "\n```";
                    case ContentPart.Image image -> "[Picture: " + image.alternative() + "]";
                    case ContentPart.File file -> "[File: " + file.name() + "]";
                    case ContentPart.ToolCall _, ContentPart.ToolResult _, ContentPart.Unknown _ -> "";
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
