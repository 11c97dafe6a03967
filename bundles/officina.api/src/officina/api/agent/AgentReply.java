// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.agent;

import java.util.List;
import officina.api.content.ContentPart;
import officina.api.plan.PlanStep;
import org.jspecify.annotations.Nullable;

/**
 * What an agent makes of a query.
 *
 * @param response the answer; with actions, what they will have done
 * @param actions the changes to make, in order; none for a mere answer
 * @param question what must be known first; then response and actions are empty and the agent is called again with the
 *     answer
 */
public record AgentReply(
        List<ContentPart> response,
        List<PlanStep> actions,
        @Nullable AgentQuestion question) {

    public AgentReply {
        response = List.copyOf(response);
        actions = List.copyOf(actions);
    }

    public static AgentReply answer(String markdown) {
        return new AgentReply(List.of(new ContentPart.Text(markdown)), List.of(), null);
    }

    public static AgentReply act(String markdown, List<PlanStep> actions) {
        return new AgentReply(List.of(new ContentPart.Text(markdown)), actions, null);
    }

    public static AgentReply ask(String text, List<String> options) {
        return new AgentReply(List.of(), List.of(), new AgentQuestion(text, options));
    }
}
