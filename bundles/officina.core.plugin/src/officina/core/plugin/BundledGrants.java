// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import officina.api.id.PluginId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;

/**
 * What plug-ins of the product get without a question: exactly what their manifests ask for. Each is given once in the
 * life of a data folder, so that one the user revoked stays revoked.
 */
public final class BundledGrants {

    private BundledGrants() {}

    /** Something once given to a plug-in of the product. */
    public record Given(PluginId plugin, Permission permission) {}

    /**
     * The grants to store now.
     *
     * @param plugins all plug-ins; those that are not bundled get nothing
     * @param given what was given before, whether it still holds or not; remember the result's along with it
     * @param now when they are given
     */
    public static List<Grant> missing(Collection<PluginInfo> plugins, Set<Given> given, Instant now) {
        Set<Given> asked = new LinkedHashSet<>();
        for (PluginInfo plugin : plugins) {
            if (plugin.bundled()) {
                for (PermissionRequest request : plugin.permissions()) {
                    asked.add(new Given(plugin.id(), request.permission()));
                }
            }
        }
        return asked.stream()
                .filter(each -> !given.contains(each))
                .map(each -> new Grant(each.plugin(), each.permission(), GrantScope.ALWAYS, null, now))
                .toList();
    }
}
