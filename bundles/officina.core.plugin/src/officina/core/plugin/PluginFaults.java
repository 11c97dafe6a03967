// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.osgi.framework.Constants;

/**
 * Names what is wrong with a bundle as a whole: without that it would be installed and nobody would find a plug-in in it.
 *
 * @param headers of its manifest; none where it has none
 * @param files whether there is a file of that path in it
 */
record PluginFaults(Map<String, String> headers, Predicate<String> files) {

    private static final Set<String> KINDS =
            Set.of(PluginInfo.AGENT, PluginInfo.TOOL, PluginInfo.PROVIDER, "renderer", "node", "batch");

    /** The same manifest, with what else is wrong after what was found before. */
    PluginManifest of(PluginManifest read) {
        List<PluginProblem> problems = new ArrayList<>(read.problems());
        if (headers.isEmpty()) {
            add(
                    problems,
                    read,
                    PluginJar.MANIFEST,
                    "The jar has none that can be read. Let a build tool make it, as one of an OSGi bundle.");
            return new PluginManifest(read.bundle(), read.version(), read.plugins(), problems);
        }
        if (!headers.containsKey(Constants.BUNDLE_SYMBOLICNAME)) {
            add(
                    problems,
                    read,
                    Constants.BUNDLE_SYMBOLICNAME,
                    "The bundle has no name. Give it one, like example.files.");
        }
        if (!"2"
                .equals(headers.getOrDefault(Constants.BUNDLE_MANIFESTVERSION, "")
                        .strip())) {
            add(
                    problems,
                    read,
                    Constants.BUNDLE_MANIFESTVERSION,
                    "It must be 2, or what the bundle provides is not read.");
        }
        if (read.plugins().isEmpty()) {
            add(
                    problems,
                    read,
                    ManifestReader.PLUGIN,
                    "The bundle declares no plug-in. Provide the capability officina.plugin, with its id and kind.");
        }
        read.plugins().forEach(each -> look(each, read, problems));
        return new PluginManifest(read.bundle(), read.version(), read.plugins(), problems);
    }

    private void look(PluginManifest.Declared plugin, PluginManifest read, List<PluginProblem> problems) {
        String id = plugin.info().id().value();
        String kind = plugin.info().kind();
        if (!KINDS.contains(kind)) {
            add(
                    problems,
                    read,
                    id,
                    "There is no kind \"" + kind + "\". Those there are: "
                            + String.join(", ", KINDS.stream().sorted().toList()) + ".");
        }
        String descriptor = plugin.descriptor();
        if (descriptor != null && !files.test(descriptor)) {
            add(problems, read, id, "The bundle has no file " + descriptor + ". Add it, or do not name a descriptor.");
        }
    }

    private static void add(List<PluginProblem> problems, PluginManifest read, String subject, String text) {
        problems.add(new PluginProblem(read.bundle(), subject, text));
    }
}
