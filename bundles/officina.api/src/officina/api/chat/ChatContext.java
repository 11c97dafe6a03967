// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.chat;

import java.util.List;
import officina.api.content.Message;
import officina.api.record.DataRecord;
import officina.api.record.UserProfile;

/**
 * What an orchestrator may know besides the message itself.
 *
 * @param relevantDocuments passages of what the person attached to the conversation that fit the message, best first
 * @param recentTasks the to-dos that changed last, newest first
 * @param conversationHistory earlier turns of this session, oldest first
 */
public record ChatContext(
        UserProfile userProfile,
        List<DocumentPassage> relevantDocuments,
        List<DataRecord> recentTasks,
        List<Message> conversationHistory) {

    public ChatContext {
        relevantDocuments = List.copyOf(relevantDocuments);
        recentTasks = List.copyOf(recentTasks);
        conversationHistory = List.copyOf(conversationHistory);
    }
}
