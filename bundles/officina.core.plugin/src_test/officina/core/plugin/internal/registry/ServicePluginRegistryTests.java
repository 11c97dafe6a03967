// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import officina.api.agent.AgentContext;
import officina.api.agent.AgentDescriptor;
import officina.api.agent.AgentReply;
import officina.api.agent.ChatAgent;
import officina.api.batch.BatchAgent;
import officina.api.batch.BatchResult;
import officina.api.chat.ChatRequest;
import officina.api.id.PluginId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.tool.Tool;
import officina.api.tool.ToolContext;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolEffect;
import officina.api.tool.ToolResult;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.BatchEntry;
import officina.core.plugin.PluginDelta;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginProblem;
import officina.core.schedule.CronSchedule;
import officina.core.schedule.Timetable;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

class ServicePluginRegistryTests {

    private static final PluginId ID = new PluginId("agent.test");
    private static final String AGENT =
            "officina.plugin; officina.plugin=\"agent.test\"; kind=\"agent\"; descriptor=\"agent.json\"";
    private static final String TOOL = "officina.plugin; officina.plugin=\"agent.test\"; kind=\"tool\"";
    private static final String DESCRIPTOR =
            "{\"name\": \"Test\", \"description\": \"Tests things\", \"examples\": [\"test this\"]}";

    private final FakeFramework framework = new FakeFramework();
    private final ServicePluginRegistry registry = new ServicePluginRegistry(framework.context());
    private final ChatAgent agent = new TestAgent();

    @Test
    void an_agent_with_its_capability_counts() {
        Bundle bundle = bundle("test.one", AGENT);

        registry.addAgent(framework.service(bundle, Map.of(), agent));

        PluginInfo plugin = info("test.one", "agent", true);
        AgentEntry entry = new AgentEntry(
                plugin, new AgentDescriptor(ID, "Test", "Tests things", List.of("test this"), false), agent);
        assertEquals(List.of(entry), registry.agents());
        assertEquals(Optional.of(entry), registry.agent(ID));
        assertEquals(List.of(plugin), registry.plugins());
        assertEquals(List.of(), registry.problems());
    }

    @Test
    void a_batch_agent_counts_with_its_schedule_and_without_examples() {
        String batch = "officina.plugin; officina.plugin=\"agent.test\"; kind=\"batch\"; descriptor=\"agent.json\";"
                + " schedule=\"0 7 * * *\"";
        BatchAgent scanner = (trigger, context) -> BatchResult.of("scanned");
        Bundle bundle = framework.install(
                FakeFramework.BUNDLED,
                Bundle.ACTIVE,
                headers("test.one", batch),
                Map.of("agent.json", "{\"name\": \"Test\", \"description\": \"Scans things\"}"));

        registry.addBatchAgent(framework.service(bundle, Map.of(), scanner));

        BatchEntry entry = registry.batchAgent(ID).orElseThrow();
        assertSame(scanner, entry.agent());
        assertEquals(
                new Timetable(CronSchedule.parse("0 7 * * *"), null, false),
                entry.plugin().timetable());
        assertEquals(List.of(entry), registry.batchAgents());
        assertEquals(List.of(), registry.agents());
        assertEquals(List.of(), registry.problems());
    }

    @Test
    void a_batch_agent_whose_manifest_declares_none_is_ignored() {
        registry.addBatchAgent(
                framework.service(bundle("test.one", TOOL), Map.of(), (_, _) -> BatchResult.of("scanned")));

        assertEquals(List.of(), registry.batchAgents());
        assertTrue(
                registry.problems().stream()
                        .anyMatch(
                                each -> each.text()
                                        .equals(
                                                "The agent is ignored: the manifest has no capability officina.plugin of kind batch.")));
    }

    @Test
    void a_tool_of_a_declared_owner_counts() {
        Tool tool = new TestTool("agent.test:look");

        registry.addTool(framework.service(bundle("test.one", TOOL), Map.of(), tool));

        assertSame(
                tool,
                registry.tool(ToolId.parse("agent.test:look")).orElseThrow().tool());
        assertEquals(List.of(info("test.one", "tool", true)), registry.plugins());
        assertEquals(List.of(), registry.problems());
    }

