// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;
import officina.api.id.RecordId;
import officina.api.record.UserProfile;
import officina.base.Closeables;
import officina.base.SecretText;
import officina.core.plan.PlanValidator;
import officina.core.plan.StandardActions;
import officina.core.plugin.Grants;
import officina.core.plugin.OwnKeys;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.net.NetGate;
import officina.core.plugin.net.Web;
import officina.core.run.Journal;
import officina.engine.Activity;
import officina.engine.Automations;
import officina.engine.Corrections;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.EngineOptions;
import officina.engine.Keys;
import officina.engine.Knowledge;
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
import officina.engine.internal.browser.BrowserPlaces;
import officina.engine.internal.browser.Browsers;
import officina.engine.internal.diagnostic.InstalledBundles.Installed;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.knowledge.EngineIndex;
import officina.engine.internal.knowledge.KeptIndex;
import officina.engine.internal.knowledge.Meanings;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.Projector;
import officina.engine.internal.plugin.BundleRecords;
import officina.engine.internal.plugin.Catalogs;
import officina.engine.internal.plugin.InstalledPlugins;
import officina.engine.internal.plugin.OwnCatalog;
import officina.engine.internal.plugin.PluginNetwork;
import officina.engine.internal.plugin.PluginProcesses;
import officina.engine.internal.plugin.PluginSecrets;
import officina.engine.internal.plugin.PluginWeb;
import officina.engine.internal.plugin.Publishers;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.run.ChatContexts;
import officina.engine.internal.run.RunDriver;
import officina.engine.internal.run.RunMail;
import officina.engine.internal.run.RunServices;
import officina.engine.internal.service.LeftOut;
import officina.engine.internal.service.MailAccountsService;
import officina.engine.internal.service.ModelsService;
import officina.engine.internal.service.OpenPort;
import officina.engine.internal.service.Services;
import officina.engine.internal.service.SettingsStore;
import officina.engine.internal.start.BundledGrantsWriter;
import officina.engine.internal.start.DataFolder;
import officina.engine.internal.start.Erasure;
import officina.engine.internal.start.FirstRecords;
import officina.engine.internal.start.InterruptedRuns;
import officina.engine.internal.start.KeptGrants;
import officina.host.pool.HostLimits;
import officina.host.pool.HostPool;
import officina.store.Store;
import officina.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of one data folder. The order of opening is the order below; closing is the reverse: end the connections
 * of other processes, stop what works by itself, stop the work on runs, stop listening to plug-ins, close the index and the model of meanings,
 * send away who waits, let the store catch up, close store, journal, vault, folder.
 */
public final class LocalEngine implements Engine {

    private static final Logger log = LoggerFactory.getLogger(LocalEngine.class);

