// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.util.List;
import officina.agent.task.internal.reading.Reading;
import officina.agent.task.internal.reading.Understanding;
import officina.agent.task.internal.todo.TodoEntry;
import officina.api.agent.AgentContext;
import officina.api.chat.ChatRequest;
import org.jspecify.annotations.Nullable;

/**
 * One call of the agent. The agent keeps nothing between calls: asked again with an answer it does the same work and, at
 * the same place, takes the answer instead of asking.
 */
final class Turn {

    private final ChatRequest request;
    private final AgentContext context;
    private final Understanding understanding;
    private final Reading reading;
    private final Wording wording;
    private @Nullable List<TodoEntry> entries;
    private int answered;

    Turn(ChatRequest request, AgentContext context, Understanding understanding) {
        this.request = request;
        this.context = context;
        this.understanding = understanding;
        this.reading = Reading.of(context);
        this.wording = new Wording(context.language().locale());
    }

    ChatRequest request() {
        return request;
    }

    AgentContext context() {
        return context;
    }

    Understanding understanding() {
        return understanding;
    }

    Reading reading() {
        return reading;
    }

    Wording wording() {
        return wording;
    }

    /** The person's to-dos, read once. */
    List<TodoEntry> entries() {
        List<TodoEntry> known = entries;
        if (known == null) {
            known = TodoEntry.all(context.records());
            entries = known;
        }
        return known;
    }

    /** The answer to the next question; {@code null} where it has not been asked yet. */
    @Nullable
    String nextAnswer() {
        List<String> answers = context.answers();
        return answered < answers.size() ? answers.get(answered++).strip() : null;
    }
}
