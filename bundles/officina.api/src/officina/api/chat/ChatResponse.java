// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.chat;

import java.util.List;
import officina.api.content.Message;
import officina.api.plan.PlanStep;

/** What the person gets: the answer, and the actions that go with it (run at once in direct mode). */
public record ChatResponse(Message response, List<PlanStep> actions) {

    public ChatResponse {
        actions = List.copyOf(actions);
    }
}
