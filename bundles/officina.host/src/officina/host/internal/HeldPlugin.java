// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.host.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import officina.api.agent.ChatAgent;
import officina.api.batch.BatchAgent;
import officina.api.tool.Tool;
import officina.host.HostCommand;
import officina.host.HostedPlugin;
import officina.host.HostedServices;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** A framework with one plug-in, and what belongs to that. Any thread. */
final class HeldPlugin implements HostedPlugin {

    /** The service property by which an agent says which plug-in of its bundle it is. */
    private static final String PLUGIN = "officina.plugin";

    private final HostCommand command;
    private @Nullable Held held;

    /** The plug-in at work. */
    private record Held(
            BundleContext context,
            List<ServiceReference<ChatAgent>> agents,
            List<ServiceReference<BatchAgent>> batchAgents,
            List<ServiceReference<Tool>> tools) {

        <S> S service(List<ServiceReference<S>> references, int place) {
            S service = place >= 0 && place < references.size() ? context.getService(references.get(place)) : null;
            if (service == null) {
                throw HostFailures.serviceFailed();
            }
            return service;
        }
    }

    HeldPlugin(HostCommand command) {
        this.command = command;
    }

    @Override
    public synchronized HostedServices start() {
        Held known = held;
        if (known == null) {
            known = held();
            held = known;
        }
        return new HostedServices(
                names(known.agents()), names(known.batchAgents()), known.tools().size());
    }

    /** Which plug-in of the bundle each says it is. */
    private static <S> List<String> names(List<ServiceReference<S>> references) {
        return references.stream()
                .map(each ->
                        Objects.requireNonNullElse(each.getProperty(PLUGIN), "").toString())
                .toList();
    }

    private Held held() {
        BundleContext context = framework();
        try {
            Bundle plugin = install(context, command.plugin());
            plugin.start(Bundle.START_ACTIVATION_POLICY);
            return new Held(
                    context,
                    references(context, plugin, ChatAgent.class),
                    references(context, plugin, BatchAgent.class),
                    references(context, plugin, Tool.class));
        } catch (BundleException e) {
            throw HostFailures.notStarted(e);
        }
    }

    /** The framework with all that makes plug-ins work. */
    private BundleContext framework() {
        Framework framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(settings());
        try {
            framework.start();
            BundleContext context = framework.getBundleContext();
            List<Bundle> extenders = new ArrayList<>();
            for (Path each : command.extenders()) {
                extenders.add(install(context, each));
            }
            for (Bundle each : extenders) {
                each.start();
            }
            return context;
        } catch (BundleException e) {
            throw new IllegalStateException("the host itself does not start", e);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, command.storage().toString());
        settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, command.packages());
        settings.put(Constants.FRAMEWORK_SYSTEMCAPABILITIES_EXTRA, command.capabilities());
        // what the manifest does not import is not there
        settings.put(Constants.FRAMEWORK_BOOTDELEGATION, "");
        settings.put("osgi.compatibility.bootdelegation", "false");
        // a service is not made anew for each call
        settings.put("ds.delayed.keepInstances", "true");
        return settings;
    }

    private static Bundle install(BundleContext context, Path jar) throws BundleException {
        return context.installBundle("reference:" + jar.toUri());
    }

    private static <S> List<ServiceReference<S>> references(BundleContext context, Bundle plugin, Class<S> type) {
        try {
            Collection<ServiceReference<S>> all = context.getServiceReferences(type, null);
            return all.stream()
                    .filter(each -> plugin.equals(each.getBundle()))
                    .sorted()
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
    }

    private Held held(String what) {
        Held known = held;
        if (known == null) {
            throw new IllegalStateException("asked for " + what + " before the plug-in was started");
        }
        return known;
    }

    @Override
    public synchronized ChatAgent agent(int place) {
        Held known = held("an agent");
        return known.service(known.agents(), place);
    }

    @Override
    public synchronized BatchAgent batchAgent(int place) {
        Held known = held("a batch agent");
        return known.service(known.batchAgents(), place);
    }

    @Override
    public synchronized Tool tool(int place) {
        Held known = held("a tool");
        return known.service(known.tools(), place);
    }
}
