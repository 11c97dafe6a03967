// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task;

import officina.agent.task.internal.reading.Understandings;
import officina.agent.task.internal.reply.Conversation;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Keeps the person's to-dos: adds, changes, completes, deletes, lists and suggests, as asked in plain English, without
 * any model. Reads through the handles of the call; what is to change is in the reply. Any thread; the phrases are read
 * at first use.
 */
@Component(service = ChatAgent.class)
public final class TaskAgent implements ChatAgent {

    private final Understandings understandings;

    @Activate
    public TaskAgent(@Reference Understandings understandings) {
        this.understandings = understandings;
    }

    @Override
    public AgentReply handle(ChatRequest request, AgentContext context) {
        return new Conversation(understandings.english()).answer(request, context);
    }
}
