// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import officina.api.host.BrowserDataAccess;
import officina.api.host.DocumentAccess;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.language.EntityExtractor;
import officina.api.memory.Embedder;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.net.Web;
import officina.engine.internal.knowledge.KeptIndex;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.record.RecordWriter;
import officina.store.Store;

/**
 * What the work on any run needs.
 *
 * @param leftOut which plug-ins take no part in a project
 */
public record RunServices(
        EventLog log,
        Store store,
        RecordWriter writer,
        PluginRegistry plugins,
        PermissionBroker broker,
        EntityExtractor entities,
        Embedder embedder,
        KeptIndex index,
        Supplier<DocumentAccess> documents,
        BrowserDataAccess browsers,
        Web web,
        RunMail mail,
        RunModels models,
        Function<RecordId, Set<PluginId>> leftOut,
        ChatContexts contexts,
        InstantSource clock) {}
