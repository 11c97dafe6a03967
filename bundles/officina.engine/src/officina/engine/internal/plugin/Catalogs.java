// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.KnownCatalog;
import officina.core.plugin.PluginCatalog;
import officina.core.plugin.PluginCatalog.Offer;
import officina.core.plugin.PublisherKey;
import officina.core.plugin.SignedStatement;
import officina.core.plugin.SignedStatement.Subject;
import officina.engine.CatalogItem;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.RecordWriter;
import officina.net.okhttp.HttpTransport;
import officina.store.Store;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue that came with the program, and those that the person named. Each is read when it is asked. Any thread;
 * blocks on disks and servers.
 */
public final class Catalogs {

    private static final Logger log = LoggerFactory.getLogger(Catalogs.class);

    private static final int MOST_LOOKED_AT = 4;

    private final Followed<KnownCatalog> known;
    private final OwnCatalog brought;
    private final Publishers publishers;
    private final Edits edits;
    private final RecordId project;
    private final Supplier<HttpTransport> transport;

    /** A catalogue, and who signed it. */
    private record Verified(PluginCatalog catalog, SignedStatement said) {

        KnownCatalog known(CatalogSource source) {
            return new KnownCatalog(source.place(), catalog.name(), catalog.number(), said.keys());
        }

        List<Found> offers(CatalogSource source) {
            return catalog.offers().stream()
                    .map(offer -> new Found(offer, catalog.name(), source))
                    .toList();
        }
    }

    /** An offer, and where its file lies. */
    record Found(Offer offer, String catalog, CatalogSource source) {

        Version version() {
            return Version.parseVersion(offer.version());
        }

        /** Who signed the bundle; nobody where that cannot be read now, or belongs to something else. */
        List<PublisherKey> keys() {
            try {
                SignedStatement said = SignedStatement.read(
                        source.read(offer.file() + SignedStatement.SUFFIX, SignedStatement.LARGEST));
                return Provenance.isAbout(said, offer) ? said.keys() : List.of();
            } catch (FailureException e) {
                return List.of();
            }
        }
    }

    public Catalogs(
            OwnCatalog brought,
            Publishers publishers,
            Store store,
            RecordWriter writer,
            Edits edits,
            RecordId project,
            Supplier<HttpTransport> transport) {
        this.brought = brought;
        this.publishers = publishers;
        this.edits = edits;
        this.project = project;
        this.transport = transport;
        known = new Followed<>(store, writer, KnownCatalog.KIND, KnownCatalog::from);
    }

    /** The program's own first, then by name. */
    public List<CatalogItem> list() {
        return Stream.concat(
                        ownItem().stream(),
                        known.all().stream()
                                .sorted(Comparator.comparing(KnownCatalog::name).thenComparing(KnownCatalog::place))
                                .map(this::item))
                .toList();
    }

