// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.pool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import officina.host.HostCommand;
import org.jspecify.annotations.Nullable;

/**
 * What a plug-in host is made of.
 *
 * @param java the program
 * @param classPath of the host itself, with what the plug-in may import
 * @param packages those of the class path that the plug-in may import, as manifests write them
 * @param capabilities what the plug-in may require, as manifests write them
 * @param extenders bundles that are started before the plug-in
 * @param learnt where the virtual machine finds what it has learnt about all of this, once that is there; {@code null} to
 *     learn nothing
 */
public record HostRuntime(
        Path java,
        List<Path> classPath,
        String packages,
        String capabilities,
        List<Path> extenders,
        @Nullable Path learnt) {

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
            // else reflection makes classes at each start that no cache keeps: a fifth of all that a start takes
            "-Djdk.reflect.useNativeAccessorOnly=true",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
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
        Path known = usable();
        if (known != null) {
            files.add(known);
        }
        return files;
    }

    private @Nullable Path usable() {
        Path known = learnt;
        return known != null && Files.isReadable(known) ? known : null;
    }

    /**
     * The line that starts it.
     *
     * @param work the folder that is its own
     * @param socket what leads to the network; {@code null} where nothing does
     */
    List<String> line(Path plugin, Path work, @Nullable Path socket) {
        List<String> own = new ArrayList<>();
        Path known = usable();
        if (known != null) {
            own.add("-XX:AOTCache=" + known);
        }
        if (socket != null) {
            own.add("-D" + HostCommand.PROXY + "=" + socket);
        }
        return line(plugin, work, own);
    }

    /**
     * The line that has the virtual machine learn, at the end of the process.
     *
     * @param made where it puts that
     */
    List<String> rehearsal(Path plugin, Path work, Path made) {
        return line(plugin, work, List.of("-XX:AOTCacheOutput=" + made));
    }

    private List<String> line(Path plugin, Path work, List<String> own) {
        List<String> line = new ArrayList<>();
        line.add(java.toString());
        line.addAll(SETTINGS);
        line.addAll(own);
        line.add("-Djava.io.tmpdir=" + work);
        line.add("-cp");
        line.add(String.join(":", classPath.stream().map(Path::toString).toList()));
        line.add(HostCommand.MAIN);
        line.addAll(new HostCommand(packages, capabilities, extenders, plugin, work.resolve("framework")).words());
        return line;
    }
}
