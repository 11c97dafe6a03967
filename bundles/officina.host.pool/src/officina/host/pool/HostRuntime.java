// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import officina.host.HostCommand;

/**
 * What a plug-in host is made of.
 *
 * @param java the program
 * @param classPath of the host itself, with what the plug-in may import
 * @param packages those of the class path that the plug-in may import, as manifests write them
 * @param capabilities what the plug-in may require, as manifests write them
 * @param extenders bundles that are started before the plug-in
 */
public record HostRuntime(Path java, List<Path> classPath, String packages, String capabilities, List<Path> extenders) {

    /** Small, and quick to start: most plug-ins wait most of the time. */
    private static final List<String> SETTINGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx64m",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=32m",
            "-XX:CompressedClassSpaceSize=32m",
            "-Dslf4j.provider=" + HostCommand.LOG,
            "-Dslf4j.internal.verbosity=WARN");

    public HostRuntime {
        classPath = List.copyOf(classPath);
        extenders = List.copyOf(extenders);
    }

    /** All that has to be readable for it, but for Java. */
    List<Path> files() {
        List<Path> files = new ArrayList<>(classPath);
        files.addAll(extenders);
        return files;
    }

    /**
     * The line that starts it.
     *
     * @param work the folder that is its own
     */
    List<String> line(Path plugin, Path work) {
        List<String> line = new ArrayList<>();
        line.add(java.toString());
        line.addAll(SETTINGS);
        line.add("-Djava.io.tmpdir=" + work);
        line.add("-cp");
        line.add(String.join(":", classPath.stream().map(Path::toString).toList()));
        line.add(HostCommand.MAIN);
        line.addAll(new HostCommand(packages, capabilities, extenders, plugin, work.resolve("framework")).words());
        return line;
    }
}
