// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import officina.api.id.PluginId;

/**
 * A process in which plug-ins of others run, at some moment.
 *
 * @param bundle the symbolic name of what runs in it
 * @param plugins what is in that bundle
 * @param process its number in the system
 * @param level what keeps it in, as the sandbox calls it: {@code bubblewrap}, {@code lockdown}
 * @param calls that it works on now
 * @param processor how much of the processor's time it has taken
 * @param memory what lies in memory of it, in bytes
 */
public record PluginProcess(
        String bundle,
        List<PluginId> plugins,
        long process,
        String level,
        Instant since,
        int calls,
        Duration processor,
        long memory) {

    public PluginProcess {
        plugins = List.copyOf(plugins);
    }
}
