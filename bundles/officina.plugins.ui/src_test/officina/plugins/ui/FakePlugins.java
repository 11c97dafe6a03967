// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.api.record.Project;
import officina.base.Progress;
import officina.base.SecretText;
import officina.engine.CatalogItem;
import officina.engine.ExaminedBundle;
import officina.engine.InstallConsent;
import officina.engine.OfferItem;
import officina.engine.Offered;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Held;
import officina.engine.PluginItem.Installation;
import officina.engine.PluginItem.Right;
import officina.engine.PluginProcess;
import officina.engine.Plugins;
import officina.engine.ProjectItem;
import officina.engine.Projects;
import officina.engine.PublisherItem;
import officina.engine.Subscription;
import officina.engine.UntrackedProject;
import org.jspecify.annotations.Nullable;

/** Plug-ins in memory that are granted things and told of it as an engine does, and two projects. Any thread. */
final class FakePlugins implements Plugins {

    static final PluginId TASKS = new PluginId("agent.task");
    static final PluginId FILES = new PluginId("agent.files");
    static final Permission WRITE = new Permission(PermissionType.STORE_WRITE, "todo");
    static final Instant EARLIER = Instant.parse("2026-11-20T09:30:00Z");
    private static final RecordId GROUP = new RecordId(new UUID(3, 3));
    static final RecordId GARDEN = new RecordId(new UUID(3, 2));

    final List<String> done = new CopyOnWriteArrayList<>();
    private static final String EXAMINED = "what was shown";

    final AtomicInteger looks = new AtomicInteger();
    private final List<PluginProcess> running = new ArrayList<>();
    private final List<PluginItem> items = new ArrayList<>();
    private final List<Consumer<PluginId>> listeners = new CopyOnWriteArrayList<>();
    private PluginItem offer = files();
    private Offered offered = new Offered(List.of(), List.of());
    private @Nullable Failure refusal;
    private @Nullable Failure unfit;
    private @Nullable Failure unreadable;

    /** An agent that came with Officina, with all it asks for. */
    static PluginItem tasks() {
        return item(
                TASKS,
                List.of("agent", "tool"),
                true,
                PluginItem.State.AT_WORK,
                List.of(
                        right(PermissionType.STORE_READ, "todo", "To find the to-dos you speak of.", false, EARLIER),
                        right(
                                PermissionType.STORE_WRITE,
                                "todo",
                                "To add, change, complete and delete to-dos as you ask.",
                                false,
                                EARLIER),
                        right(PermissionType.NOTIFY, "*", "To show a notification when you ask.", true, EARLIER)),
                List.of(),
                List.of());
    }

    /** Somebody else's, which asks for much and was granted nothing. */
    static PluginItem files() {
        return item(
                FILES,
                List.of("agent"),
                false,
                PluginItem.State.AT_WORK,
                List.of(
                        right(PermissionType.FS_READ, "*", "To look for files you speak of.", false, null),
                        right(PermissionType.NET_CONNECT, "*", "To look things up.", true, null)),
                List.of("It can read private data and connect to any server, so it could send that data anywhere."),
                List.of());
    }

    /** Somebody else's, which can do without one of two permissions. */
    static PluginItem notes(Installation installation) {
        PluginItem item = item(
                new PluginId("agent.notes"),
                List.of("agent"),
                false,
                PluginItem.State.NOT_AT_WORK,
                List.of(
                        right(PermissionType.STORE_READ, "todo", "To find what you have planned.", false, null),
                        right(PermissionType.NOTIFY, "*", "To tell you of it.", true, null)),
                List.of(),
                List.of());
        return installed(item, installation);
    }

    static PluginItem broken() {
        return item(
                new PluginId("tool.weather"),
                List.of("tool"),
                false,
                PluginItem.State.NOT_AT_WORK,
                List.of(right(
                        PermissionType.NET_CONNECT,
                        "api.weather.example:443",
                        "To ask for the weather.",
                        false,
                        EARLIER)),
                List.of(),
                List.of("Its service tool.weather did not start within ten seconds."));
    }

    static PluginItem gone() {
        return item(
                new PluginId("batch.mail"),
                List.of(),
                false,
                PluginItem.State.GONE,
                List.of(right(PermissionType.MAIL_READ, "me@home.example", "", false, EARLIER)),
                List.of(),
                List.of());
    }

    private static PluginItem item(
            PluginId id,
            List<String> kinds,
            boolean bundled,
            PluginItem.State state,
            List<Right> rights,
            List<String> risks,
            List<String> problems) {
        boolean there = state != PluginItem.State.GONE;
        return new PluginItem(
                id,
                kinds,
                there ? "1.0" : "",
                there ? (bundled ? "officina." : "example.") + id.value() : "",
                bundled ? "The Officina authors" : there ? "The Example Company" : "",
                bundled,
                state,
                rights,
                risks,
                problems,
                null);
    }

