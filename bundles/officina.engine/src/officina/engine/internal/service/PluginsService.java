// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import officina.base.SecretText;
import officina.core.plugin.Grants;
import officina.core.plugin.HostPort;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginRegistry;
import officina.core.run.Journal;
import officina.engine.CatalogItem;
import officina.engine.ExaminedBundle;
import officina.engine.InstallConsent;
import officina.engine.Offered;
import officina.engine.PluginItem;
import officina.engine.PluginProcess;
import officina.engine.Plugins;
import officina.engine.PublisherItem;
import officina.engine.Subscription;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.log.Projector;
import officina.engine.internal.plugin.BundleRecords;
import officina.engine.internal.plugin.Catalogs;
import officina.engine.internal.plugin.InstalledPlugins;
import officina.engine.internal.plugin.PluginProcesses;
import officina.engine.internal.plugin.PluginSecrets;
import officina.engine.internal.plugin.PluginShop;
import officina.engine.internal.plugin.Publishers;
import officina.store.Store;
import org.jspecify.annotations.Nullable;

/** What a person does with plug-ins: each kind of it is done by what is about that. One change at a time. */
final class PluginsService implements Plugins {

    private final Journal journal;
    private final Projector projector;
    private final PluginGrants grants;
    private final PluginOverview overview;
    private final InstalledPlugins installed;
    private final BundleRecords bundles;
    private final Publishers publishers;
    private final Catalogs catalogs;
    private final PluginShop shop;
    private final PluginSecrets secrets;
    private final PluginProcesses processes;

    PluginsService(
            Store store,
            Edits edits,
            Grants grants,
            PluginRegistry registry,
            Journal journal,
            Projector projector,
            InstantSource clock,
            RecordId standardProject,
            InstalledPlugins installed,
            BundleRecords bundles,
            Publishers publishers,
            Catalogs catalogs,
            PluginSecrets secrets,
            PluginProcesses processes) {
        this.grants = new PluginGrants(store, edits, grants, registry, clock, standardProject, installed, bundles);
        overview = new PluginOverview(registry, installed, bundles, publishers, this.grants);
        this.journal = journal;
        this.projector = projector;
        this.installed = installed;
        this.bundles = bundles;
        this.publishers = publishers;
        this.catalogs = catalogs;
        shop = new PluginShop(catalogs, installed, bundles);
        this.secrets = secrets;
        this.processes = processes;
    }

    @Override
    public List<PluginItem> list() {
        return overview.list();
    }

    @Override
    public PluginItem find(PluginId plugin) {
        return list().stream()
                .filter(each -> each.id().equals(plugin))
                .findFirst()
                .orElseThrow(() -> grants.missing(plugin));
    }

    @Override
    public List<PluginItem> install(Path file, @Nullable String examined, Set<InstallConsent> consents) {
        return items(() -> installed.install(file, examined, consents));
    }

    @Override
    public ExaminedBundle examine(Path file) {
        return overview.examine(file);
    }

    @Override
    public synchronized void remove(PluginId plugin) {
        Set<PluginId> gone = bundles.all().values().stream()
                .filter(each -> each.ids().contains(plugin))
                .flatMap(each -> each.ids().stream())
                .collect(Collectors.toSet());
        installed.remove(plugin);
        gone.forEach(secrets::forget);
    }

    @Override
    public synchronized void rollback(PluginId plugin) {
        installed.rollback(plugin);
    }

    @Override
    public synchronized void enable(PluginId plugin, boolean wanted) {
        installed.enable(plugin, wanted);
    }

    @Override
    public List<CatalogItem> catalogs() {
        return catalogs.list();
    }

    @Override
    public CatalogItem addCatalog(String place) {
        return catalogs.add(place);
    }

    @Override
    public void removeCatalog(String place) {
        catalogs.remove(place);
    }

    @Override
    public Offered offers() {
        return shop.offers();
    }

    @Override
    public List<PluginItem> obtain(PluginId plugin, Set<InstallConsent> consents) {
        return items(() -> shop.obtain(plugin, consents));
    }

    /** What was given to another plug-in that was called like a new one is not for that. */
    private List<PluginItem> items(Supplier<List<PluginInfo>> install) {
        Set<PluginId> known = bundles.all().values().stream()
                .flatMap(each -> each.ids().stream())
                .collect(Collectors.toSet());
        List<PluginId> made =
                install.get().stream().map(PluginInfo::id).distinct().toList();
        made.stream().filter(each -> !known.contains(each)).forEach(secrets::forget);
        return made.stream().map(this::find).toList();
    }

    @Override
    public List<PublisherItem> publishers() {
        return publishers.list();
    }

    @Override
    public synchronized void trust(String key, String name) {
        publishers.trust(key, name);
    }

    @Override
    public synchronized void forget(String key) {
        publishers.forget(key);
    }

    @Override
    public synchronized Permission grant(
            PluginId plugin, Permission permission, GrantScope scope, @Nullable RecordId project) {
        return grants.grant(plugin, permission, scope, project);
    }

    @Override
    public synchronized void revoke(PluginId plugin, Permission permission) {
        grants.revoke(plugin, permission);
    }

    @Override
    public synchronized void giveSecret(PluginId plugin, SecretRef secret, URI server, SecretText value) {
        checkServer(server);
        Permission use = new Permission(PermissionType.SECRET_USE, secret.name());
        if (find(plugin).rights().stream().noneMatch(right -> Grants.covers(right.permission(), use))) {
            throw PluginGrants.notAsked(plugin, use);
        }
        secrets.give(plugin, secret, server, value);
    }

    @Override
    public synchronized void forgetSecret(PluginId plugin, SecretRef secret, URI server) {
        checkServer(server);
        secrets.forget(plugin, secret, server);
    }

    private static void checkServer(URI server) {
        if (HostPort.of(server) == null) {
            throw new FailureException(Failure.of(
                    "plugin.server",
                    ErrorKind.USER,
                    "That is no address of a server to which a secret could go.",
                    "Name it as it begins, with http:// or https:// and its host: https://example.org."));
        }
    }

    @Override
    public List<PluginProcess> processes() {
        return processes.list();
    }

    @Override
    public void endProcess(PluginId plugin) {
        processes.end(plugin);
    }

    @Override
    public Subscription onChange(Consumer<PluginId> listener) {
        return journal.subscribeAll(journal.lastPosition() + 1, envelope -> {
            if (envelope.event() instanceof RunEvent.RecordChanged change
                    && (change.kind().equals(RecordKind.GRANT) || change.kind().equals(InstalledBundle.KIND))) {
                projector.awaitIfPossible(envelope.position());
                JsonObject fields = change.after() == null ? change.before() : change.after();
                if (fields != null) {
                    plugins(change.kind(), fields).forEach(listener);
                }
            }
        })::close;
    }

    private static Set<PluginId> plugins(RecordKind kind, JsonObject fields) {
        return kind.equals(RecordKind.GRANT)
                ? Set.of(Grant.from(fields).plugin())
                : InstalledBundle.from(fields).current().ids();
    }
}
