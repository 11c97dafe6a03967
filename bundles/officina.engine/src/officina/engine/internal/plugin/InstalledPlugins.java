// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.tool.Tool;
import officina.base.Redacted;
import officina.base.Threads;
import officina.core.plugin.Grants;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PluginCatalog.Offer;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginJar;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PluginRegistry;
import officina.core.plugin.PublisherKey;
import officina.core.plugin.SignedStatement;
import officina.engine.InstallConsent;
import officina.host.pool.HostNetwork;
import officina.host.pool.HostPool;
import officina.host.pool.PluginHost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plug-ins of others in this data folder. One that was granted what it cannot do without is offered to the registry
 * and runs in a plug-in host; the others are known and do nothing. Records and grants are followed. Any thread.
 */
public final class InstalledPlugins implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(InstalledPlugins.class);

    private final PluginFolder folder;
    private final Path data;
    private final BundleRecords records;
    private final Publishers publishers;
    private final PluginRegistry registry;
    private final HostPool pool;
    private final Function<PluginManifest, HostNetwork> networks;
    private final Grants grants;
    private final Supplier<Set<String>> own;
    private final InstantSource clock;
    private final Map<String, LoadedBundle> loaded = new HashMap<>();
    /** Versions that finish what they are at work on. */
    private final List<LoadedBundle> leaving = new ArrayList<>();
    /** What others change is done here: ending a process takes longer than whoever changes should wait. */
    private final ExecutorService changes = Threads.inOrder("installed-plugins");

    private final ReentrantLock fetching = new ReentrantLock();
    private Grants.Following follows = () -> {};
    private boolean closed;

    /**
     * Nothing is read yet.
     *
     * @param data the data folder, which no plug-in is shown
     * @param networks what the processes of a bundle reach servers through
     * @param own the names of the bundles that this program is made of
     */
    public InstalledPlugins(
            Path data,
            BundleRecords records,
            Publishers publishers,
            PluginRegistry registry,
            HostPool pool,
            Function<PluginManifest, HostNetwork> networks,
            Grants grants,
            Supplier<Set<String>> own,
            InstantSource clock) {
        this.folder = new PluginFolder(data.resolve(PluginFolder.NAME));
        this.data = data;
        this.records = records;
        this.publishers = publishers;
        this.registry = registry;
        this.pool = pool;
        this.networks = networks;
        this.grants = grants;
        this.own = own;
        this.clock = clock;
    }

    /** Loads what is installed and begins to follow records and grants; once. */
    public void open() {
        records.onChange(() -> later(this::agree));
        follows = grants.follow(plugin -> later(() -> changed(plugin)));
        synchronized (this) {
            agree();
            folder.keepOnly(records.all().values().stream()
                    .flatMap(each -> each.versions().stream())
                    .map(InstalledBundle.Version::sha256)
                    .collect(Collectors.toSet()));
        }
    }

    private void later(Runnable work) {
        try {
            changes.execute(work);
        } catch (RejectedExecutionException e) {
            log.debug("a change came when the plug-ins were being closed");
        }
    }

    /** Loads what the records name and nothing else. */
    private synchronized void agree() {
        if (closed) {
            return;
        }
        Map<String, InstalledBundle> wanted = records.all();
        List.copyOf(loaded.values()).stream()
                .filter(each -> !wanted.containsKey(each.manifest.bundle()))
                .forEach(this::drop);
        wanted.values().stream().filter(each -> !isLoaded(each)).forEach(each -> add(load(each)));
    }

    private boolean isLoaded(InstalledBundle wanted) {
        LoadedBundle known = loaded.get(wanted.bundle());
        return known != null
                && !known.isBroken()
                && known.isOff() != wanted.enabled()
                && known.version.equals(wanted.current());
    }

    private LoadedBundle load(InstalledBundle bundle) {
        InstalledBundle.Version version = bundle.current();
        Path jar = folder.place(version.sha256());
        PluginManifest manifest = read(bundle.bundle(), version);
        if (manifest == null) {
            return LoadedBundle.broken(bundle.bundle(), version, jar, grants, registry);
        }
        return bundle.enabled()
                ? LoadedBundle.of(version, manifest, jar, data, grants, registry, pool, networks)
                : LoadedBundle.off(version, manifest, jar, grants, registry);
    }

    /** What a version of a bundle says; {@code null} where its copy is not what was installed. */
    private @Nullable PluginManifest read(String bundle, InstalledBundle.Version version) {
        if (!folder.holds(version.sha256())) {
            return null;
        }
        try {
            PluginManifest manifest = PluginJar.read(folder.place(version.sha256()), Locale.getDefault());
            InstallRules.requireFit(manifest);
            return manifest.bundle().equals(bundle) ? manifest : null;
        } catch (FailureException e) {
            log.warn("an installed plug-in cannot be loaded: {}", e.failure().code());
        } catch (RuntimeException e) {
            log.error("an installed plug-in cannot be loaded", Redacted.of(e));
        }
        return null;
    }

    /** What another version is at work on, it finishes. */
    private void add(LoadedBundle one) {
        LoadedBundle before = loaded.put(one.manifest.bundle(), one);
        if (before != null && one.isOff()) {
            before.close();
        } else if (before != null) {
            one.succeed(before);
            before.retire();
            leaving.removeIf(LoadedBundle::hasLeft);
            leaving.add(before);
        }
        one.offer();
        Threads.start("plugin-tools", () -> findTools(one));
    }

    private void drop(LoadedBundle one) {
        loaded.remove(one.manifest.bundle());
        one.close();
    }

    /**
     * Installs a bundle, or another version of one; it runs once it was granted what it needs. What was granted before to
     * somebody of its name is taken back. {@code plugin.unfit} where its manifest has faults, {@code plugin.taken} where
     * another bundle has one of its ids or it calls itself like a part of this program, {@code plugin.changed}, and as
     * {@link PluginJar#read} and {@link Provenance}.
     *
     * @param examined what {@link #examine} told of it; {@code null} where nobody was shown that
     */
    public List<PluginInfo> install(Path file, @Nullable String examined, Set<InstallConsent> consents) {
        return install(file, examined, consents, null);
    }

    /**
     * The same with what a catalogue offers. {@code plugin.signature} where it is something else. While it is fetched, which
     * a server may take its time over, nothing else waits.
     */
    List<PluginInfo> install(Catalogs.Found found, Set<InstallConsent> consents) {
        fetching.lock();
        try {
            Path fetched = folder.fetched();
            Path file = found.source().file(found.offer().file(), fetched, PluginJar.LARGEST);
            String signature = found.offer().file() + SignedStatement.SUFFIX;
            found.source().file(signature, Provenance.signatureOf(fetched), SignedStatement.LARGEST);
            return install(file, null, consents, found.offer());
        } finally {
            folder.forgetFetched();
            fetching.unlock();
        }
    }

    /** While it is copied, which a disk may take its time over, nothing else waits. */
    private List<PluginInfo> install(
            Path file, @Nullable String examined, Set<InstallConsent> consents, @Nullable Offer offered) {
        InstallRules.requireFit(PluginJar.read(file, Locale.getDefault()));
        SignedStatement said = Provenance.read(file, consents);
        PluginFolder.Taken taken = folder.take(file);
        try {
            // looked at again: only this copy stays as it is
            PluginManifest manifest = PluginJar.read(taken.jar(), Locale.getDefault());
            InstallRules.requireFit(manifest);
            List<PublisherKey> keys = said == null ? List.of() : said.keys();
            if (examined != null && !examined.equals(digest(taken, keys))) {
                throw InstallRules.changed();
            }
            if (said != null) {
                Provenance.require(said, taken, manifest, publishers);
            }
            if (offered != null) {
                Provenance.requireOffered(offered, taken, manifest);
            }
            return install(taken, manifest, keys, consents);
        } finally {
            folder.forget(taken);
        }
    }

    private synchronized List<PluginInfo> install(
            PluginFolder.Taken taken, PluginManifest manifest, List<PublisherKey> keys, Set<InstallConsent> consents) {
        requirePlace(manifest, keys);
        InstalledBundle before = records.all().get(manifest.bundle());
        if (before != null) {
            Provenance.requireSuccessor(manifest, keys, before, consents, publishers);
        }
        folder.keep(taken);
        InstalledBundle.Version version = version(manifest, taken, keys);
        String highest = InstallRules.highest(manifest.version(), before);
        String title = "Installed the plug-in bundle " + manifest.bundle() + " " + manifest.version();
        if (before == null) {
            records.put(new InstalledBundle(manifest.bundle(), version, null, null, highest, true), title);
        } else if (mayWait(before, manifest)) {
            records.put(before.awaiting(version, highest), title + ", which waits for what it needs");
        } else if (version.sha256().equals(before.current().sha256())) {
            records.put(
                    new InstalledBundle(manifest.bundle(), version, before.previous(), null, highest, before.enabled()),
                    title);
        } else {
            records.put(before.running(version, highest), title);
        }
        agree();
        return manifest.plugins().stream().map(PluginManifest.Declared::info).toList();
    }

    private void requirePlace(PluginManifest manifest, List<PublisherKey> keys) {
        InstallRules.requireOwnName(manifest, own.get(), keys.stream().anyMatch(publishers::isOwn));
        InstallRules.requireFree(manifest, registry.declared(), records.all().values());
    }

    /**
     * A bundle that is not installed.
     *
     * @param digest of its file and of its keys
     * @param keys all that it is signed with
     * @param there the version that is installed; empty where none is
     */
    public record Examined(String digest, PluginManifest manifest, List<PublisherKey> keys, String there) {}

    /** Looks at a bundle as {@link #install} would, and keeps nothing. Nobody needs to be trusted. */
    public Examined examine(Path file) {
        InstallRules.requireFit(PluginJar.read(file, Locale.getDefault()));
        PluginFolder.Taken taken = folder.take(file);
        try {
            PluginManifest manifest = PluginJar.read(taken.jar(), Locale.getDefault());
            InstallRules.requireFit(manifest);
            SignedStatement said = Provenance.look(file, taken, manifest);
            List<PublisherKey> keys = said == null ? List.of() : said.keys();
            requirePlace(manifest, keys);
            InstalledBundle there = records.all().get(manifest.bundle());
            return new Examined(
                    digest(taken, keys),
                    manifest,
                    keys,
                    there == null ? "" : there.current().version());
        } finally {
            folder.forget(taken);
        }
    }

    /** What a person was shown: who has signed it as well, which another file beside it may say otherwise. */
    private static String digest(PluginFolder.Taken taken, List<PublisherKey> keys) {
        String shown =
                taken.sha256() + keys.stream().map(PublisherKey::text).collect(Collectors.joining("\n", "\n", ""));
        return Digests.of(shown.getBytes(StandardCharsets.US_ASCII)).sha256();
    }

    /** Whether what is there works and this one would not: then nobody is left without it before they decided. */
    private boolean mayWait(InstalledBundle before, PluginManifest manifest) {
        LoadedBundle known = loaded.get(before.bundle());
        return known != null
                && !known.isBroken()
                && LoadedBundle.refused(known.manifest, grants).isEmpty()
                && !LoadedBundle.refused(manifest, grants).isEmpty();
    }

    /** The plug-ins of the version that waits; none where nothing does, or its copy is not what was installed. */
    public synchronized List<PluginInfo> waiting(InstalledBundle bundle) {
        InstalledBundle.Version waiting = bundle.waiting();
        PluginManifest next = waiting == null ? null : read(bundle.bundle(), waiting);
        return next == null
                ? List.of()
                : next.plugins().stream().map(PluginManifest.Declared::info).toList();
    }

    /** The version that waits takes its place once it was granted what it needs. */
    private void promote(InstalledBundle bundle) {
        InstalledBundle.Version waiting = bundle.waiting();
        PluginManifest next = waiting == null ? null : read(bundle.bundle(), waiting);
        if (waiting != null
                && next != null
                && isStillTrusted(waiting)
                && LoadedBundle.refused(next, grants).isEmpty()) {
            records.put(
                    bundle.running(waiting, bundle.highest()),
                    "The plug-in bundle " + bundle.bundle() + " is " + waiting.version() + " now");
            agree();
        }
    }

    /** A key that was forgotten meanwhile may be in other hands: nothing new of it begins to run. */
    private boolean isStillTrusted(InstalledBundle.Version version) {
        return version.keys().isEmpty() || version.keys().stream().anyMatch(publishers::trusts);
    }

    /** The version before this one runs again; once more, and this one does. {@code plugin.no-previous}. */
    public synchronized void rollback(PluginId plugin) {
        InstalledBundle found = find(plugin);
        InstalledBundle.Version previous = found.previous();
        if (previous == null || read(found.bundle(), previous) == null) {
            throw InstallRules.noPrevious(plugin);
        }
        records.put(
                found.running(previous, found.highest()),
                "Went back to " + previous.version() + " of the plug-in bundle " + found.bundle());
        agree();
    }

    /** Lets it run, or ends it until it is let run again; what it was granted is kept. {@code plugin.not-installed}. */
    public synchronized void enable(PluginId plugin, boolean wanted) {
        InstalledBundle found = find(plugin);
        records.put(
                found.enabled(wanted),
                (wanted ? "Switched on" : "Switched off") + " the plug-in bundle " + found.bundle());
        agree();
    }

    private InstalledBundle.Version version(
            PluginManifest manifest, PluginFolder.Taken taken, List<PublisherKey> keys) {
        return new InstalledBundle.Version(
                manifest.version(),
                taken.sha256(),
                keys,
                manifest.plugins().stream()
                        .map(each -> new InstalledBundle.Named(
                                each.info().id(), each.info().kind()))
                        .toList(),
                clock.instant());
    }

    /**
     * Takes out the bundle that has that plug-in in any of its versions, and back what it was granted.
     * {@code plugin.not-installed}.
     */
    public synchronized void remove(PluginId plugin) {
        InstalledBundle found = records.all().values().stream()
                .filter(each -> each.ids().contains(plugin))
                .findFirst()
                .orElseThrow(() -> InstallRules.notInstalled(plugin));
        records.remove(
                found,
                "Removed the plug-in bundle " + found.bundle() + " "
                        + found.current().version());
        agree();
    }

    private InstalledBundle find(PluginId plugin) {
        return records.all().values().stream()
                .filter(each -> each.current().ids().contains(plugin))
                .findFirst()
                .orElseThrow(() -> InstallRules.notInstalled(plugin));
    }

    private synchronized void changed(PluginId plugin) {
        if (closed) {
            return;
        }
        leaving.forEach(LoadedBundle::follow);
        records.all().values().stream()
                .filter(each -> each.ids().contains(plugin))
                .forEach(this::promote);
        loaded.values().stream().filter(each -> each.ids().contains(plugin)).forEach(each -> {
            each.follow();
            each.offer();
            // a plug-in that takes its time over its tools must not delay what is taken back from others
            Threads.start("plugin-tools", () -> findTools(each));
        });
    }

    /** What tools there are only the plug-in can say, which is started for that. */
    private void findTools(LoadedBundle one) {
        PluginHost host;
        synchronized (this) {
            host = one.toAskForTools();
        }
        if (host == null) {
            return;
        }
        try {
            List<Tool> found = host.tools();
            synchronized (this) {
                if (loaded.get(one.manifest.bundle()) == one) {
                    one.become(found);
                }
            }
        } catch (FailureException e) {
            log.warn("the tools of a plug-in are not known: {}", e.failure().code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        follows.close();
        changes.shutdownNow();
        synchronized (this) {
            closed = true;
            List.copyOf(loaded.values()).forEach(this::drop);
            leaving.forEach(LoadedBundle::close);
        }
    }
}
