// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator;

import java.util.List;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelReply;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolResult;

/** The language model that the person chose. Valid as long as the {@link RunContext} it is from. */
public interface RunModel {

    /** For the person: account and model. */
    String title();

    /**
     * Asks until the model answers without asking for a tool; after some rounds it has to. What it takes becomes events of
     * the run. Blocks; an interrupt closes the request. Trouble is one of the failures of
     * {@link officina.api.provider.ProviderFailures}.
     *
     * @param tools what it may ask for; whatever else it asks for is refused without the caller
     * @param listener on the calling thread
     * @return the last thing it said
     */
    ModelReply converse(List<Message> messages, List<ToolDescriptor> tools, Tools runner, ModelListener listener)
            throws InterruptedException;

    /** Does what the model asks of tools; called on threads of its own, several at a time. */
    @FunctionalInterface
    interface Tools {
        ToolResult call(ContentPart.ToolCall call) throws InterruptedException;
    }
}
