// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.agent;

import officina.api.chat.ChatRequest;

/**
 * Answers a query, with tools; an OSGi service of a bundle with the capability {@code officina.plugin} of kind
 * {@code agent}, whose descriptor (description and examples) decides which queries it gets. One instance serves all
 * runs: keep no state between calls.
 */
public interface ChatAgent {

    /**
     * Works on one query. Called on a virtual thread of the run; may block; interrupted when the run is cancelled. It
     * changes nothing itself: what should change is an action in the reply, which the plan runner carries out at once or
     * after approval. After a crash it may be called again for the same query. Expected trouble is an answer in words;
     * a {@link officina.api.error.FailureException} fails the run.
     */
    AgentReply handle(ChatRequest request, AgentContext context) throws InterruptedException;
}