    @Test
    void a_service_without_a_capability_is_ignored_and_the_problems_say_why() {
        Bundle bundle = bundle("test.one", "osgi.service; objectClass=\"x\"");

        registry.addAgent(framework.service(bundle, Map.of(), agent));
        registry.addTool(framework.service(bundle, Map.of(), new TestTool("agent.test:look")));

        assertEquals(List.of(), registry.agents());
        assertEquals(List.of(), registry.tools());
        assertEquals(List.of(), registry.plugins());
        assertProblems(
                new PluginProblem(
                        "test.one",
                        TestAgent.class.getName(),
                        "The agent is ignored: the manifest has no capability officina.plugin of kind agent."),
                new PluginProblem(
                        "test.one",
                        "agent.test:look",
                        "The tool is ignored: the manifest has no capability officina.plugin of kind tool."));
    }

    @Test
    void a_tool_that_names_another_owner_is_ignored() {
        registry.addTool(framework.service(bundle("test.one", TOOL), Map.of(), new TestTool("agent.other:look")));

        assertEquals(List.of(), registry.tools());
        assertProblems(new PluginProblem(
                "test.one",
                "agent.other:look",
                "The tool is ignored: its id names another owner than the plug-in of kind tool in the manifest."));
    }

    @Test
    void a_tool_whose_descriptor_breaks_is_ignored() {
        Tool broken = new TestTool("agent.test:look") {
            @Override
            public ToolDescriptor descriptor() {
                throw new IllegalStateException("my words");
            }
        };

        registry.addTool(framework.service(bundle("test.one", TOOL), Map.of(), broken));

        assertProblems(new PluginProblem(
                "test.one",
                broken.getClass().getName(),
                "The tool is ignored: its descriptor() threw java.lang.IllegalStateException."));
    }

    @Test
    void a_descriptor_that_cannot_be_used_is_a_problem_of_its_agent() {
        Map<String, String> faults = new HashMap<>();
        faults.put(null, "The agent is ignored: there is no file agent.json in the bundle.");
        faults.put(
                "{\"name\": \"Test\"}",
                "The agent is ignored: agent.json is incomplete: member \"description\" must be a text.");
        faults.put(
                "{\"name\": \"Test\", \"description\": \" \", \"examples\": [\"a\"]}",
                "The agent is ignored: agent.json needs a name, a description and examples, since they are what it is"
                        + " found by.");
        faults.put(" ".repeat(1024 * 1024 + 1), "The agent is ignored: agent.json is larger than 1 MiB.");

        faults.forEach((descriptor, text) -> assertEquals(
                List.of(new PluginProblem("test.one", "agent.test", text)), problemsWithDescriptor(descriptor)));
        assertEquals(
                "The agent is ignored: agent.json is no JSON object. ",
                problemsWithDescriptor("{").getFirst().text().substring(0, 52));
    }

    @Test
    void the_product_keeps_its_place_against_a_bundle_with_the_same_id() {
        Bundle foreign =
                framework.install("file:/else/where.jar", Bundle.ACTIVE, headers("test.foreign", AGENT), files());
        Bundle own = bundle("test.own", AGENT);

        registry.addAgent(framework.service(foreign, Map.of(), new TestAgent()));
        registry.addAgent(framework.service(own, Map.of(), agent));

        assertSame(agent, registry.agent(ID).orElseThrow().agent());
        assertProblems(new PluginProblem(
                "test.foreign", "agent.test", "Ignored: the bundle test.own has this id already; choose another."));
    }

