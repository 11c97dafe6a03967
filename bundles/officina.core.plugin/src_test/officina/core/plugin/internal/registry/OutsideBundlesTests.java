// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.id.PluginId;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.ManifestReader;
import officina.core.plugin.OutsideBundle;
import officina.core.plugin.OutsideBundle.OutsideAgent;
import officina.core.plugin.PluginFiles;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import org.junit.jupiter.api.Test;

class OutsideBundlesTests {

    private static final PluginId ID = new PluginId("agent.far");
    private static final PluginFiles FILES = path ->
            new ByteArrayInputStream("{\"name\": \"Far\", \"description\": \"Far away\", \"examples\": [\"go far\"]}"
                    .getBytes(StandardCharsets.UTF_8));

    private final ChatAgent agent = (request, context) -> AgentReply.answer("far");
    private final ServicePluginRegistry registry = new ServicePluginRegistry(new FakeFramework().context());

    private static PluginManifest manifest(String bundle) {
        return new ManifestReader(Locale.ROOT)
                .read(
                        Map.of(
                                "Bundle-SymbolicName",
                                bundle,
                                "Provide-Capability",
                                "officina.plugin; officina.plugin=\"agent.far\"; kind=\"agent\";"
                                        + " version:Version=\"1.0\"; descriptor=\"agent.json\""),
                        false,
                        FILES);
    }

    private OutsideBundle bundle(String name) {
        return new OutsideBundle(
                manifest(name), FILES, List.of(new OutsideAgent(null, agent)), List.of(), List.of(), null);
    }

    @Test
    void an_agent_that_runs_elsewhere_counts_for_as_long_as_it_is_there() throws Exception {
        List<Integer> counts = new ArrayList<>();
        try (AutoCloseable _ = registry.onChange(delta -> counts.add(delta.all().size()))) {
            PluginRegistry.Place added = registry.add(bundle("far.one"));
            AgentEntry entry = registry.agent(ID).orElseThrow();
            assertSame(agent, entry.agent());
            assertEquals("Far", entry.descriptor().name());
            assertEquals(List.of(entry.plugin()), registry.declared());
            assertEquals(List.of(), registry.problems());

            added.close();
            assertEquals(List.of(), registry.agents());
            assertEquals(List.of(), registry.declared());
            assertEquals(List.of(1, 0), counts);
        }
    }

    @Test
    void one_without_services_is_declared_and_the_problems_say_why() {
        registry.add(OutsideBundle.without(manifest("far.one"), FILES, "It was not allowed to read to-dos."));
        assertEquals(List.of(), registry.agents());
        assertEquals(
                List.of(ID), registry.declared().stream().map(PluginInfo::id).toList());
        assertEquals(
                List.of(new PluginProblem("far.one", "agent.far", "It was not allowed to read to-dos.")),
                registry.problems());
    }

    @Test
    void one_that_becomes_another_is_there_all_the_time() throws Exception {
        List<Integer> counts = new ArrayList<>();
        PluginRegistry.Place place = registry.add(bundle("far.one"));
        try (AutoCloseable _ =
                registry.onChange(_ -> counts.add(registry.declared().size()))) {
            place.become(OutsideBundle.without(manifest("far.one"), FILES, "It was not allowed to read to-dos."));
            assertEquals(List.of(), registry.agents());
            place.become(bundle("far.one"));
        }
        assertEquals(1, registry.agents().size());
        assertEquals(List.of(1, 1), counts);
    }

    @Test
    void the_one_that_was_added_first_keeps_its_id() {
        registry.add(bundle("far.one"));
        registry.add(bundle("far.two"));
        assertEquals("far.one", registry.agent(ID).orElseThrow().plugin().bundle());
        assertTrue(registry.problems().stream().anyMatch(each -> each.bundle().equals("far.two")));
    }
}
