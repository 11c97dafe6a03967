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
 * @param response the answer; with actions, what they will have done, said once they are done without asking
 * @param remarks with actions, what the person should know before deciding on them, in CommonMark: what was assumed, what
 *     cannot be done; said where the person is asked first, when the response would not be true yet. Empty for nothing
 * @param actions the changes to make, in order; none for a mere answer
 * @param question what must be known first; then response and actions are empty and the agent is called again with the
 *     answer
 */
public record AgentReply(
        List<ContentPart> response,
        String remarks,
        List<PlanStep> actions,
        @Nullable AgentQuestion question) {

    public AgentReply {
        response = List.copyOf(response);
        actions = List.copyOf(actions);
    }

    public static AgentReply answer(String markdown) {
        return new AgentReply(List.of(new ContentPart.Text(markdown)), "", List.of(), null);
    }

    public static AgentReply act(String markdown, List<PlanStep> actions) {
        return new AgentReply(List.of(new ContentPart.Text(markdown)), "", actions, null);
    }

    /** The same with remarks. */
    public AgentReply remarking(String markdown) {
        return new AgentReply(response, markdown, actions, question);
    }

    public static AgentReply ask(String text, List<String> options) {
        return new AgentReply(List.of(), "", List.of(), new AgentQuestion(text, options));
    }
}
