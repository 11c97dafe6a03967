// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;
import officina.api.id.PluginId;
import officina.api.permission.PermissionRequest;

/**
 * What a bundle that is not installed says about itself.
 *
 * @param bundle its symbolic name
 * @param publisher who says that it is theirs, unproven; empty where nobody does
 * @param plugins those it declares; none where it is no plug-in's
 * @param permissions what it asks for, as far as that can be understood
 * @param risks what these allow together; whole sentences
 * @param problems every fault of its declarations, with what to do; whole sentences
 */
public record CheckedBundle(
        String bundle,
        String publisher,
        List<Declared> plugins,
        List<PermissionRequest> permissions,
        List<String> risks,
        List<String> problems) {

    /**
     * A plug-in.
     *
     * @param kind {@code agent}, {@code tool} ...
     */
    public record Declared(PluginId plugin, String kind, String version) {}

    public CheckedBundle {
        plugins = List.copyOf(plugins);
        permissions = List.copyOf(permissions);
        risks = List.copyOf(risks);
        problems = List.copyOf(problems);
    }
}
