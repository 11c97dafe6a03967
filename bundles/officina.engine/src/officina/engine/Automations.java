// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import java.util.function.Consumer;
import officina.api.id.PluginId;
import officina.api.json.JsonObject;

/** What works by itself: batch agents, when they are due, what they did last; docs/architecture/automations.md has the rules. */
public interface Automations {

    /** All that are declared, at work or not; by id. */
    List<AutomationItem> list();

    /** One of them. {@code batch.missing}. */
    AutomationItem find(PluginId plugin);

    /**
     * Runs one now, paused or not, and returns when it has begun; {@link Runs#await} waits for its end, {@link Runs#cancel}
     * stops it. Where it may not, or is not available, the run says so and has ended. {@code batch.missing},
     * {@code batch.busy} while it is at work.
     *
     * @param given what the agent is told; empty for nothing
     */
    RunRef run(PluginId plugin, JsonObject given);

    /** Lets one begin nothing by itself until it is resumed, also after a restart; a run at work goes on. {@code batch.missing}. */
    void pause(PluginId plugin);

    /** Lets one go on with its next point; what would have been due meanwhile is not made up for. {@code batch.missing}. */
    void resume(PluginId plugin);

    /** Calls the listener, on a thread of its own, with the one that has begun, ended, or is due at another time. */
    Subscription onChange(Consumer<PluginId> listener);
}
