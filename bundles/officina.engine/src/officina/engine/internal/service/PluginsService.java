// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.SecretText;
import officina.base.Uuids;
import officina.core.plugin.Grants;
import officina.core.plugin.HostPort;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.PublisherKey;
import officina.core.plugin.RealPaths;
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

/** Grants as records of the store, where they are made to hold, beside what the registry knows of plug-ins. */
final class PluginsService implements Plugins {

    private final Store store;
    private final Edits edits;
    private final Grants grants;
    private final PluginRegistry registry;
    private final Journal journal;
    private final Projector projector;
    private final InstantSource clock;
    private final RecordId standardProject;
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
        this.store = store;
        this.edits = edits;
        this.grants = grants;
        this.registry = registry;
        this.journal = journal;
        this.projector = projector;
        this.clock = clock;
        this.standardProject = standardProject;
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
        TreeMap<String, List<PluginInfo>> declared = new TreeMap<>();
        registry.declared()
                .forEach(each -> declared.computeIfAbsent(each.id().value(), _ -> new ArrayList<>())
                        .add(each));
        Map<String, InstalledBundle> there = bundles.all();
        List<PluginInfo> next = there.values().stream()
                .flatMap(each -> installed.waiting(each).stream())
                .toList();
        // so that what only a version has that waits can be asked about, and granted what it needs
        Set<String> now = Set.copyOf(declared.keySet());
        next.stream()
                .filter(each -> !now.contains(each.id().value()))
                .forEach(each -> declared.computeIfAbsent(each.id().value(), _ -> new ArrayList<>())
                        .add(each));
        List<Grant> held = held();
        held.forEach(each -> declared.putIfAbsent(each.plugin().value(), List.of()));
        Set<PluginInfo> working = Set.copyOf(registry.plugins());
        List<PluginProblem> problems = registry.problems();
        return declared.entrySet().stream()
                .map(each -> {
                    PluginId id = new PluginId(each.getKey());
                    List<PluginInfo> current = now.contains(each.getKey()) ? each.getValue() : List.of();
                    List<PermissionRequest> asks = askedAnew(id, current, next);
                    Map<String, PluginItem.Installation> known = new HashMap<>();
                    each.getValue().stream()
                            .map(info -> there.get(info.bundle()))
                            .filter(Objects::nonNull)
                            .forEach(bundle -> known.put(bundle.bundle(), installation(bundle, asks)));
                    return new PluginSheet(id, each.getValue(), working, problems, held, known).item();
                })
                .toList();
    }

    /** What a plug-in asks for in a version that waits, and in the current one does not. */
    private static List<PermissionRequest> askedAnew(PluginId id, List<PluginInfo> current, List<PluginInfo> next) {
        List<Permission> known = current.stream()
                .flatMap(each -> each.permissions().stream())
                .map(PermissionRequest::permission)
                .toList();
        return next.stream()
                .filter(each -> each.id().equals(id))
                .flatMap(each -> each.permissions().stream())
                .filter(each -> !known.contains(each.permission()))
                .distinct()
                .toList();
    }

    private PluginItem.Installation installation(InstalledBundle bundle, List<PermissionRequest> asks) {
        List<PublisherKey> keys = bundle.current().keys();
        InstalledBundle.Version previous = bundle.previous();
        InstalledBundle.Version waiting = bundle.waiting();
        return new PluginItem.Installation(
                keys.stream().map(PublisherKey::text).toList(),
                publishers.name(keys).orElse(""),
                bundle.enabled(),
                previous == null ? "" : previous.version(),
                waiting == null ? null : new PluginItem.Waiting(waiting.version(), asks));
    }

    @Override
    public PluginItem find(PluginId plugin) {
        return list().stream()
                .filter(each -> each.id().equals(plugin))
                .findFirst()
                .orElseThrow(() -> missing(plugin));
    }

    @Override
    public List<PluginItem> install(Path file, @Nullable String examined, Set<InstallConsent> consents) {
        return items(() -> installed.install(file, examined, consents));
    }

    @Override
    public ExaminedBundle examine(Path file) {
        InstalledPlugins.Examined found = installed.examine(file);
        List<PluginInfo> all = found.manifest().plugins().stream()
                .map(PluginManifest.Declared::info)
                .toList();
        PluginItem.Installation installation = new PluginItem.Installation(
                found.keys().stream().map(PublisherKey::text).toList(),
                publishers.name(found.keys()).orElse(""),
                true,
                found.there(),
                null);
        List<Grant> held = held();
        List<PluginItem> items = all.stream()
                .map(PluginInfo::id)
                .distinct()
                .map(id -> new PluginSheet(
                                id,
                                all.stream()
                                        .filter(each -> each.id().equals(id))
                                        .toList(),
                                Set.of(),
                                List.of(),
                                held,
                                Map.of(found.manifest().bundle(), installation))
                        .item())
                .toList();
        return new ExaminedBundle(found.digest(), items);
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
        List<PermissionRequest> asks = new ArrayList<>();
        List<PluginInfo> declared = registry.declared().stream()
                .filter(each -> each.id().equals(plugin))
                .toList();
        declared.forEach(each -> asks.addAll(each.permissions()));
        // a version that waits is asked for beforehand
        List<InstalledBundle> waiting = bundles.all().values().stream()
                .filter(each -> each.ids().contains(plugin))
                .toList();
        waiting.stream()
                .flatMap(each -> installed.waiting(each).stream())
                .filter(each -> each.id().equals(plugin))
                .forEach(each -> asks.addAll(each.permissions()));
        if (declared.isEmpty() && waiting.isEmpty()) {
            throw missing(plugin);
        }
        Permission wanted = placed(permission);
        if (PermissionBroker.isNeverGranted(wanted)) {
            throw failure(
                    "permission.never",
                    ErrorKind.PERMISSION,
                    "No plug-in may " + wanted.type().meaning() + " \"" + wanted.resource() + "\".",
                    null);
        }
        if (asks.stream()
                .map(asked -> real(asked.permission()))
                .noneMatch(asked -> asked != null && Grants.covers(asked, wanted))) {
            throw notAsked(plugin, wanted);
        }
        Grant grant = new Grant(plugin, wanted, scope, owner(scope, project), clock.instant());
        // one for once that was used holds no more, though the store may still show it
        if (grants.all().stream().noneMatch(each -> same(each, grant))) {
            RecordId fresh = new RecordId(Uuids.next(clock));
            edits.edit(
                    standardProject,
                    "Allowed " + plugin + ": " + wanted,
                    changes -> {
                        if (project != null) {
                            changes.require(RecordKind.PROJECT, project);
                        }
                        return changes.create(RecordKind.GRANT, fresh, grant.fields());
                    },
                    (record, _) -> record);
        }
        return wanted;
    }

    @Override
    public synchronized void revoke(PluginId plugin, Permission permission) {
        List<RecordId> held = records().stream()
                .filter(record -> {
                    Grant grant = Grant.from(record.fields());
                    return grant.plugin().equals(plugin)
                            && (grant.permission().equals(permission)
                                    || grant.permission().equals(real(permission)));
                })
                .map(DataRecord::id)
                .toList();
        if (held.isEmpty()) {
            throw failure(
                    "grant.missing",
                    ErrorKind.RESOURCE,
                    "The plug-in " + plugin + " was not granted " + permission + ".",
                    "What it was granted: officina plugins info " + plugin + ".");
        }
        edits.edit(
                standardProject,
                "Took back from " + plugin + ": " + permission,
                changes -> {
                    held.forEach(each -> changes.delete(RecordKind.GRANT, each));
                    return held;
                },
                (done, _) -> done);
    }

    @Override
    public synchronized void giveSecret(PluginId plugin, SecretRef secret, URI server, SecretText value) {
        checkServer(server);
        Permission use = new Permission(PermissionType.SECRET_USE, secret.name());
        if (find(plugin).rights().stream().noneMatch(right -> Grants.covers(right.permission(), use))) {
            throw notAsked(plugin, use);
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
            throw failure(
                    "plugin.server",
                    ErrorKind.USER,
                    "That is no address of a server to which a secret could go.",
                    "Name it as it begins, with http:// or https:// and its host: https://example.org.");
        }
    }

    private static FailureException notAsked(PluginId plugin, Permission wanted) {
        return failure(
                "permission.not-asked",
                ErrorKind.USER,
                "The plug-in " + plugin + " does not ask for " + wanted + ".",
                "It can be given what it asks for: officina plugins info " + plugin + ".");
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

    private List<Grant> held() {
        return records().stream().map(record -> Grant.from(record.fields())).toList();
    }

    private List<DataRecord> records() {
        return store.list(RecordQuery.all(RecordKind.GRANT));
    }

    private static @Nullable UUID owner(GrantScope scope, @Nullable RecordId project) {
        if (scope == GrantScope.RUN || (scope == GrantScope.PROJECT) != (project != null)) {
            throw failure(
                    "permission.scope",
                    ErrorKind.USER,
                    "A grant is for once, for a project that is named, or for always.",
                    "Name a project for that scope, and none for the others.");
        }
        return project == null ? null : project.value();
    }

    /** A folder as the place it is: a grant for a link would be one for whatever it leads to later. */
    private static Permission placed(Permission permission) {
        Permission real = real(permission);
        if (real == null) {
            throw noFolder(permission.resource());
        }
        return real;
    }

    /** The same with the folder's real place; {@code null} where that cannot be known. */
    private static @Nullable Permission real(Permission permission) {
        boolean folder = permission.type() == PermissionType.FS_READ || permission.type() == PermissionType.FS_WRITE;
        if (!folder || permission.resource().equals(Permission.ANY)) {
            return permission;
        }
        try {
            Path path = Path.of(permission.resource());
            Path place = path.isAbsolute() ? RealPaths.of(path) : null;
            return place == null ? null : new Permission(permission.type(), place.toString());
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static FailureException noFolder(String folder) {
        return failure(
                "permission.folder",
                ErrorKind.USER,
                "\"" + folder + "\" is no place that can be granted.",
                "Name a folder by its whole path.");
    }

    private static boolean same(Grant one, Grant other) {
        return one.plugin().equals(other.plugin())
                && one.permission().equals(other.permission())
                && one.scope() == other.scope()
                && Objects.equals(one.owner(), other.owner());
    }

    private FailureException missing(PluginId plugin) {
        return failure(
                "plugin.missing",
                ErrorKind.RESOURCE,
                "There is no plug-in " + plugin + ".",
                "Those there are: "
                        + registry.declared().stream()
                                .map(each -> each.id().value())
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private static FailureException failure(String code, ErrorKind kind, String message, @Nullable String remedy) {
        return new FailureException(Failure.of(code, kind, message, remedy));
    }
}