    @Test
    void of_two_tools_with_one_id_the_second_is_ignored() {
        Bundle bundle = bundle("test.one", TOOL);
        Tool first = new TestTool("agent.test:look");

        registry.addTool(framework.service(bundle, Map.of(), first));
        registry.addTool(framework.service(bundle, Map.of(), new TestTool("agent.test:look")));

        assertSame(
                first,
                registry.tool(ToolId.parse("agent.test:look")).orElseThrow().tool());
        assertProblems(new PluginProblem(
                "test.one", "agent.test:look", "The second service is ignored: there is one already."));
    }

    @Test
    void a_bundle_with_several_agents_says_by_a_property_which_is_which() {
        Bundle bundle = bundle("test.one", AGENT + ", " + AGENT.replace("agent.test", "agent.more"));
        ChatAgent nameless = new TestAgent();
        ChatAgent more = new TestAgent();

        registry.addAgent(framework.service(bundle, Map.of("officina.plugin", "agent.more"), more));
        registry.addAgent(framework.service(bundle, Map.of(), nameless));
        registry.addAgent(framework.service(bundle, Map.of("officina.plugin", "agent.none"), agent));

        assertSame(
                more, registry.agent(new PluginId("agent.more")).orElseThrow().agent());
        assertEquals(1, registry.agents().size());
        assertProblems(
                new PluginProblem(
                        "test.one",
                        TestAgent.class.getName(),
                        "The agent is ignored: the manifest declares several, so its service needs the property"
                                + " officina.plugin to say which it is."),
                new PluginProblem(
                        "test.one",
                        TestAgent.class.getName(),
                        "The agent is ignored: the manifest declares no agent agent.none."));
    }

    @Test
    void what_is_declared_and_not_there_is_explained() {
        framework.install(FakeFramework.BUNDLED, Bundle.INSTALLED, headers("a.installed", AGENT), files());
        framework.install(FakeFramework.BUNDLED, Bundle.RESOLVED, headers("b.resolved", AGENT), files());
        framework.install(FakeFramework.BUNDLED, Bundle.ACTIVE, headers("c.active", TOOL), files());
        framework.install(
                FakeFramework.BUNDLED,
                Bundle.ACTIVE,
                headers("d.unknown", TOOL.replace("\"tool\"", "\"hologram\"")),
                files());

        assertEquals(
                List.of("a.installed"),
                registry.declared().stream().map(PluginInfo::bundle).toList(),
                "of those with one id the first");
        assertProblems(
                new PluginProblem(
                        "a.installed", "agent.test", "Declared, but something the bundle requires is missing."),
                new PluginProblem("b.resolved", "agent.test", "Declared, but the bundle is not started."),
                new PluginProblem("c.active", "agent.test", "Declared, but the bundle registers no service Tool."),
                new PluginProblem(
                        "d.unknown", "agent.test", "This version of Officina knows no plug-ins of kind hologram."));
    }

    @Test
    void listeners_hear_what_came_and_went_until_they_close() throws Exception {
        List<PluginDelta> heard = new ArrayList<>();
        AutoCloseable subscription = registry.onChange(heard::add);
        ServiceReference<ChatAgent> reference = framework.service(bundle("test.one", AGENT), Map.of(), agent);

        registry.addAgent(reference);
        assertEquals(1, registry.agents().size());
        registry.remove(reference);
        assertEquals(List.of(), registry.agents());
        subscription.close();
        registry.addAgent(reference);
        assertEquals(1, registry.agents().size());

        PluginInfo plugin = info("test.one", "agent", true);
        assertEquals(
                List.of(
                        new PluginDelta(List.of(plugin), List.of(), List.of(plugin)),
                        new PluginDelta(List.of(), List.of(plugin), List.of())),
                heard);
    }

    @Test
    void a_listener_that_fails_keeps_no_other_from_hearing() {
        List<PluginDelta> heard = new ArrayList<>();
        registry.onChange(delta -> {
            throw new IllegalStateException();
        });
        registry.onChange(heard::add);

        registry.addAgent(framework.service(bundle("test.one", AGENT), Map.of(), agent));

        assertEquals(1, registry.agents().size());
        assertEquals(1, heard.size());
    }

