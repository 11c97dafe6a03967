// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest.Declared;
import officina.core.plugin.PluginProblem;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** What a manifest declares and no service does. */
final class Missing {

    private Missing() {}

    /** @param state of the bundle, as {@link Bundle#getState()} says */
    static List<PluginProblem> services(Provider provider, int state, Catalog catalog) {
        return services(provider, catalog, service -> why(service, state));
    }

    /** @param missing why a bundle that runs elsewhere has no services; {@code null} where it has those that it has */
    static List<PluginProblem> services(Provider provider, @Nullable String missing, Catalog catalog) {
        return services(provider, catalog, service -> missing == null ? why(service, Bundle.ACTIVE) : missing);
    }

    private static List<PluginProblem> services(Provider provider, Catalog catalog, UnaryOperator<String> why) {
        List<PluginProblem> missing = new ArrayList<>();
        for (Declared declared : provider.manifest().plugins()) {
            PluginInfo plugin = declared.info();
            // a provider is started when a model is asked, not before
            boolean late = plugin.kind().equals(PluginInfo.PROVIDER);
            if (!late && !catalog.plugins().contains(plugin) && !explained(plugin, catalog)) {
                missing.add(new PluginProblem(plugin.bundle(), plugin.id().value(), why(plugin, why)));
            }
        }
        return missing;
    }

    /** Whether a service came and was refused, which says more. */
    private static boolean explained(PluginInfo plugin, Catalog catalog) {
        return catalog.problems().stream().anyMatch(problem -> problem.bundle().equals(plugin.bundle()));
    }

    private static String why(PluginInfo plugin, UnaryOperator<String> why) {
        String service =
                switch (plugin.kind()) {
                    case PluginInfo.AGENT -> "ChatAgent";
                    case PluginInfo.TOOL -> "Tool";
                    case PluginInfo.BATCH -> "BatchAgent";
                    default -> null;
                };
        return service == null
                ? "This version of Officina knows no plug-ins of kind " + plugin.kind() + "."
                : why.apply(service);
    }

    private static String why(String service, int state) {
        return switch (state) {
            case Bundle.INSTALLED -> "Declared, but something the bundle requires is missing.";
            case Bundle.RESOLVED, Bundle.STOPPING -> "Declared, but the bundle is not started.";
            default -> "Declared, but the bundle registers no service " + service + ".";
        };
    }
}
