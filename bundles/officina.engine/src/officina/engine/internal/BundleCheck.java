// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginJar;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PluginManifest.Declared;
import officina.core.plugin.PluginRisk;
import officina.engine.CheckedBundle;

/** Looks at a bundle that is not installed. */
final class BundleCheck {

    private BundleCheck() {}

    /** @param locale the language of the reasons, where the bundle has it */
    static CheckedBundle of(Path bundle, Locale locale) {
        PluginManifest read = PluginJar.read(bundle, locale);
        List<PluginInfo> plugins = read.plugins().stream().map(Declared::info).toList();
        return new CheckedBundle(
                read.bundle(),
                plugins.isEmpty() ? "" : plugins.getFirst().publisher(),
                plugins.stream()
                        .map(each -> new CheckedBundle.Declared(each.id(), each.kind(), each.version()))
                        .toList(),
                plugins.stream()
                        .flatMap(each -> each.permissions().stream())
                        .distinct()
                        .toList(),
                read.risks().stream().map(PluginRisk::text).toList(),
                read.problems().stream()
                        .map(each -> each.subject() + ": " + each.text())
                        .toList());
    }
}
