// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.plugin;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** What a plug-in host is made of, from the class path of a test and the manifests beside its bundle. */
public final class HostParts {

    private HostParts() {}

    public static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .toList();
    }

    /** What plug-ins may import. */
    public static String packages() throws IOException {
        return header("Export-Package");
    }

    /** What plug-ins may require. */
    public static String capabilities() throws IOException {
        return header("Provide-Capability");
    }

    private static String header(String name) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of("..", "officina.api", "META-INF", "MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes().getValue(name);
        }
    }

    /** What makes services of components. */
    public static List<Path> extenders() {
        return Stream.of("component", "function", "promise", "scr")
                .map(part -> "org\\..*\\." + part + "[-_].*\\.jar")
                .map(name -> classPath().stream()
                        .filter(each -> each.getFileName().toString().matches(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
