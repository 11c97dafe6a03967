// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import officina.api.event.KeyChange;
import officina.api.id.RecordId;
import officina.core.plan.PlanValidator;
import officina.core.plugin.Grants;
import officina.core.run.Journal;
import officina.engine.Activity;
import officina.engine.Automations;
import officina.engine.Corrections;
import officina.engine.Diagnostics;
import officina.engine.History;
import officina.engine.Keys;
import officina.engine.MailAccounts;
import officina.engine.Models;
import officina.engine.PersonalData;
import officina.engine.Plugins;
import officina.engine.Projects;
import officina.engine.Runs;
import officina.engine.Sample;
import officina.engine.Sessions;
import officina.engine.SettingsService;
import officina.engine.Todos;
import officina.engine.internal.automation.Scheduler;
import officina.engine.internal.diagnostic.InstalledBundles;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.knowledge.EngineIndex;
import officina.engine.internal.knowledge.FolderSyncs;
import officina.engine.internal.log.Projector;
import officina.engine.internal.plugin.BundleRecords;
import officina.engine.internal.plugin.Catalogs;
import officina.engine.internal.plugin.InstalledPlugins;
import officina.engine.internal.plugin.PluginProcesses;
import officina.engine.internal.plugin.PluginSecrets;
import officina.engine.internal.plugin.Publishers;
import officina.engine.internal.retention.Retention;
import officina.engine.internal.retention.SessionRemover;
import officina.engine.internal.run.RunDriver;
import officina.engine.internal.run.RunServices;
import officina.engine.internal.sample.SampleScope;
import officina.engine.internal.transfer.DataExport;
import officina.engine.internal.transfer.DatabaseImporter;
import officina.engine.internal.transfer.SessionTransfer;
import officina.orchestrator.Orchestrator;
import officina.sandbox.SandboxFactory;
import officina.store.ForeignDatabases;
import officina.store.Store;
import officina.vault.Vault;

/** The services of one engine, over the ground that the assembly has laid. */
public record Services(
        Projects projects,
        Sessions sessions,
        Runs runs,
        Todos todos,
        SettingsService settings,
        Activity activity,
        Diagnostics diagnostics,
        Keys keys,
        PersonalData data,
        Models models,
        KnowledgeService knowledge,
        Corrections corrections,
        Plugins plugins,
        Automations automations,
        MailAccounts mail,
        Sample sample,
        History history,
        Retention retention) {

    private static final Duration FIRST_ROUND = Duration.ofSeconds(10);

    /**
     * What the services stand on.
     *
     * @param recovered the recovery phrase opened the data, just now
     */
    public record Ground(
            Path folder,
            Vault vault,
            Journal journal,
            Projector projector,
            RunServices work,
            RunDriver driver,
            Grants grants,
            Supplier<Orchestrator> orchestrator,
            PlanValidator validator,
            RecordId standardProject,
            ForeignDatabases foreign,
            Edits edits,
            SettingsStore settings,
            ModelsService models,
            MailAccounts mail,
            EngineIndex index,
            boolean recovered,
            OpenPort port,
            InstalledBundles installed,
            SandboxFactory sandboxes,
            InstalledPlugins plugins,
            Scheduler automations,
            BundleRecords bundles,
            Publishers publishers,
            Catalogs catalogs,
            PluginProcesses processes) {}

    public static Services of(Ground ground) {
        RunServices work = ground.work();
        Store store = work.store();
        Journal journal = ground.journal();
        Projector projector = ground.projector();
        InstantSource clock = work.clock();
        RecordId project = ground.standardProject();
        Edits edits = ground.edits();
        SettingsStore settings = ground.settings();
        Turns turns = new Turns(store, work.writer(), settings, work.contexts(), clock, project);
        RunsService runs = new RunsService(
                store,
                journal,
                work.log(),
                ground.driver(),
                ground.automations()::cancel,
                turns,
                new Undo(work.writer(), clock),
                ground.validator());
        KeyChanges keyChanges = new KeyChanges(edits, project);
        if (ground.recovered()) {
            keyChanges.tell(KeyChange.RECOVERED);
        }
        SessionRemover remover = new SessionRemover(journal, work.log(), store, work.writer(), clock, project);
        remover.hideDeleted();
        KnowledgeService knowledge = new KnowledgeService(
                store,
                edits,
                settings,
                work.index(),
                new FolderSyncs(
                        ground.index(),
                        work.documents(),
                        ground.folder(),
                        owner -> IgnoredNames.of(settings, owner),
                        clock),
                ground.folder(),
                clock,
                project,
                FIRST_ROUND);
        Projects projects = new ProjectsService(store, edits, remover, clock, knowledge::projectGone);
        Retention retention = new Retention(store, projects, settings, remover, clock);
        return new Services(
                projects,
                new SessionsService(
                        store,
                        work.log(),
                        journal,
                        projector,
                        edits,
                        new SessionTransfer(journal, work.log(), store, work.writer(), clock, project, remover),
                        remover,
                        retention),
                runs,
                new TodosService(store, edits, journal, projector, clock, project),
                settings,
                new ActivityService(store),
                new EngineDiagnostics(
                        ground.folder(),
                        ground.vault(),
                        journal,
                        store,
                        projector,
                        work.plugins(),
                        ground.driver(),
                        remover,
                        new StatusLine(ground.orchestrator(), ground.models(), ground.grants(), work.log()),
                        ground.models(),
                        new KnowledgeChecks(
                                work.embedder(),
                                ground.index(),
                                ground.folder().resolve("index"),
                                () -> !knowledge.folders().isEmpty()),
                        ground.port(),
                        ground.installed(),
                        new SandboxCheck(ground.sandboxes()),
                        new LookAround(
                                System.getenv().keySet(),
                                Objects.requireNonNullElse(System.getenv("PATH"), ""),
                                Path.of("/proc")),
                        clock),
                new KeysService(ground.vault().keys(), keyChanges),
                new PersonalDataService(
                        ground.folder(),
                        new DataExport(ground.folder(), journal, work.log(), store, clock, remover::deleted),
                        new DatabaseImporter(ground.foreign(), store, work.writer(), clock, project),
                        edits,
                        project),
                ground.models(),
                knowledge,
                new CorrectionsService(store, edits, runs, work.plugins(), clock, project),
                new PluginsService(
                        store,
                        edits,
                        ground.grants(),
                        work.plugins(),
                        journal,
                        projector,
                        clock,
                        project,
                        ground.plugins(),
                        ground.bundles(),
                        ground.publishers(),
                        ground.catalogs(),
                        new PluginSecrets(ground.vault().secrets()),
                        ground.processes()),
                new AutomationsService(ground.automations(), work.plugins(), ground.grants(), journal, projector),
                ground.mail(),
                new SampleService(
                        edits,
                        projects,
                        knowledge,
                        new SampleScope(store),
                        ground.folder(),
                        work.contexts()::language,
                        clock,
                        project),
                new HistoryService(journal, projector, runs),
                retention);
    }
}