    private static Right right(
            PermissionType type, String resource, String reason, boolean optional, @Nullable Instant since) {
        Permission permission = new Permission(type, resource);
        return new Right(
                permission,
                reason,
                optional,
                since == null ? List.of() : List.of(new Held(permission, GrantScope.ALWAYS, null, since)));
    }

    synchronized FakePlugins with(PluginItem... more) {
        items.addAll(List.of(more));
        return this;
    }

    /** From now on nothing is granted or taken back, for that reason. */
    synchronized void refuse(Failure why) {
        refusal = why;
    }

    /** From now on nobody can look; {@code null} lets them again. */
    synchronized void hide(@Nullable Failure why) {
        unreadable = why;
    }

    @Override
    public synchronized List<PluginItem> list() {
        refuseFor(unreadable);
        return List.copyOf(items);
    }

    private static void refuseFor(@Nullable Failure why) {
        if (why != null) {
            throw new FailureException(why);
        }
    }

    @Override
    public PluginItem find(PluginId plugin) {
        return list().stream()
                .filter(each -> each.id().equals(plugin))
                .findFirst()
                .orElseThrow(() -> new FailureException(
                        Failure.of("plugin.missing", ErrorKind.RESOURCE, "There is no such plug-in.", null)));
    }

    @Override
    public synchronized List<PluginItem> install(Path file, @Nullable String examined, Set<InstallConsent> consents) {
        if (!EXAMINED.equals(examined)) {
            throw new AssertionError("what was shown is what is installed");
        }
        done.add("install " + file.getFileName() + " " + consents);
        refuseFor(refusal);
        items.removeIf(each -> each.id().equals(offer.id()));
        items.add(offer);
        return List.of(offer);
    }

    @Override
    public synchronized ExaminedBundle examine(Path file) {
        refuseFor(unfit);
        return new ExaminedBundle(EXAMINED, List.of(offer));
    }

    /** What there is in files that are looked at. */
    synchronized FakePlugins offering(PluginItem item) {
        offer = item;
        return this;
    }

    /** From now on files cannot be installed, for that reason. */
    synchronized void find(Failure why) {
        unfit = why;
    }

    @Override
    public synchronized void remove(PluginId plugin) {
        done.add("remove " + plugin);
        items.removeIf(each -> each.id().equals(plugin));
    }

    @Override
    public void rollback(PluginId plugin) {
        done.add("rollback " + plugin);
    }

    @Override
    public synchronized void enable(PluginId plugin, boolean wanted) {
        done.add("enable " + plugin + " " + wanted);
        items.replaceAll(each -> each.id().equals(plugin) ? enabled(each, wanted) : each);
    }

    private static PluginItem enabled(PluginItem item, boolean wanted) {
        Installation before = Objects.requireNonNull(item.installation());
        return installed(
                item, new Installation(before.keys(), before.signer(), wanted, before.previous(), before.waiting()));
    }

    /** The same as somebody installed it. */
    static PluginItem installed(PluginItem item, Installation installation) {
        return new PluginItem(
                item.id(),
                item.kinds(),
                item.version(),
                item.bundle(),
                item.publisher(),
                item.bundled(),
                installation.enabled() ? PluginItem.State.AT_WORK : PluginItem.State.NOT_AT_WORK,
                item.rights(),
                item.risks(),
                item.problems(),
                installation);
    }

    /** From now on catalogues offer that. */
    synchronized FakePlugins offered(List<OfferItem> offers, String... problems) {
        offered = new Offered(offers, List.of(problems));
        return this;
    }

    /** Notes in the folder of Officina, lists far away for money, and tasks as they are installed. */
    static List<OfferItem> offersOfAll() {
        return List.of(
                offer("agent.notes", "Finds what you have written down.", "", "Officina", "/opt/notes.jar", "0.9"),
                offer("agent.lists", "Keeps lists of anything.", "9.90 EUR", "Example", "", ""),
                new OfferItem(
                        List.of(TASKS), "t", "1.0", "", "", "", List.of(), "Officina", "/opt/t.jar", "1.0", false));
    }

    private static OfferItem offer(
            String id, String description, String price, String catalog, String file, String installed) {
        return new OfferItem(
                List.of(new PluginId(id)),
                "example." + id,
                "1.2",
                "The Example Company",
                description,
                price,
                List.of(),
                catalog,
                file,
                installed,
                !installed.isEmpty());
    }

    @Override
    public List<CatalogItem> catalogs() {
        return List.of(
                new CatalogItem("/opt/officina/catalog", "Officina", 3, "Officina"),
                new CatalogItem("https://plugins.example/", "Example", 7, ""));
    }

