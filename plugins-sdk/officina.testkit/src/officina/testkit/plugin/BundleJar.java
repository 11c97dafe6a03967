// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * Makes the jar of a bundle on the class path of a test, as the build would, from its classes and the files in its folder,
 * which lies beside that of the test's bundle. One that is on the class path as a jar is that jar.
 */
public final class BundleJar {

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
              <service><provide interface="%2$s"/></service>
              <implementation class="%1$s"/>
            </scr:component>
            """;

    private final Class<?> component;
    private final Class<?> service;
    private final String bundle;

    /**
     * @param component its only one, in the bundle's root package
     * @param service what that is offered as
     */
    public BundleJar(Class<?> component, Class<?> service) {
        this.component = component;
        this.service = service;
        bundle = component.getPackageName();
    }

    /** Writes it; where it lies. */
    public Path in(Path folder) throws IOException {
        Path classes = classes();
        if (Files.isRegularFile(classes)) {
            return classes;
        }
        Path source = Path.of("..", bundle);
        Manifest manifest;
        try (InputStream in = Files.newInputStream(source.resolve("META-INF/MANIFEST.MF"))) {
            manifest = new Manifest(in);
        }
        manifest.getMainAttributes().put(new Attributes.Name("Service-Component"), "OSGI-INF/component.xml");
        Path jar = folder.resolve(bundle + ".jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            put(
                    out,
                    "OSGI-INF/component.xml",
                    COMPONENT.formatted(component.getName(), service.getName()).getBytes(StandardCharsets.UTF_8));
            for (Path each : files(classes.resolve(bundle.replace('.', '/')))) {
                put(out, name(classes, each), Files.readAllBytes(each));
            }
            for (Path each : files(source.resolve("OSGI-INF"))) {
                put(out, name(source, each), Files.readAllBytes(each));
            }
        }
        return jar;
    }

    private Path classes() {
        try {
            return Path.of(component
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class comes from somewhere", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
    }
}
