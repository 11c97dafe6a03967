// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.Uuids;
import officina.core.plugin.Grants;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.RealPaths;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.plugin.BundleRecords;
import officina.engine.internal.plugin.InstalledPlugins;
import officina.store.Store;
import org.jspecify.annotations.Nullable;

/** Grants as records of the store, where they are made to hold. One change at a time. */
final class PluginGrants {

    private final Store store;
    private final Edits edits;
    private final Grants grants;
    private final PluginRegistry registry;
    private final InstantSource clock;
    private final RecordId standardProject;
    private final InstalledPlugins installed;
    private final BundleRecords bundles;

    PluginGrants(
            Store store,
            Edits edits,
            Grants grants,
            PluginRegistry registry,
            InstantSource clock,
            RecordId standardProject,
            InstalledPlugins installed,
            BundleRecords bundles) {
        this.store = store;
        this.edits = edits;
        this.grants = grants;
        this.registry = registry;
        this.clock = clock;
        this.standardProject = standardProject;
        this.installed = installed;
        this.bundles = bundles;
    }

    /** As {@link officina.engine.Plugins#grant}. */
    Permission grant(PluginId plugin, Permission permission, GrantScope scope, @Nullable RecordId project) {
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

    /** As {@link officina.engine.Plugins#revoke}. */
    void revoke(PluginId plugin, Permission permission) {
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

    /** All that was granted and not taken back. */
    List<Grant> held() {
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

    /** It cannot be given what it does not ask for. */
    static FailureException notAsked(PluginId plugin, Permission wanted) {
        return failure(
                "permission.not-asked",
                ErrorKind.USER,
                "The plug-in " + plugin + " does not ask for " + wanted + ".",
                "It can be given what it asks for: officina plugins info " + plugin + ".");
    }

    /** There is no plug-in of that name. */
    FailureException missing(PluginId plugin) {
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
