// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** House rules for manifests. Each answer is a list of what is broken. */
final class ManifestRules {

    private static final String WINDOW = "officina\\.ui\\..*|officina\\..*\\.ui|officina\\.workbench(\\.tests)?";

    private ManifestRules() {}

    /** What one bundle's own files break. */
    static List<String> broken(BundleManifest manifest) {
        List<String> broken = new ArrayList<>();
        rule(broken, manifest.symbolicName().equals(manifest.name()), "folder and symbolic name differ");
        rule(broken, manifest.header("Bundle-Activator") == null, "no activators: use a component");
        rule(
                broken,
                "JavaSE-25".equals(manifest.header("Bundle-RequiredExecutionEnvironment")),
                "Bundle-RequiredExecutionEnvironment is JavaSE-25");
        boolean window = manifest.name().matches(WINDOW);
        for (BundleManifest.Clause required : manifest.clauses("Require-Bundle")) {
            rule(
                    broken,
                    window && !required.name().startsWith("officina."),
                    "Import-Package, not Require-Bundle: " + required.name());
        }
        for (BundleManifest.Clause exported : manifest.clauses("Export-Package")) {
            boolean internal = (exported.name() + ".").contains(".internal.");
            boolean friends = exported.attributes().containsKey("x-friends:");
            boolean inside = (exported.name() + ".").startsWith(manifest.name() + ".");
            rule(broken, !internal || friends, "an exported internal package names its friends: " + exported.name());
            rule(
                    broken,
                    internal || exported.attributes().containsKey("version"),
                    "an exported package has a version: " + exported.name());
            rule(broken, inside, "a package begins with its bundle's name: " + exported.name());
        }
        for (BundleManifest.Clause imported : manifest.clauses("Import-Package")) {
            boolean ours =
                    imported.name().startsWith("officina.") && !imported.name().contains(".internal");
            rule(
                    broken,
                    !ours || imported.attributes().getOrDefault("version", "").startsWith("["),
                    "an import of ours has a version range: " + imported.name());
        }
        boolean components = !Components.annotated(manifest.folder()).isEmpty();
        rule(
                broken,
                !components || "lazy".equals(manifest.header("Bundle-ActivationPolicy")),
                "a bundle with components has Bundle-ActivationPolicy: lazy, or nobody starts it");
        return broken;
    }

    /** Packages that more than one bundle exports. */
    static List<String> splitPackages(List<BundleManifest> manifests) {
        Map<String, TreeSet<String>> exporters = new TreeMap<>();
        for (BundleManifest manifest : manifests) {
            for (BundleManifest.Clause exported : manifest.clauses("Export-Package")) {
                exporters
                        .computeIfAbsent(exported.name(), name -> new TreeSet<>())
                        .add(manifest.name());
            }
        }
        return exporters.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> entry.getKey() + " comes from " + entry.getValue())
                .toList();
    }

    /** Bundles that are in no feature or in several. */
    static List<String> notInOneFeature(List<String> bundles, List<Path> features) {
        List<String> broken = new ArrayList<>();
        for (String bundle : bundles) {
            List<String> in = features.stream()
                    .filter(feature -> Files.exists(feature.resolve("feature.xml")))
                    .filter(feature ->
                            Repository.text(feature.resolve("feature.xml")).contains("<plugin id=\"" + bundle + "\""))
                    .map(feature -> feature.getFileName().toString())
                    .collect(Collectors.toList());
            rule(broken, in.size() == 1, bundle + " is in " + (in.isEmpty() ? "no feature" : in.toString()));
        }
        return broken;
    }

    private static void rule(List<String> broken, boolean kept, String text) {
        if (!kept) {
            broken.add(text);
        }
    }
}
