// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.id.PluginId;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** Plug-ins come and go in a running framework, good ones and others. */
class PluginOsgiTests {

    private static final PluginId ID = new PluginId("agent.visitor");

    private final BundleContext context =
            FrameworkUtil.getBundle(PluginOsgiTests.class).getBundleContext();

    private PluginRegistry registry;
    private Bundle bundle;

    @BeforeEach
    void findRegistry() {
        ServiceReference<PluginRegistry> reference = context.getServiceReference(PluginRegistry.class);
        assertNotNull(reference, "the registry of plug-ins is not there");
        registry = context.getService(reference);
    }

    @AfterEach
    void uninstall() throws BundleException {
        if (bundle != null) {
            bundle.uninstall();
        }
    }

    @Test
    void an_agent_is_started_on_a_thread_of_its_own_and_goes_with_its_bundle() throws Exception {
        bundle = start("agent.visitor", "agent");
        BlockingQueue<String> threads = new ArrayBlockingQueue<>(10);
        bundle.getBundleContext().registerService(ChatAgent.class, new Factory(threads), null);

        assertTrue(registry.agent(ID).isPresent());
        assertEquals("plug-in start", threads.poll());
        bundle.stop();
        assertTrue(registry.agent(ID).isEmpty());
    }

    @Test
    void a_service_whose_bundle_does_not_declare_it_is_named_and_does_not_count() throws Exception {
        bundle = start("agent.visitor", "tool");
        bundle.getBundleContext()
                .registerService(ChatAgent.class, (request, given) -> AgentReply.answer("Hello"), null);

        assertTrue(registry.agent(ID).isEmpty());
        assertTrue(registry.problems().stream()
                .map(PluginProblem::text)
                .anyMatch(
                        "The agent is ignored: the manifest has no capability officina.plugin of kind agent."::equals));
    }

    @Test
    void an_id_that_the_product_has_is_not_given_to_another() throws Exception {
        bundle = start("agent.task", "agent");
        bundle.getBundleContext()
                .registerService(ChatAgent.class, (request, given) -> AgentReply.answer("Hello"), null);

        assertEquals(
                "officina.agent.task",
                registry.agent(new PluginId("agent.task"))
                        .orElseThrow()
                        .plugin()
                        .bundle());
        assertTrue(registry.problems()
                .contains(new PluginProblem(
                        "test.visitor",
                        "agent.task",
                        "Ignored: the bundle officina.agent.task has this id already; choose another.")));
    }

    private record Factory(BlockingQueue<String> threads) implements ServiceFactory<ChatAgent> {

        @Override
        public ChatAgent getService(Bundle user, ServiceRegistration<ChatAgent> registration) {
            threads.add(Thread.currentThread().getName());
            return (request, given) -> AgentReply.answer("Hello");
        }

        @Override
        public void ungetService(Bundle user, ServiceRegistration<ChatAgent> registration, ChatAgent service) {}
    }

    private Bundle start(String id, String kind) throws BundleException, IOException {
        Bundle installed = context.installBundle("test:visitor", jar(id, kind));
        installed.start();
        return installed;
    }

    private static InputStream jar(String id, String kind) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", "test.visitor",
                        "Import-Package", "officina.api.agent",
                        "Provide-Capability",
                                "officina.plugin;officina.plugin=\"" + id + "\";kind=\"" + kind
                                        + "\";descriptor=\"agent.json\"")
                .forEach((name, value) -> headers.put(new Attributes.Name(name), value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new ZipEntry("agent.json"));
            jar.write("{\"name\": \"Visitor\", \"description\": \"Says hello\", \"examples\": [\"say hello\"]}"
                    .getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
