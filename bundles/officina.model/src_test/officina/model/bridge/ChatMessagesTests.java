// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import java.util.List;
import java.util.UUID;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.id.CallId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.provider.ModelRequest;
import officina.api.provider.Sampling;
import org.junit.jupiter.api.Test;

/** Conversations that servers would refuse are mended on the way. */
class ChatMessagesTests {

    private static final ToolId TOOL = new ToolId("kit.agent", "look_up");

    @Test
    void calls_and_results_go_in_pairs_and_others_not_at_all() {
        List<ChatMessage> sent = sent(
                Message.text(MessageRole.USER, "Hello?"),
                said(new ContentPart.Text("I look."), call(1), call(2)),
                new Message(
                        MessageRole.USER, List.of(result(2), result(2), result(3), new ContentPart.Text("And then?"))),
                said(call(4)),
                Message.text(MessageRole.USER, "Well?"),
                new Message(MessageRole.USER, List.of(result(4))),
                said(new ContentPart.Text("So."), call(5)));

        assertEquals(
                List.of("USER", "AI", "TOOL_EXECUTION_RESULT", "USER", "USER", "AI"),
                sent.stream().map(each -> each.type().name()).toList());
        AiMessage calling = (AiMessage) sent.get(1);
        assertEquals("I look.", calling.text());
        assertEquals(
                List.of(id(2).toString()),
                calling.toolExecutionRequests().stream().map(each -> each.id()).toList());
        ToolExecutionResultMessage result = (ToolExecutionResultMessage) sent.get(2);
        assertEquals(List.of(id(2).toString(), "look_up"), List.of(result.id(), result.toolName()));
        assertEquals(List.of(), ((AiMessage) sent.getLast()).toolExecutionRequests());
    }

    private static List<ChatMessage> sent(Message... messages) {
        ModelRequest request = new ModelRequest("tiny", List.of(messages), List.of(), Sampling.STANDARD);
        return new ChatMessages(ToolNames.of(request)).of(request.messages());
    }

    private static Message said(ContentPart... parts) {
        return new Message(MessageRole.ASSISTANT, List.of(parts));
    }

    private static CallId id(int number) {
        return new CallId(new UUID(0, number));
    }

    private static ContentPart call(int number) {
        return new ContentPart.ToolCall(id(number), TOOL, JsonObject.EMPTY);
    }

    private static ContentPart result(int number) {
        return new ContentPart.ToolResult(id(number), true, List.of(new ContentPart.Text("Found.")), null);
    }
}
