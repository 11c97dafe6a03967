// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.util.List;
import officina.api.content.Message;
import officina.api.tool.ToolDescriptor;

/**
 * What is asked of a model.
 *
 * @param model as the server names it
 * @param messages the conversation so far. What the model asked of tools stands in its messages as
 *     {@link officina.api.content.ContentPart.ToolCall}, what they answered in the person's message after it as
 *     {@link officina.api.content.ContentPart.ToolResult}, under the same call
 * @param tools what the model may call
 */
public record ModelRequest(String model, List<Message> messages, List<ToolDescriptor> tools, Sampling sampling) {

    public ModelRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (model.isBlank() || messages.isEmpty()) {
            throw new IllegalArgumentException("a request names a model and has a message");
        }
    }

    /** The same request with another conversation. */
    public ModelRequest with(List<Message> other) {
        return new ModelRequest(model, other, tools, sampling);
    }
}
