// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.agent;

import java.util.List;
import officina.api.id.PluginId;
import officina.api.json.JsonObject;

/**
 * What an agent is, read from the JSON file that its manifest capability names, without any of its code.
 *
 * @param name as people see it
 * @param description what it can do, one or two sentences; used to find the agent for a query
 * @param examples queries it should get, in the user's words
 * @param readsAttachments whether it answers from {@link officina.api.chat.ChatContext#relevantDocuments}: it is asked
 *     about what a person attached
 */
public record AgentDescriptor(
        PluginId plugin, String name, String description, List<String> examples, boolean readsAttachments) {

    public AgentDescriptor {
        examples = List.copyOf(examples);
    }

    public static AgentDescriptor from(PluginId plugin, JsonObject json) {
        return new AgentDescriptor(
                plugin,
                json.requireText("name"),
                json.requireText("description"),
                json.texts("examples"),
                json.flag("readsAttachments"));
    }
}
