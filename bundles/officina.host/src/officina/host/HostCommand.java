// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a plug-in host is started with.
 *
 * @param packages those of its class path that the plug-in may import, as the framework is told
 *     ({@code org.osgi.framework.system.packages.extra})
 * @param capabilities what the plug-in may require, in the same way
 * @param extenders bundles that are started before the plug-in
 * @param plugin the bundle of the plug-in
 * @param storage a folder for the framework's own files; what was in it is deleted
 */
public record HostCommand(String packages, String capabilities, List<Path> extenders, Path plugin, Path storage) {

    /** The class to run. */
    public static final String MAIN = "officina.host.internal.HostMain";

    /** The class that prints what is logged, as {@code slf4j.provider}. */
    public static final String LOG = "officina.host.internal.PrintedLog";

    /**
     * The system property by which a plug-in finds the Unix socket that leads to the servers it was granted; not set where
     * none does.
     */
    public static final String PROXY = "officina.proxy";

    private static final int FIXED = 4;

    public HostCommand {
        extenders = List.copyOf(extenders);
    }

    /** As words of a command line, after the class. */
    public List<String> words() {
        List<String> words = new ArrayList<>(List.of(packages, capabilities, plugin.toString(), storage.toString()));
        extenders.forEach(each -> words.add(each.toString()));
        return words;
    }

    /** What {@link #words} gave; {@link IllegalArgumentException} for anything else. */
    public static HostCommand of(List<String> words) {
        if (words.size() < FIXED) {
            throw new IllegalArgumentException("a plug-in host is started by the engine, not by hand");
        }
        return new HostCommand(
                words.get(0),
                words.get(1),
                words.subList(FIXED, words.size()).stream().map(Path::of).toList(),
                Path.of(words.get(2)),
                Path.of(words.get(3)));
    }
}
