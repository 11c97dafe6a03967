// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import officina.api.memory.EmbedderFactory;
import officina.core.plugin.PluginRegistry;
import officina.document.Documents;
import officina.engine.Engine;
import officina.engine.EngineOptions;
import officina.engine.LogFiles;
import officina.engine.internal.LocalEngineFactory;
import officina.engine.socket.internal.SocketPort;
import officina.index.IndexFactory;
import officina.index.internal.LuceneIndexFactory;
import officina.journal.file.internal.FileJournalFactory;
import officina.language.WordEntityExtractor;
import officina.orchestrator.Orchestrator;
import officina.sandbox.SandboxFactory;
import officina.store.ForeignDatabases;
import officina.store.internal.H2StoreFactory;
import officina.vault.internal.FileVaultFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.ComponentServiceObjects;

/** An engine with documents and an index, without the platform. */
final class BenchEngine {

    private BenchEngine() {}

    static Engine open(Path data, EmbedderFactory embedders) {
        return new LocalEngineFactory(
                        new FileVaultFactory(),
                        new FileJournalFactory(),
                        new H2StoreFactory(),
                        nothing(PluginRegistry.class),
                        new WordEntityExtractor(),
                        nothing(Orchestrator.class),
                        nothing(ForeignDatabases.class),
                        nothing(ComponentServiceObjects.class),
                        service(embedders),
                        service((IndexFactory) new LuceneIndexFactory()),
                        service(new Documents()),
                        nothing(LogFiles.class),
                        new SocketPort(context()),
                        nothing(SandboxFactory.class),
                        nothing(ComponentServiceObjects.class),
                        nothing(ComponentServiceObjects.class),
                        context())
                .open(new EngineOptions(
                        data, _ -> "correct horse battery".toCharArray(), Clock.systemUTC(), Locale.UK, ZoneId.of("UTC")));
    }

    @SuppressWarnings("unchecked")
    private static <T> ComponentServiceObjects<T> service(T service) {
        return (ComponentServiceObjects<T>) Proxy.newProxyInstance(
                ComponentServiceObjects.class.getClassLoader(),
                new Class<?>[] {ComponentServiceObjects.class},
                (_, method, _) -> method.getName().equals("getService") ? service : null);
    }

    /** What a measurement never asks for anything. */
    private static <T> T nothing(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> method.getReturnType() == List.class
                        ? List.of()
                        : method.getReturnType().isInterface() ? nothing(method.getReturnType()) : null));
    }

    private static BundleContext context() {
        Bundle bundle = (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(), new Class<?>[] {Bundle.class}, (_, _, _) -> new Version(1, 0, 0));
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (_, _, _) -> bundle);
    }
}
