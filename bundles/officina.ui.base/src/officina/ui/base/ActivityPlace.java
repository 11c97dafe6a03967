// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import officina.api.id.PluginId;
import officina.api.id.RunId;
import org.jspecify.annotations.Nullable;

/**
 * A part of the activity log that another view leads to. What is {@code null} does not restrict.
 *
 * @param source who did it
 * @param run in which run it happened
 * @param refused whether only what was refused is wanted
 */
public record ActivityPlace(
        @Nullable PluginId source, @Nullable RunId run, boolean refused) {

    /** All that happened in a run. */
    public static ActivityPlace of(RunId run) {
        return new ActivityPlace(null, run, false);
    }

    /** What a plug-in wanted and was not allowed. */
    public static ActivityPlace refusedTo(PluginId plugin) {
        return new ActivityPlace(plugin, null, true);
    }
}
