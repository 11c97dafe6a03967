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
import java.util.stream.Collectors;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.id.CallId;
import officina.protocol.Json;

/** Messages as LangChain4j has them. What a model cannot be given, a picture or a file, is named in its place. */
final class ChatMessages {

    private final ToolNames names;
    private final Map<CallId, String> called = new HashMap<>();

    ChatMessages(ToolNames names) {
        this.names = names;
    }

    List<ChatMessage> of(List<Message> messages) {
        List<ChatMessage> all = new ArrayList<>();
        for (Message message : messages) {
            switch (message.role()) {
                case SYSTEM -> add(all, prose(message.parts()), true);
                case USER -> {
                    results(message.parts(), all);
                    add(all, prose(message.parts()), false);
                }
                case ASSISTANT -> assistant(message.parts(), all);
            }
        }
        return all;
    }

    private static void add(List<ChatMessage> all, String text, boolean system) {
        if (!text.isEmpty()) {
            all.add(system ? SystemMessage.from(text) : UserMessage.from(text));
        }
    }

    private void assistant(List<ContentPart> parts, List<ChatMessage> all) {
        List<ToolExecutionRequest> calls = new ArrayList<>();
        for (ContentPart part : parts) {
            if (part instanceof ContentPart.ToolCall call) {
                String name = names.name(call.tool());
                called.put(call.call(), name);
                calls.add(ToolExecutionRequest.builder()
                        .id(call.call().toString())
                        .name(name)
                        .arguments(Json.text(call.input()))
                        .build());
            }
        }
        String text = prose(parts);
        AiMessage.Builder message = AiMessage.builder();
        if (!text.isEmpty() || calls.isEmpty()) {
            message.text(text);
        }
        if (!calls.isEmpty()) {
            message.toolExecutionRequests(calls);
        }
        all.add(message.build());
    }

    private void results(List<ContentPart> parts, List<ChatMessage> all) {
        for (ContentPart part : parts) {
            if (part instanceof ContentPart.ToolResult result) {
                String text = prose(result.parts());
                String said = result.data() == null ? text : (text + "\n" + Json.text(result.data())).strip();
                all.add(ToolExecutionResultMessage.from(
                        result.call().toString(),
                        called.getOrDefault(result.call(), "unknown"),
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
