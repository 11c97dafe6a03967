// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import officina.host.internal.rehearsal.RehearsalAgent;

/** A plug-in of our own for a host that nobody works with: it has one agent, which answers what it is asked. */
public final class RehearsalBundle {

    private static final String COMPONENT = "OSGI-INF/agent.xml";

    private RehearsalBundle() {}

    /** Writes it; where it lies. */
    public static Path in(Path folder) throws IOException {
        Path jar = folder.resolve("rehearsal.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest())) {
            out.putNextEntry(new JarEntry(COMPONENT));
            out.write("""
                    <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="rehearsal">
                      <service><provide interface="officina.api.agent.ChatAgent"/></service>
                      <implementation class="%s"/>
                    </scr:component>
                    """.formatted(RehearsalAgent.class.getName()).getBytes(StandardCharsets.UTF_8));
            String type = RehearsalAgent.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(type));
            try (InputStream in = RehearsalBundle.class.getResourceAsStream("/" + type)) {
                Objects.requireNonNull(in, type).transferTo(out);
            }
        }
        return jar;
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.put(new Attributes.Name("Bundle-ManifestVersion"), "2");
        headers.put(new Attributes.Name("Bundle-SymbolicName"), "officina.rehearsal");
        headers.put(
                new Attributes.Name("Import-Package"),
                "officina.api.agent,officina.api.chat,officina.api.content,officina.api.language");
        headers.put(new Attributes.Name("Service-Component"), COMPONENT);
        headers.put(new Attributes.Name("Bundle-ActivationPolicy"), "lazy");
        return manifest;
    }
}