    @Test
    void an_agent_whose_start_never_ends_is_named_and_holds_up_nobody() throws Exception {
        ServicePluginRegistry hasty = new ServicePluginRegistry(framework.context(), Duration.ofMillis(1));
        CountDownLatch told = new CountDownLatch(1);
        hasty.onChange(delta -> told.countDown());
        CountDownLatch held = new CountDownLatch(1);

        hasty.addAgent(framework.service(bundle("test.one", AGENT), Map.of(), () -> {
            assertTrue(held.await(60, TimeUnit.SECONDS), "nobody let the start go on");
            return agent;
        }));

        assertEquals(List.of(), hasty.agents());
        assertEquals(
                List.of(new PluginProblem(
                        "test.one",
                        "test.one",
                        "A service is ignored for now: it has been starting for more than 0 s. Its constructor and its"
                                + " activate method have to return at once.")),
                hasty.problems());
        held.countDown();
        assertTrue(told.await(60, TimeUnit.SECONDS), "nobody was told of the agent");
        assertEquals(agent, hasty.agents().getFirst().agent());
        assertEquals(List.of(), hasty.problems());
    }

    @Test
    void a_service_that_fails_to_start_is_named() {
        registry.addAgent(framework.service(bundle("test.one", AGENT), Map.of(), () -> {
            throw new IllegalStateException("my words");
        }));
        registry.addAgent(framework.service(bundle("test.two", AGENT), Map.of(), () -> null));

        String text = "A service is ignored: it failed to start; the log has the details.";
        assertProblems(
                new PluginProblem("test.one", "test.one", text), new PluginProblem("test.two", "test.two", text));
    }

    @Test
    void a_service_that_goes_while_it_starts_does_not_come_back() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        ServiceReference<ChatAgent> reference = framework.service(bundle("test.one", AGENT), Map.of(), () -> {
            assertTrue(held.await(60, TimeUnit.SECONDS), "nobody let the start go on");
            return agent;
        });
        registry.addAgent(reference);
        registry.remove(reference);
        held.countDown();

        assertEquals(List.of(), registry.agents());
    }

    private List<PluginProblem> problemsWithDescriptor(String descriptor) {
        FakeFramework one = new FakeFramework();
        ServicePluginRegistry lone = new ServicePluginRegistry(one.context());
        Map<String, String> files = new HashMap<>();
        files.put("agent.json", descriptor);
        Bundle bundle = one.install(FakeFramework.BUNDLED, Bundle.ACTIVE, headers("test.one", AGENT), files);
        lone.addAgent(one.service(bundle, Map.of(), agent));
        return lone.problems();
    }

    private void assertProblems(PluginProblem... problems) {
        assertEquals(List.of(problems), registry.problems());
    }

    private Bundle bundle(String name, String capabilities) {
        return framework.install(FakeFramework.BUNDLED + name, Bundle.ACTIVE, headers(name, capabilities), files());
    }

    private static Map<String, String> headers(String name, String capabilities) {
        return Map.of("Bundle-SymbolicName", name, "Bundle-Version", "1.0.0", "Provide-Capability", capabilities);
    }

    private static Map<String, String> files() {
        return Map.of("agent.json", DESCRIPTOR);
    }

    private static PluginInfo info(String bundle, String kind, boolean bundled) {
        return new PluginInfo(ID, kind, "1.0.0", bundle, "", bundled, List.of(), List.of());
    }

    private static final class TestAgent implements ChatAgent {
        @Override
        public AgentReply handle(ChatRequest request, AgentContext context) {
            return AgentReply.answer("tested");
        }
    }

    private static class TestTool implements Tool {

        private final ToolId id;

        TestTool(String id) {
            this.id = ToolId.parse(id);
        }

        @Override
        public ToolDescriptor descriptor() {
            return new ToolDescriptor(id, "Look", "Looks", JsonObject.EMPTY, ToolEffect.READS);
        }

        @Override
        public ToolResult call(JsonObject input, ToolContext context) {
            return ToolResult.success("seen", null);
        }
    }
}