    /** None where it cannot be read: those who ask for what it offers hear why. */
    private Optional<CatalogItem> ownItem() {
        CatalogSource source = brought.source();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(item(verified(source).known(source)));
        } catch (FailureException e) {
            log.warn(
                    "the program's own catalogue is passed over: {}",
                    e.failure().code());
            return Optional.empty();
        }
    }

    private CatalogItem item(KnownCatalog each) {
        return new CatalogItem(
                each.place(),
                each.name(),
                each.number(),
                publishers.name(each.keys()).orElse(""));
    }

    /** Reads it and remembers it. {@code plugin.catalog*}, {@code plugin.signature}, {@code plugin.untrusted-key}. */
    public CatalogItem add(String place) {
        CatalogSource source = CatalogSource.of(place, transport);
        if (brought.isAt(source.place())) {
            return item(verified(source).known(source));
        }
        read(source, known(source.place()));
        KnownCatalog made = known(source.place());
        if (made == null) {
            throw unknown(place);
        }
        return item(made);
    }

    /** Nothing is got from there any more. {@code plugin.catalog-unknown}, {@code plugin.catalog-own}. */
    public void remove(String place) {
        String wanted = CatalogSource.of(place, transport).place();
        if (brought.isAt(wanted)) {
            throw new FailureException(Failure.of(
                    "plugin.catalog-own",
                    ErrorKind.USER,
                    "This catalogue is a part of Officina.",
                    "It stays in the list; nothing of it is installed by itself."));
        }
        KnownCatalog found = known(wanted);
        if (found == null) {
            throw unknown(wanted);
        }
        edits.edit(
                project,
                "Gets no more plug-ins from the catalogue " + found.name(),
                changes -> changes.delete(KnownCatalog.KIND, KnownCatalog.idOf(wanted)),
                (record, _) -> record);
    }

    private @Nullable KnownCatalog known(String place) {
        return known.all().stream()
                .filter(each -> each.place().equals(place))
                .findFirst()
                .orElse(null);
    }

    /** What all of them offer. {@code problems} hears of each that cannot be read, which offers nothing. */
    List<Found> offers(Consumer<String> problems) {
        List<Found> found = new ArrayList<>();
        CatalogSource first = brought.source();
        if (first != null) {
            try {
                found.addAll(verified(first).offers(first));
            } catch (FailureException e) {
                problems.accept("The catalogue that came with Officina cannot be read. "
                        + e.failure().message());
            }
        }
        for (KnownCatalog each : known.all()) {
            try {
                CatalogSource source = CatalogSource.of(each.place(), transport);
                found.addAll(read(source, each).offers(source));
            } catch (FailureException e) {
                log.warn(
                        "a catalogue of plug-ins is passed over: {}",
                        e.failure().code());
                problems.accept("The catalogue " + each.name() + " at " + each.place() + " cannot be read now. "
                        + e.failure().message());
            }
        }
        return found;
    }

    /** The one to install of those that have that plug-in. {@code plugin.not-offered}, or why a catalogue cannot be read. */
    Found find(PluginId plugin, @Nullable InstalledBundle there) {
        List<Found> all = offers(_ -> {}).stream()
                .filter(each -> each.offer().plugins().stream()
                        .anyMatch(named -> named.plugin().equals(plugin)))
                .toList();
        if (all.isEmpty()) {
            throw notOffered(plugin);
        }
        return choose(all, there).found();
    }

    /**
     * An offer of several.
     *
     * @param newer whether it is a newer version of what is there, by its publisher
     */
    record Choice(Found found, boolean newer) {}

    /**
     * The highest version that may be installed: of the bundle that is there one by one of its publisher's keys, or of any
     * by somebody who is trusted. Somebody else's takes no rightful one's place, whatever its number. Where there is none,
     * the highest of all, so that it is said why it is refused. Each signature has to be asked for, so that only what matters
     * is looked at: what is newer, and where nothing is there, what several catalogues offer.
     *
     * @param there what has the plug-in now; {@code null} where nothing has
     */
    Choice choose(List<Found> offers, @Nullable InstalledBundle there) {
        List<Found> all = offers.stream()
                .sorted(Comparator.comparing(Found::version).reversed())
                .toList();
        Choice highest = new Choice(all.getFirst(), false);
        if (there == null) {
            boolean several = all.stream().map(Found::source).distinct().count() > 1;
            return several
                    ? shortlist(all)
                            .filter(this::isTrusted)
                            .findFirst()
                            .map(each -> new Choice(each, false))
                            .orElse(highest)
                    : highest;
        }
        List<Found> own = all.stream()
                .filter(each -> each.offer().bundle().equals(there.bundle()))
                .toList();
        Version known = Version.parseVersion(version(there));
        List<Found> newer =
                own.stream().filter(each -> each.version().compareTo(known) > 0).toList();
        List<PublisherKey> keys = there.current().keys();
        return shortlist(newer)
                .filter(each -> keys.isEmpty() || Provenance.isSuccessor(there.bundle(), each.keys(), keys, publishers))
                .findFirst()
                .map(each -> new Choice(each, true))
                .or(() -> own.stream()
                        .filter(each -> !newer.contains(each))
                        .findFirst()
                        .map(each -> new Choice(each, false)))
                .orElse(highest);
    }

    /** The version that is known of a bundle: the one that waits, where one does. */
    static String version(InstalledBundle there) {
        InstalledBundle.Version waiting = there.waiting();
        return (waiting == null ? there.current() : waiting).version();
    }

    private boolean isTrusted(Found found) {
        return found.keys().stream().anyMatch(publishers::trusts);
    }

    /** A few of each catalogue, so that none keeps anybody from what another has by being long. */
    private static Stream<Found> shortlist(List<Found> sorted) {
        Map<CatalogSource, Integer> counts = new HashMap<>();
        return sorted.stream().filter(each -> counts.merge(each.source(), 1, Integer::sum) <= MOST_LOOKED_AT);
    }

    private FailureException notOffered(PluginId plugin) {
        CatalogSource first = brought.source();
        if (first != null) {
            verified(first);
        }
        for (KnownCatalog each : known.all()) {
            // the reason of one that cannot be read says more
            read(CatalogSource.of(each.place(), transport), each);
        }
        return new FailureException(
                Failure.of(
                        "plugin.not-offered",
                        ErrorKind.RESOURCE,
                        "No catalogue has a plug-in " + plugin + ".",
                        "\"officina plugins search\" shows what there is, \"officina plugins catalogs add\" adds a catalogue."));
    }

    private Verified read(CatalogSource source, @Nullable KnownCatalog before) {
        Verified read = verified(source);
        KnownCatalog now = read.known(source);
        if (before != null) {
            requireSame(now, before);
        }
        if (!now.equals(before)) {
            remember(now, before);
        }
        return read;
    }

    /** Signed by somebody who is trusted. */
    private Verified verified(CatalogSource source) {
        byte[] file = source.read(PluginCatalog.FILE, PluginCatalog.LARGEST);
        SignedStatement said =
                SignedStatement.read(source.read(PluginCatalog.FILE + SignedStatement.SUFFIX, SignedStatement.LARGEST));
        Digests.Found found = Digests.of(file);
        if (said.subject() != Subject.CATALOG || !said.isOf(found.size(), found.sha256())) {
            throw Provenance.anotherFile();
        }
        Provenance.requireTrusted("catalogue", said, publishers);
        PluginCatalog catalog = PluginCatalog.read(file);
        if (!said.name().equals(catalog.name()) || !said.version().equals(Long.toString(catalog.number()))) {
            throw Provenance.anotherFile();
        }
        return new Verified(catalog, said);
    }

    private static void requireSame(KnownCatalog now, KnownCatalog before) {
        if (!now.name().equals(before.name()) || now.keys().stream().noneMatch(before.keys()::contains)) {
            throw refused(
                    "plugin.catalog-other",
                    "Where the catalogue " + before.name() + " was there is another one now.",
                    "Ask who keeps it. If that is meant: officina plugins catalogs remove, then add.");
        }
        if (now.number() < before.number()) {
            throw refused(
                    "plugin.catalog-older",
                    "The catalogue " + before.name() + " is older than it was: " + now.number() + " after "
                            + before.number() + ".",
                    "Somebody may hold back what is newer. Copy it again, or ask who keeps it.");
        }
    }

    /**
     * Held against what is written by then: whoever read it earlier and took longer must not bring an older state back, nor
     * what somebody removed meanwhile.
     */
    private void remember(KnownCatalog now, @Nullable KnownCatalog before) {
        RecordId id = KnownCatalog.idOf(now.place());
        edits.edit(
                project,
                before == null
                        ? "Gets plug-ins from the catalogue " + now.name()
                        : "The catalogue " + now.name() + " is at " + now.number(),
                changes -> {
                    KnownCatalog there = changes.find(KnownCatalog.KIND, id)
                            .map(record -> KnownCatalog.from(record.fields()))
                            .orElse(null);
                    if (there == null && before != null) {
                        throw unknown(now.place());
                    }
                    if (there == null) {
                        return changes.create(KnownCatalog.KIND, id, now.fields());
                    }
                    requireSame(now, there);
                    return changes.replace(KnownCatalog.KIND, id, now.fields());
                },
                (record, _) -> record);
    }

    private static FailureException refused(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.PERMISSION, message, remedy));
    }

    private static FailureException unknown(String place) {
        return new FailureException(Failure.of(
                "plugin.catalog-unknown",
                ErrorKind.USER,
                "No plug-ins are got from \"" + place + "\".",
                "\"officina plugins catalogs list\" shows from where they are."));
    }
}