    /** So long a person's own work has the machine for itself after a start. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    private final Closeables owned;
    private final Services services;

    private LocalEngine(Closeables owned, Services services) {
        this.owned = owned;
        this.services = services;
    }

    /** See {@link officina.engine.EngineFactory#open}. */
    public static LocalEngine open(Parts parts, EngineOptions options) {
        Closeables owned = new Closeables();
        try {
            OpenPort port = new OpenPort();
            Services services = assemble(parts, options, owned, port);
            LocalEngine engine = new LocalEngine(owned, services);
            port.is(owned.own(parts.port().open(engine, services.history(), options.data())));
            log.info("the data folder is open");
            return engine;
        } catch (RuntimeException | Error e) {
            try {
                owned.close();
            } catch (RuntimeException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    /** Not so after a restored backup: then the journal holds something else at the store's mark, or nothing. */
    private static boolean agree(Store store, Journal journal) {
        long mark = store.highWater();
        return mark == 0 || journal.readAll(mark, 1).stream().anyMatch(store::agreesWith);
    }

    private static Services assemble(Parts parts, EngineOptions options, Closeables owned, OpenPort port) {
        InstantSource clock = options.clock();
        DataFolder folder = owned.own(DataFolder.open(options.data(), new Erasure(parts.vaults())::finish));
        owned.own(parts.logFiles().writeTo(folder.resolve("logs")));
        Vault vault = owned.own(vault(parts, options, folder));
        Journal journal = owned.own(parts.journals().open(folder.resolve("journal"), vault.key("journal"), clock));
        Store store = owned.own(parts.stores().open(folder.resolve("store"), vault.key("store")));
        if (!agree(store, journal)) {
            log.warn("the store was made from another state of the journal; it is made anew");
            store.reset();
        }
        Projector projector = owned.own(new Projector(journal, store));
        EventLog events = owned.own(new EventLog(journal, projector, clock));
        events.settle();
        int interrupted = InterruptedRuns.mark(events, store);
        if (interrupted > 0) {
            log.info("{} runs had been interrupted; they are offered for resume", interrupted);
        }
        Meanings meanings = owned.own(new Meanings(parts.knowledge().embedders(), folder.resolve("native")));
        EngineIndex index = owned.own(
                new EngineIndex(parts.knowledge().indexes(), folder.resolve("index"), vault.key("index"), meanings));
        RecordWriter writer = new RecordWriter(events, store, clock);
        UserProfile person = new UserProfile("", options.locale(), options.zone());
        RecordId project = new FirstRecords(store, writer, clock).standardProject(person);
        Grants grants = KeptGrants.of(store, writer, clock, project);
        BundledGrantsWriter given = new BundledGrantsWriter(store, writer, clock, project);
        owned.own(parts.plugins().onChange(delta -> given.give(delta.all())));
        given.give(parts.plugins().plugins());
        ChatContexts contexts = new ChatContexts(store, clock, person);
        Edits edits = new Edits(writer, clock);
        SettingsStore settings = new SettingsStore(store, edits, journal, projector, clock, project);
        ModelsService models =
                new ModelsService(store, edits, settings, vault.secrets(), parts.models(), clock, project);
        MailAccountsService mail = new MailAccountsService(store, edits, vault.secrets(), parts.mail(), clock, project);
        PermissionBroker broker = new PermissionBroker(grants);
        NetGate gate = new NetGate(broker, parts.names());
        RunServices work = new RunServices(
                events,
                store,
                writer,
                parts.plugins(),
                broker,
                parts.entities(),
                meanings,
                new KeptIndex(store, index),
                parts.knowledge().documents(),
                new Browsers(BrowserPlaces.ofThisMachine(), parts.foreign(), folder.path()),
                new Web(broker, gate, new PluginWeb(parts.transport(), new PluginSecrets(vault.secrets()))),
                new RunMail(mail, parts.mail()),
                models,
                owner -> LeftOut.of(settings, owner),
                contexts,
                clock);
        // before the driver: closed after it, so that runs in them are interrupted and not failed
        HostPool hosts = owned.own(new HostPool(parts.sandboxes(), parts.hosts(), HostLimits.USUAL, clock));
        BundleRecords bundles = new BundleRecords(store, writer, edits, project);
        OwnCatalog brought = new OwnCatalog(parts.installed().catalog());
        Publishers publishers = new Publishers(OwnKeys.read(), brought, store, writer, edits, project, clock);
        InstalledPlugins plugins = owned.own(new InstalledPlugins(
                folder.path(),
                bundles,
                publishers,
                parts.plugins(),
                hosts,
                new PluginNetwork(gate, grants, events, writer, project, clock)::of,
                grants,
                () -> parts.installed().all().stream().map(Installed::name).collect(Collectors.toSet()),
                clock));
        RunDriver driver = owned.own(
                new RunDriver(work, parts::orchestrator, () -> folder.hasRoom() && projector.trouble() == null));
        Scheduler automations = owned.own(new Scheduler(work, grants, edits, project, options::zone, bundles::isOff));
        plugins.open();
        Services services = Services.of(new Services.Ground(
                folder.path(),
                vault,
                journal,
                projector,
                work,
                driver,
                grants,
                parts::orchestrator,
                new PlanValidator(StandardActions.all()),
                project,
                parts.foreign(),
                edits,
                settings,
                models,
                mail,
                index,
                options.phrase() != null,
                port,
                parts.installed(),
                parts.sandboxes(),
                plugins,
                automations,
                bundles,
                publishers,
                new Catalogs(brought, publishers, store, writer, edits, project, parts.transport()),
                new PluginProcesses(hosts, bundles)));
        owned.own(services.knowledge());
        owned.own(services.retention()).start();
        automations.start(FIRST_LOOK);
        return services;
    }

    private static Vault vault(Parts parts, EngineOptions options, DataFolder folder) {
        SecretText phrase = options.phrase();
        return phrase == null
                ? parts.vaults().open(folder.path(), options.passphrases())
                : parts.vaults().recover(folder.path(), phrase);
    }

    @Override
    public Projects projects() {
        return services.projects();
    }

    @Override
    public Sessions sessions() {
        return services.sessions();
    }

    @Override
    public Runs runs() {
        return services.runs();
    }

    @Override
    public Todos todos() {
        return services.todos();
    }

    @Override
    public SettingsService settings() {
        return services.settings();
    }

    @Override
    public Activity activity() {
        return services.activity();
    }

    @Override
    public Diagnostics diagnostics() {
        return services.diagnostics();
    }

    @Override
    public Keys keys() {
        return services.keys();
    }

    @Override
    public PersonalData data() {
        return services.data();
    }

    @Override
    public Models models() {
        return services.models();
    }

    @Override
    public Knowledge knowledge() {
        return services.knowledge();
    }

    @Override
    public Corrections corrections() {
        return services.corrections();
    }

    @Override
    public Plugins plugins() {
        return services.plugins();
    }

    @Override
    public Automations automations() {
        return services.automations();
    }

    @Override
    public MailAccounts mail() {
        return services.mail();
    }

    @Override
    public Sample sample() {
        return services.sample();
    }

    @Override
    public void close() {
        log.info("the data folder is being closed");
        // who has asked for it from another process is waited for
        services.retention().stop();
        services.knowledge().stop();
        owned.close();
    }
}
