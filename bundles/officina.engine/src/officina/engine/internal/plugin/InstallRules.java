// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PluginProblem;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** What a bundle must be like to be installed. */
final class InstallRules {

    /** What OSGi allows. */
    private static final Pattern BUNDLE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final int LONGEST_NAME = 200;

    private static final String OFFICIAL = "officina.";

    private InstallRules() {}

    /** Its declarations are without faults, and it has a name and a version that a bundle may have. */
    static void requireFit(PluginManifest manifest) {
        if (manifest.plugins().isEmpty() || !manifest.problems().isEmpty()) {
            String faults = manifest.problems().stream()
                    .map(PluginProblem::text)
                    .distinct()
                    .collect(Collectors.joining(" "));
            throw unfit(
                    manifest.plugins().isEmpty()
                            ? "The bundle says nowhere that it is a plug-in of Officina."
                            : "The bundle's declarations have faults. " + faults,
                    "Look at it with: officina plugins check FILE");
        }
        if (manifest.bundle().length() > LONGEST_NAME
                || !BUNDLE.matcher(manifest.bundle()).matches()) {
            throw unfit("The bundle has a name that no bundle may have.", "Ask its publisher for a correct one.");
        }
        version(manifest.version());
    }

    /** What a bundle says that its version is. */
    static Version version(String text) {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw unfit("The bundle has a version that no bundle may have.", "Ask its publisher for a correct one.");
        }
    }

    /** The highest version of a bundle, with that one. */
    static String highest(String version, @Nullable InstalledBundle before) {
        return before != null && version(before.highest()).compareTo(version(version)) > 0 ? before.highest() : version;
    }

    /**
     * It is called like no part of Officina: who sees a name takes it for what it is known for.
     *
     * @param own what this program is made of
     * @param official whether it is signed as what comes from Officina is
     */
    static void requireOwnName(PluginManifest manifest, Set<String> own, boolean official) {
        if (own.contains(manifest.bundle()) || (isOfficial(manifest.bundle()) && !official)) {
            throw failure(
                    "plugin.taken",
                    "The bundle calls itself " + manifest.bundle() + ", as a part of Officina is called.",
                    "Ask its publisher for one with a name of its own.");
        }
    }

    /** Whether it is called as what comes from Officina is. */
    static boolean isOfficial(String bundle) {
        return bundle.startsWith(OFFICIAL);
    }

    /** No other bundle has one of its plug-ins, nor has it in a version that waits or that one can go back to. */
    static void requireFree(
            PluginManifest manifest, Collection<PluginInfo> declared, Collection<InstalledBundle> installed) {
        for (PluginInfo each : declared) {
            boolean another = each.bundled() || !each.bundle().equals(manifest.bundle());
            if (another
                    && manifest.plugins().stream()
                            .anyMatch(plugin -> plugin.info().id().equals(each.id()))) {
                throw failure(
                        "plugin.taken",
                        "There is a plug-in " + each.id() + " already, in the bundle " + each.bundle() + ".",
                        each.bundled() ? "It is a part of Officina and stays." : "Remove that one first.");
            }
        }
        for (InstalledBundle each : installed) {
            manifest.plugins().stream()
                    .map(plugin -> plugin.info().id())
                    .filter(id -> !each.bundle().equals(manifest.bundle())
                            && each.ids().contains(id))
                    .findFirst()
                    .ifPresent(id -> {
                        throw failure(
                                "plugin.taken",
                                "Another version of the bundle " + each.bundle() + " has a plug-in " + id + ".",
                                "Remove that bundle first: officina plugins remove "
                                        + each.current().plugins().getFirst().plugin());
                    });
        }
    }

    /** Somebody looked at another file, or at one that was signed by others. */
    static FailureException changed() {
        return failure(
                "plugin.changed",
                "The file is not what you were shown: it was changed since then, or its signature was.",
                "Look at it again, and install it if it is what you want.");
    }

    static FailureException notInstalled(PluginId plugin) {
        return failure(
                "plugin.not-installed",
                "Nobody has installed a plug-in " + plugin + ".",
                "\"officina plugins list\" shows those there are; what came with Officina cannot be removed.");
    }

    static FailureException noProcess(PluginId plugin) {
        return failure(
                "plugin.no-process",
                "The plug-in " + plugin + " runs in no process of its own now.",
                "\"officina plugins processes\" shows those there are; one is started when somebody calls it.");
    }

    static FailureException noPrevious(PluginId plugin) {
        return failure(
                "plugin.no-previous",
                "There is no version of " + plugin + " from before this one.",
                "Install the one that you want: officina plugins install --downgrade FILE");
    }

    private static FailureException unfit(String message, String remedy) {
        return failure("plugin.unfit", message, remedy);
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}
