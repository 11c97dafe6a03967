// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.List;
import officina.api.permission.PermissionRequest;
import org.jspecify.annotations.Nullable;

/**
 * The part of a bundle's manifest that is about plug-ins.
 *
 * @param bundle the symbolic name
 * @param version of the bundle, as it says; {@code 0} where it does not
 * @param problems what in it was ignored, and why
 */
public record PluginManifest(String bundle, String version, List<Declared> plugins, List<PluginProblem> problems) {

    /**
     * One capability {@code officina.plugin}.
     *
     * @param descriptor the path of the descriptor inside the bundle; {@code null} where none is named
     */
    public record Declared(PluginInfo info, @Nullable String descriptor) {}

    public PluginManifest {
        plugins = List.copyOf(plugins);
        problems = List.copyOf(problems);
    }

    /** What the permissions it asks for allow together. */
    public List<PluginRisk> risks() {
        return PluginRisk.of(plugins.stream()
                .flatMap(plugin -> plugin.info().permissions().stream())
                .map(PermissionRequest::permission)
                .toList());
    }
}
