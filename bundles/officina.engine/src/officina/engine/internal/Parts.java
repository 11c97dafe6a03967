// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.util.function.Supplier;
import officina.api.language.EntityExtractor;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.net.HostNames;
import officina.core.run.JournalFactory;
import officina.engine.EnginePort;
import officina.engine.LogFiles;
import officina.engine.internal.diagnostic.InstalledBundles;
import officina.engine.internal.knowledge.KnowledgeParts;
import officina.host.pool.HostRuntime;
import officina.mail.MailTransport;
import officina.model.ModelService;
import officina.net.okhttp.HttpTransport;
import officina.orchestrator.Orchestrator;
import officina.sandbox.SandboxFactory;
import officina.store.ForeignDatabases;
import officina.store.StoreFactory;
import officina.vault.VaultFactory;

/**
 * What an engine is assembled from.
 *
 * @param models started when a model is asked for the first time
 * @param transport started when a plug-in sends its first request
 * @param mail started when a mail server is asked for the first time
 * @param names where the hosts are that plug-ins connect to
 */
public record Parts(
        VaultFactory vaults,
        JournalFactory journals,
        StoreFactory stores,
        PluginRegistry plugins,
        EntityExtractor entities,
        Orchestrator orchestrator,
        ForeignDatabases foreign,
        Supplier<ModelService> models,
        KnowledgeParts knowledge,
        LogFiles logFiles,
        EnginePort port,
        InstalledBundles installed,
        SandboxFactory sandboxes,
        Supplier<HostRuntime> hosts,
        Supplier<HttpTransport> transport,
        Supplier<MailTransport> mail,
        HostNames names) {}
