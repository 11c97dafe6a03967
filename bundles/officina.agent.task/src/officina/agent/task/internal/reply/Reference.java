// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reply;

import java.util.List;
import officina.agent.task.internal.todo.TodoEntry;
import officina.api.agent.AgentReply;

/** What a person's words for to-dos led to. */
sealed interface Reference {

    /**
     * These to-dos.
     *
     * @param everything whether all there are were meant, without any restriction
     */
    record Found(List<TodoEntry> entries, boolean everything) implements Reference {
        public Found {
            entries = List.copyOf(entries);
        }
    }

    /** Several could be meant: a question, or what came of it. */
    record Open(AgentReply reply) implements Reference {}

    /** None is meant; the answer says so. */
    record Missing(AgentReply reply) implements Reference {}
}
