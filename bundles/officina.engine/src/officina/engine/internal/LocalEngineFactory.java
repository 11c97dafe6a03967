// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import officina.api.error.Failure;
import officina.api.language.EntityExtractor;
import officina.api.memory.EmbedderFactory;
import officina.base.Progress;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.net.HostNames;
import officina.core.run.JournalFactory;
import officina.document.Documents;
import officina.engine.CheckedBundle;
import officina.engine.Diagnostics;
import officina.engine.Diagnostics.Check;
import officina.engine.Engine;
import officina.engine.EngineFactory;
import officina.engine.EngineOptions;
import officina.engine.EnginePort;
import officina.engine.ExaminedData;
import officina.engine.LogFiles;
import officina.engine.Publishing;
import officina.engine.internal.diagnostic.DiagnosticsBundle;
import officina.engine.internal.diagnostic.FrameworkBundles;
import officina.engine.internal.knowledge.KnowledgeParts;
import officina.engine.internal.plugin.PublisherFiles;
import officina.engine.internal.start.Erasure;
import officina.host.pool.FrameworkRuntime;
import officina.index.IndexFactory;
import officina.mail.MailTransport;
import officina.model.ModelService;
import officina.net.okhttp.HttpTransport;
import officina.orchestrator.Orchestrator;
import officina.sandbox.SandboxFactory;
import officina.store.ForeignDatabases;
import officina.store.StoreFactory;
import officina.vault.VaultFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens engines out of the services that this runtime has. */
@Component(service = EngineFactory.class)
public final class LocalEngineFactory implements EngineFactory {

    private final Parts parts;

    @Activate
    public LocalEngineFactory(
            @Reference VaultFactory vaults,
            @Reference JournalFactory journals,
            @Reference StoreFactory stores,
            @Reference PluginRegistry plugins,
            @Reference EntityExtractor entities,
            @Reference(target = "(" + Orchestrator.PROPERTY + "=local)") Orchestrator orchestrator,
            @Reference ForeignDatabases foreign,
            @Reference ComponentServiceObjects<ModelService> models,
            @Reference ComponentServiceObjects<EmbedderFactory> embedders,
            @Reference ComponentServiceObjects<IndexFactory> indexes,
            @Reference ComponentServiceObjects<Documents> documents,
            @Reference LogFiles logFiles,
            @Reference EnginePort port,
            @Reference SandboxFactory sandboxes,
            @Reference ComponentServiceObjects<HttpTransport> transports,
            @Reference ComponentServiceObjects<MailTransport> mail,
            BundleContext context) {
        parts = new Parts(
                vaults,
                journals,
                stores,
                plugins,
                entities,
                orchestrator,
                foreign,
                // one for the life of this component, which the framework takes back with it
                models::getService,
                new KnowledgeParts(embedders::getService, indexes::getService, documents::getService),
                logFiles,
                port,
                new FrameworkBundles(context),
                sandboxes,
                () -> FrameworkRuntime.of(context),
                transports::getService,
                mail::getService,
                HostNames.SYSTEM);
    }

    @Override
    public Engine open(EngineOptions options) {
        return LocalEngine.open(parts, options);
    }

    @Override
    public List<String> erase(Path data) {
        return new Erasure(parts.vaults()).erase(data);
    }

    @Override
    public void diagnose(Path data, Failure reason, Path file) {
        Check opening = new Check(
                "opening",
                "Opening the data folder",
                Diagnostics.Result.PROBLEM,
                reason.code() + ": " + reason.message(),
                "");
        new DiagnosticsBundle(data, Clock.systemUTC(), parts.installed()).write(file, List.of(opening));
    }

    @Override
    public ExaminedData examine(EngineOptions options, boolean repair, Progress progress) {
        return new DataExaminer(parts, options).examine(repair, progress);
    }

    @Override
    public CheckedBundle check(Path bundle) {
        return BundleCheck.of(bundle, Locale.getDefault());
    }

    @Override
    public Publishing publishing() {
        return new PublisherFiles();
    }
}
