// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.internal.registry;

import java.util.List;
import java.util.Optional;
import officina.api.agent.AgentDescriptor;
import officina.api.agent.ChatAgent;
import officina.api.batch.BatchAgent;
import officina.api.id.ToolId;
import officina.api.tool.Tool;
import officina.core.plugin.AgentEntry;
import officina.core.plugin.BatchEntry;
import officina.core.plugin.ManifestReader;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest.Declared;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.ToolEntry;
import org.jspecify.annotations.Nullable;

/** Judges a service by the manifest of its bundle. */
final class Contributions {

    private Contributions() {}

    /** What is made of a plug-in's manifest and descriptor. */
    private interface Made {
        Contribution of(PluginInfo plugin, AgentDescriptor descriptor);
    }

    /** @param id the plug-in that the service's property {@code officina.plugin} names, if it does */
    static Contribution agent(Provider provider, @Nullable Object id, ChatAgent agent) {
        return described(
                provider,
                PluginInfo.AGENT,
                id,
                agent,
                (plugin, descriptor) ->
                        new Contribution.Agent(provider.bundleId(), new AgentEntry(plugin, descriptor, agent)));
    }

    /** @param id as for an agent */
    static Contribution batch(Provider provider, @Nullable Object id, BatchAgent agent) {
        return described(
                provider,
                PluginInfo.BATCH,
                id,
                agent,
                (plugin, descriptor) ->
                        new Contribution.Batch(provider.bundleId(), new BatchEntry(plugin, descriptor, agent)));
    }

    private static Contribution described(
            Provider provider, String kind, @Nullable Object id, Object agent, Made made) {
        String service = agent.getClass().getName();
        List<Declared> declared = declared(provider, kind);
        List<Declared> matching = declared.stream()
                .filter(each -> id == null || each.info().id().value().equals(id))
                .toList();
        if (matching.size() != 1) {
            return rejected(provider, service, whyNotOne(declared, kind, id));
        }
        Declared plugin = matching.getFirst();
        try {
            return made.of(plugin.info(), DescriptorFile.read(plugin, provider.files()));
        } catch (DescriptorFile.Unusable e) {
            return rejected(provider, plugin.info().id().value(), e.text());
        }
    }

    static Contribution tool(Provider provider, Tool tool) {
        String service = tool.getClass().getName();
        ToolId id;
        try {
            id = tool.descriptor().id();
        } catch (RuntimeException e) {
            // Code of a plug-in: whatever it throws is this plug-in's problem, not the registry's.
            return rejected(
                    provider,
                    service,
                    "The tool is ignored: its descriptor() threw "
                            + e.getClass().getName() + ".");
        }
        List<Declared> declared = declared(provider, PluginInfo.TOOL);
        Optional<Declared> owner = declared.stream()
                .filter(each -> each.info().id().value().equals(id.owner()))
                .findFirst();
        if (owner.isEmpty()) {
            return rejected(
                    provider,
                    id.toString(),
                    declared.isEmpty()
                            ? "The tool is ignored: the manifest has no capability " + ManifestReader.PLUGIN
                                    + " of kind tool."
                            : "The tool is ignored: its id names another owner than the plug-in of kind tool in the"
                                    + " manifest.");
        }
        return new Contribution.Tool(
                provider.bundleId(), id, new ToolEntry(owner.get().info(), tool));
    }

    private static String whyNotOne(List<Declared> declared, String kind, @Nullable Object id) {
        if (declared.isEmpty()) {
            return "The agent is ignored: the manifest has no capability " + ManifestReader.PLUGIN + " of kind " + kind
                    + ".";
        }
        return id == null
                ? "The agent is ignored: the manifest declares several, so its service needs the property "
                        + ManifestReader.PLUGIN + " to say which it is."
                : "The agent is ignored: the manifest declares no "
                        + (kind.equals(PluginInfo.BATCH) ? "batch agent " : "agent ") + id + ".";
    }

    private static List<Declared> declared(Provider provider, String kind) {
        return provider.manifest().plugins().stream()
                .filter(each -> each.info().kind().equals(kind))
                .toList();
    }

    private static Contribution rejected(Provider provider, String subject, String text) {
        return new Contribution.Rejected(new PluginProblem(provider.manifest().bundle(), subject, text));
    }
}
