// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import officina.api.id.ToolId;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.BatchEntry;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.ToolEntry;

/** What came of one service: something a plug-in does, or why it does not count. */
sealed interface Contribution {

    /** Something that counts unless a bundle that came first has the same id. */
    sealed interface Accepted extends Contribution {

        long bundleId();

        PluginInfo plugin();
    }

    record Agent(long bundleId, AgentEntry entry) implements Accepted {
        @Override
        public PluginInfo plugin() {
            return entry.plugin();
        }
    }

    record Batch(long bundleId, BatchEntry entry) implements Accepted {
        @Override
        public PluginInfo plugin() {
            return entry.plugin();
        }
    }

    /** @param id as the tool said when it came; its word later does not count */
    record Tool(long bundleId, ToolId id, ToolEntry entry) implements Accepted {
        @Override
        public PluginInfo plugin() {
            return entry.plugin();
        }
    }

    record Rejected(PluginProblem problem) implements Contribution {}

    /** Nothing yet: the service is being started. */
    record Starting() implements Contribution {}

    Contribution STARTING = new Starting();
}