    @Override
    public CatalogItem addCatalog(String place) {
        throw new UnsupportedOperationException("the page adds no catalogues");
    }

    @Override
    public void removeCatalog(String place) {
        throw new UnsupportedOperationException("the page removes no catalogues");
    }

    @Override
    public synchronized Offered offers() {
        refuseFor(unreadable);
        return offered;
    }

    @Override
    public List<PluginItem> obtain(PluginId plugin, Set<InstallConsent> consents) {
        throw new UnsupportedOperationException("the page gets nothing");
    }

    @Override
    public List<PublisherItem> publishers() {
        throw new UnsupportedOperationException("the page shows no publishers");
    }

    @Override
    public void trust(String key, String name) {
        done.add("trust " + key + " as " + name);
    }

    @Override
    public void forget(String key) {
        done.add("forget " + key);
    }

    @Override
    public Permission grant(PluginId plugin, Permission permission, GrantScope scope, @Nullable RecordId project) {
        done.add("grant " + permission + " " + scope + (project == null ? "" : " " + project));
        Held held = new Held(permission, scope, project == null ? null : project.value(), EARLIER);
        change(plugin, right -> {
            boolean answers = right.permission().equals(permission)
                    || right.permission().type() == permission.type()
                            && right.permission().resource().equals(Permission.ANY);
            return answers ? plus(right.grants(), held) : right.grants();
        });
        return permission;
    }

    private static List<Held> plus(List<Held> grants, Held held) {
        List<Held> all = new ArrayList<>(grants);
        all.add(held);
        return all;
    }

    @Override
    public void revoke(PluginId plugin, Permission permission) {
        done.add("revoke " + permission);
        change(
                plugin,
                right -> right.grants().stream()
                        .filter(each -> !each.permission().equals(permission))
                        .toList());
    }

    private interface Change {
        List<Held> of(Right right);
    }

    private void change(PluginId plugin, Change change) {
        synchronized (this) {
            refuseFor(refusal);
            items.replaceAll(item -> item.id().equals(plugin) ? changed(item, change) : item);
            // one that is gone is known by its grants alone
            items.removeIf(item -> item.state() == PluginItem.State.GONE
                    && item.rights().stream().allMatch(right -> right.grants().isEmpty()));
        }
        listeners.forEach(each -> each.accept(plugin));
    }

    private static PluginItem changed(PluginItem item, Change change) {
        return new PluginItem(
                item.id(),
                item.kinds(),
                item.version(),
                item.bundle(),
                item.publisher(),
                item.bundled(),
                item.state(),
                item.rights().stream()
                        .map(right -> new Right(right.permission(), right.reason(), right.optional(), change.of(right)))
                        .toList(),
                item.risks(),
                item.problems(),
                item.installation());
    }

    @Override
    public void giveSecret(PluginId plugin, SecretRef secret, URI server, SecretText value) {
        throw new UnsupportedOperationException("no window gives secrets");
    }

    @Override
    public void forgetSecret(PluginId plugin, SecretRef secret, URI server) {
        throw new UnsupportedOperationException("no window forgets secrets");
    }

    /** From now on these run. */
    synchronized FakePlugins running(PluginProcess... now) {
        running.clear();
        running.addAll(List.of(now));
        return this;
    }

    static PluginProcess process(PluginId plugin, long number, String level, int calls) {
        return new PluginProcess(
                "example." + plugin,
                List.of(plugin),
                number,
                level,
                Instant.parse("2026-11-21T17:15:00Z"),
                calls,
                Duration.ofMillis(3_412 * number / 100),
                58_400_000L + number);
    }

    @Override
    public synchronized List<PluginProcess> processes() {
        looks.incrementAndGet();
        refuseFor(unreadable);
        return List.copyOf(running);
    }

    @Override
    public synchronized void endProcess(PluginId plugin) {
        done.add("end " + plugin);
        refuseFor(refusal);
        running.removeIf(each -> each.plugins().contains(plugin));
    }

    @Override
    public Subscription onChange(Consumer<PluginId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Two of them. */
    Projects projects() {
        return new Projects() {
            @Override
            public List<ProjectItem> list() {
                return List.of(
                        new ProjectItem(new RecordId(new UUID(3, 1)), new Project("Default", GROUP, List.of(), true)),
                        new ProjectItem(GARDEN, new Project("Garden", GROUP, List.of(), false)));
            }

            @Override
            public ProjectItem add(String name) {
                throw new UnsupportedOperationException("nobody adds a project here");
            }

            @Override
            public UntrackedProject untrack(RecordId project, Progress progress) {
                throw new UnsupportedOperationException("nobody forgets a project here");
            }
        };
    }
}
