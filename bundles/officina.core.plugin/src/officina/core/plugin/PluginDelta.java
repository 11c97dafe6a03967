// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;

/** What changed among the plug-ins, and all there are now. */
public record PluginDelta(List<PluginInfo> added, List<PluginInfo> removed, List<PluginInfo> all) {

    public PluginDelta {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        all = List.copyOf(all);
    }
}
