// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes the bundle of {@link SampleAgent}, as a stranger would build it. One thread. */
public final class SampleJar {

    private static final String COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="sample.agent">
              <service><provide interface="officina.api.agent.ChatAgent"/></service>
              <property name="officina.plugin" value="%s"/>
              <implementation class="%s"/>
            </scr:component>
            """;

    private static final String TOOL_COMPONENT = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="sample.tool">
              <service><provide interface="officina.api.tool.Tool"/></service>
              <implementation class="%s"/>
            </scr:component>
            """.formatted(SampleTool.class.getName());

    private static final String DESCRIPTOR = """
            {
              "name": "Flimflam",
              "description": "A stranger who does what he is told when he is called Flimflam",
              "examples": [
                "Flimflam, say hello",
                "Flimflam, add milk",
                "Flimflam, read the secret file",
                "Flimflam, fetch https://example.org/",
                "Flimflam, print something",
                "Flimflam, exit 3",
                "Flimflam, nonsense about it",
                "Flimflam, sleep for a while"
              ]
            }
            """;

    private static final String BATCH = """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="sample.batch">
              <service><provide interface="officina.api.batch.BatchAgent"/></service>
              <property name="officina.plugin" value="batch.sample"/>
              <implementation class="%s"/>
            </scr:component>
            """.formatted(SampleBatch.class.getName());

    private static final String BATCH_DESCRIPTOR = """
            {"name": "Flimflam's rounds", "description": "Counts the to-dos on the hour"}
            """;

    private static final String IMPORTS =
            "officina.api.agent,officina.api.chat,officina.api.content,officina.api.error,officina.api.host,"
                    + "officina.api.id,officina.api.json,officina.api.language,officina.api.mail,officina.api.record,officina.api.tool";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private Class<?> agent = SampleAgent.class;
    private String plugin = "agent.sample";

    public SampleJar() {
        headers.put("Manifest-Version", "1.0");
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "sample");
        headers.put("Bundle-Version", "1.0.0");
        headers.put("Import-Package", IMPORTS);
        headers.put("Service-Component", "OSGI-INF/agent.xml");
        headers.put("Bundle-ActivationPolicy", "lazy");
        headers.put(
                "Provide-Capability",
                "officina.plugin;officina.plugin=\"agent.sample\";kind=\"agent\";version:Version=\"1.0\";"
                        + "descriptor=\"OSGI-INF/officina/agent.json\"");
        headers.put(
                "Require-Capability",
                "officina.api;filter:=\"(&(officina.api=plugin)(version>=1.0)(!(version>=2.0)))\","
                        + "officina.permission;filter:=\"(officina.permission=store.read)\";"
                        + "kinds:List<String>=\"todo\";reason=\"To count what there is.\","
                        + "officina.permission;filter:=\"(officina.permission=store.write)\";"
                        + "kinds:List<String>=\"todo\";reason=\"To add what you ask for.\"");
    }

    /** That needs one package more. */
    public SampleJar importing(String name) {
        headers.put("Import-Package", IMPORTS + "," + name);
        return this;
    }

    /** With another agent in the place of {@link SampleAgent}, a class without others in it. */
    public SampleJar with(Class<?> other) {
        agent = other;
        return this;
    }

    /** With {@link SampleTool}. */
    public SampleJar withTool() {
        headers.put("Service-Component", "OSGI-INF/agent.xml,OSGI-INF/tool.xml");
        headers.merge(
                "Provide-Capability",
                "officina.plugin;officina.plugin=\"agent.sample\";kind=\"tool\";version:Version=\"1.0\"",
                (agent, tool) -> agent + "," + tool);
        return this;
    }

    /** That has a batch agent as well, {@code batch.sample}, which works on the hour. */
    public SampleJar batched() {
        headers.put("Import-Package", IMPORTS + ",officina.api.batch,officina.api.plan");
        headers.put("Service-Component", "OSGI-INF/agent.xml,OSGI-INF/batch.xml");
        headers.put(
                "Provide-Capability",
                headers.get("Provide-Capability")
                        + ",officina.plugin;officina.plugin=\"batch.sample\";kind=\"batch\";version:Version=\"1.0\";"
                        + "schedule=\"0 * * * *\";descriptor=\"OSGI-INF/officina/batch.json\"");
        return this;
    }

    /** Of another name, with the same plug-in in it. */
    public SampleJar named(String bundle) {
        headers.put("Bundle-SymbolicName", bundle);
        return this;
    }

    /** With another plug-in in the place of {@code agent.sample}. */
    public SampleJar calling(String other) {
        plugin = other;
        headers.computeIfPresent("Provide-Capability", (_, said) -> said.replace("agent.sample", other));
        return this;
    }

    /** Of another version. */
    public SampleJar version(String version) {
        headers.put("Bundle-Version", version);
        return this;
    }

    /** That asks for something more, without which it does nothing. */
    public SampleJar alsoNotifying() {
        headers.merge(
                "Require-Capability",
                "officina.permission;filter:=\"(officina.permission=notify)\";reason=\"To tell you.\"",
                (asked, more) -> asked + "," + more);
        return this;
    }

    /** That does not say that it is a plug-in. */
    public SampleJar undeclared() {
        headers.remove("Provide-Capability");
        return this;
    }

    /** That would like to connect to servers, with a secret, and can do without. */
    public SampleJar connecting() {
        headers.merge(
                "Require-Capability",
                "officina.permission;filter:=\"(officina.permission=net.connect)\";resolution:=optional;"
                        + "hosts:List<String>=\"*\";reason=\"To fetch what you ask for.\","
                        + "officina.permission;filter:=\"(officina.permission=secret.use)\";resolution:=optional;"
                        + "names:List<String>=\"sample.key\";reason=\"To say who asks.\"",
                (one, other) -> one + "," + other);
        return this;
    }

    /** That fails when it starts. */
    public SampleJar failing() {
        headers.put("Bundle-Activator", FailingActivator.class.getName());
        headers.remove("Bundle-ActivationPolicy");
        return this;
    }

    /** Writes it; where it lies. */
    public Path in(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        Path jar = folder.resolve("sample.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            put(out, "OSGI-INF/agent.xml", COMPONENT.formatted(plugin, agent.getName()));
            put(out, "OSGI-INF/tool.xml", TOOL_COMPONENT);
            put(out, "OSGI-INF/officina/agent.json", DESCRIPTOR);
            put(out, "OSGI-INF/batch.xml", BATCH);
            put(out, "OSGI-INF/officina/batch.json", BATCH_DESCRIPTOR);
            for (Class<?> type : List.of(agent, SampleTool.class, SampleBatch.class, FailingActivator.class)) {
                String path = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(path));
                try (InputStream in = type.getResourceAsStream("/" + path)) {
                    Objects.requireNonNull(in).transferTo(out);
                }
            }
        }
        return jar;
    }

    private static void put(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
