// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.base.SecretText;
import officina.engine.CatalogItem;
import officina.engine.ExaminedBundle;
import officina.engine.InstallConsent;
import officina.engine.OfferItem;
import officina.engine.Offered;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Held;
import officina.engine.PluginItem.Right;
import officina.engine.PluginProcess;
import officina.engine.Plugins;
import officina.engine.PublisherItem;
import officina.engine.Subscription;
import org.jspecify.annotations.Nullable;

/** One agent that asks for two things, of which it was granted one. */
final class FakePlugins implements Plugins {

    static final PluginId FILES = new PluginId("agent.files");

    final List<String> done = new ArrayList<>();
    PluginItem.State state = PluginItem.State.AT_WORK;
    List<String> problems = List.of();
    String price = "";
    boolean newer = true;
    List<String> unread = List.of();
    String previous = "";
    PluginItem.@Nullable Waiting waiting;
    List<String> keys = List.of("ed25519:A");
    List<Held> read = List.of();
    List<PluginProcess> processes = List.of();

    @Override
    public List<PluginItem> list() {
        return List.of(new PluginItem(
                FILES,
                List.of("agent"),
                "1.0",
                "example.files",
                "The Example Company",
                false,
                state,
                List.of(
                        new Right(new Permission(PermissionType.FS_READ, "*"), "To look for files.", false, read),
                        new Right(
                                new Permission(PermissionType.NOTIFY, "*"),
                                "To tell you.",
                                true,
                                List.of(new Held(
                                        new Permission(PermissionType.NOTIFY, "*"),
                                        GrantScope.ALWAYS,
                                        null,
                                        Instant.EPOCH)))),
                List.of("It can do much."),
                problems,
                new PluginItem.Installation(keys, keys.isEmpty() ? "" : "The Company", true, previous, waiting)));
    }

    @Override
    public PluginItem find(PluginId plugin) {
        return list().stream()
                .filter(each -> each.id().equals(plugin))
                .findFirst()
                .orElseThrow(() -> new FailureException(
                        Failure.of("plugin.missing", ErrorKind.RESOURCE, "There is no plug-in " + plugin + ".", null)));
    }

    @Override
    public List<PluginItem> install(Path file, @Nullable String examined, Set<InstallConsent> consents) {
        done.add("install " + file.getFileName() + " " + consents);
        return list();
    }

    @Override
    public ExaminedBundle examine(Path file) {
        throw new UnsupportedOperationException("the command looks at files by itself");
    }

    @Override
    public void remove(PluginId plugin) {
        done.add("remove " + plugin);
    }

    @Override
    public void rollback(PluginId plugin) {
        done.add("rollback " + plugin);
    }

    @Override
    public void enable(PluginId plugin, boolean wanted) {
        done.add("enable " + plugin + " " + wanted);
    }

    @Override
    public List<CatalogItem> catalogs() {
        return List.of(new CatalogItem("/mirror", "example", 7, "The Company"));
    }

    @Override
    public CatalogItem addCatalog(String place) {
        done.add("add " + place);
        return catalogs().getFirst();
    }

    @Override
    public void removeCatalog(String place) {
        done.add("drop " + place);
    }

    @Override
    public Offered offers() {
        return new Offered(
                List.of(new OfferItem(
                        List.of(FILES),
                        "example.files",
                        "1.1",
                        "The Example Company",
                        "Finds files.",
                        price,
                        List.of(new PermissionRequest(
                                new Permission(PermissionType.FS_READ, "*"), "To look for files.", false)),
                        "example",
                        "",
                        "1.0",
                        newer)),
                unread);
    }

    @Override
    public List<PluginItem> obtain(PluginId plugin, Set<InstallConsent> consents) {
        done.add("obtain " + plugin + " " + consents);
        return list();
    }

    @Override
    public List<PublisherItem> publishers() {
        return List.of(
                new PublisherItem("ed25519:O", "The Officina authors", null),
                new PublisherItem("ed25519:A", "The Company", Instant.EPOCH));
    }

    @Override
    public void trust(String key, String name) {
        done.add("trust " + key + " " + name);
    }

    @Override
    public void forget(String key) {
        done.add("forget " + key);
    }

    @Override
    public Permission grant(PluginId plugin, Permission permission, GrantScope scope, @Nullable RecordId project) {
        done.add("grant " + plugin + " " + permission + " " + scope);
        read = List.of(new Held(permission, scope, null, Instant.EPOCH));
        return permission;
    }

    @Override
    public void revoke(PluginId plugin, Permission permission) {
        done.add("revoke " + plugin + " " + permission);
        read = List.of();
    }

    @Override
    public void giveSecret(PluginId plugin, SecretRef secret, URI server, SecretText value) {
        done.add("give " + plugin + " " + secret + " for " + server + " " + new String(value.copy()));
    }

    @Override
    public void forgetSecret(PluginId plugin, SecretRef secret, URI server) {
        done.add("forget " + plugin + " " + secret + " for " + server);
    }

    @Override
    public List<PluginProcess> processes() {
        return processes;
    }

    @Override
    public void endProcess(PluginId plugin) {
        done.add("end process of " + plugin);
    }

    @Override
    public Subscription onChange(Consumer<PluginId> listener) {
        throw new UnsupportedOperationException("no command listens");
    }
}
