// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.batch;

import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.base.Uuids;

/**
 * What a batch agent has to know at its next run: record kind {@code automation-memory}. Changed in one append with what
 * the run did.
 *
 * @param kept in the agent's own form
 */
public record AutomationMemory(PluginId plugin, JsonObject kept) {

    /** The record of that batch agent. */
    public static RecordId idOf(PluginId plugin) {
        return new RecordId(Uuids.derived("automation-memory", plugin.value()));
    }

    /** Reads the fields of a record; throws {@link IllegalArgumentException} naming what is wrong. */
    public static AutomationMemory from(JsonObject fields) {
        return new AutomationMemory(new PluginId(fields.requireText("plugin")), fields.object("kept"));
    }

    /** The fields of the record. */
    public JsonObject fields() {
        return JsonObject.EMPTY.with("plugin", plugin).with("kept", kept);
    }
}
