// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.util.List;
import java.util.Objects;
import officina.api.agent.AgentReply;
import officina.api.chat.ChatRequest;
import officina.api.error.FailureException;
import officina.base.Redacted;
import officina.core.plugin.AgentEntry;
import officina.orchestrator.RunContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The border to an agent's code: what it throws becomes a failure here, once. */
final class AgentCall {

    private static final Logger log = LoggerFactory.getLogger(AgentCall.class);

    private AgentCall() {}

    /** @param answers what the person answered to its questions about this request */
    static AgentReply handle(AgentEntry entry, ChatRequest request, List<String> answers, RunContext context)
            throws InterruptedException {
        try {
            AgentReply reply =
                    entry.agent().handle(request, context.agent(entry.plugin().id(), answers));
            return Objects.requireNonNull(reply, "an agent answers something");
        } catch (FailureException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("Agent {} failed", entry.plugin().id(), Redacted.of(e));
            throw Failures.agentFailed(entry, e);
        }
    }
}
