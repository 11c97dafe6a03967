// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.internal.rehearsal;

import officina.api.agent.AgentContext;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.chat.ChatRequest;

/** Does what every agent does in a plug-in host, so that the virtual machine learns the way there and back. */
public final class RehearsalAgent implements ChatAgent {

    @Override
    public AgentReply handle(ChatRequest request, AgentContext context) {
        context.progress("rehearsing in " + context.language().zone());
        return AgentReply.answer(request.message().plainText());
    }
}
