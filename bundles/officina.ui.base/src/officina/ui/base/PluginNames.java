// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import officina.api.id.PluginId;

/** Plug-ins, and who else does things, as people call them. Any thread. */
public final class PluginNames {

    private PluginNames() {}

    /** {@code agent.task} is "Task agent", {@code user} is "You". */
    public static String of(PluginId plugin) {
        if (plugin.equals(PluginId.USER)) {
            return Words.YOU.text();
        }
        String value = plugin.value();
        int kindEnd = value.indexOf('.');
        String name = value.substring(kindEnd + 1).replaceAll("[.-]", " ");
        String sentence = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return kindEnd < 0 ? sentence : sentence + " " + value.substring(0, kindEnd);
    }
}
