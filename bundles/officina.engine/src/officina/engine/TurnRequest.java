// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * What a view or the command line sends; the engine makes a full {@link officina.api.chat.ChatRequest} of it.
 *
 * @param session the conversation to go on with; {@code null} for a new one
 * @param project {@code null} for the session's project or the default one
 * @param mode {@code null} for the setting {@code conversation.execution-mode}
 * @param model which model answers in a new conversation, as the setting {@code model.use} has it; {@code null} for what
 *     holds in its project. One that is there is asked to change by {@link Models#useIn}
 */
public record TurnRequest(
        @Nullable SessionId session,
        @Nullable RecordId project,
        @Nullable ExecutionMode mode,
        @Nullable String persona,
        Message message,
        @Nullable String model) {

    public TurnRequest {
        if (session != null && model != null) {
            throw new IllegalArgumentException("only a new conversation begins with a model");
        }
    }

    /** With the model that holds in the conversation. */
    public TurnRequest(
            @Nullable SessionId session,
            @Nullable RecordId project,
            @Nullable ExecutionMode mode,
            @Nullable String persona,
            Message message) {
        this(session, project, mode, persona, message, null);
    }
}
