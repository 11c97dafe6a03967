// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.core.plugin.KnownCatalog;
import officina.core.plugin.PluginCatalog;
import officina.core.plugin.PluginCatalog.Offer;
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

/** The catalogues that the person named. Each is read when it is asked. Any thread; blocks on disks and servers. */
public final class Catalogs {

    private static final Logger log = LoggerFactory.getLogger(Catalogs.class);

    private final Followed<KnownCatalog> known;
    private final Publishers publishers;
    private final Edits edits;
    private final RecordId project;
    private final Supplier<HttpTransport> transport;

    /** An offer, and where its file lies. */
    record Found(Offer offer, String catalog, CatalogSource source) {

        Version version() {
            return Version.parseVersion(offer.version());
        }
    }

    public Catalogs(
            Publishers publishers,
            Store store,
            RecordWriter writer,
            Edits edits,
            RecordId project,
            Supplier<HttpTransport> transport) {
        this.publishers = publishers;
        this.edits = edits;
        this.project = project;
        this.transport = transport;
        known = new Followed<>(store, writer, KnownCatalog.KIND, KnownCatalog::from);
    }

    /** By name. */
    public List<CatalogItem> list() {
        return known.all().stream()
                .sorted(Comparator.comparing(KnownCatalog::name).thenComparing(KnownCatalog::place))
                .map(this::item)
                .toList();
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
        read(source, known(source.place()));
        KnownCatalog made = known(source.place());
        if (made == null) {
            throw unknown(place);
        }
        return item(made);
    }

    /** Nothing is got from there any more. {@code plugin.catalog-unknown}. */
    public void remove(String place) {
        String wanted = CatalogSource.of(place, transport).place();
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
        for (KnownCatalog each : known.all()) {
            try {
                CatalogSource source = CatalogSource.of(each.place(), transport);
                PluginCatalog catalog = read(source, each);
                catalog.offers().forEach(offer -> found.add(new Found(offer, catalog.name(), source)));
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

    /** The highest version that has that plug-in. {@code plugin.not-offered}, or why a catalogue cannot be read. */
    Found find(PluginId plugin) {
        return offers(_ -> {}).stream()
                .filter(each -> each.offer().plugins().stream()
                        .anyMatch(named -> named.plugin().equals(plugin)))
                .max(Comparator.comparing(Found::version))
                .orElseThrow(() -> notOffered(plugin));
    }

    private FailureException notOffered(PluginId plugin) {
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

    private PluginCatalog read(CatalogSource source, @Nullable KnownCatalog before) {
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
        if (before != null) {
            requireSame(catalog, said, before);
        }
        KnownCatalog now = new KnownCatalog(source.place(), catalog.name(), catalog.number(), said.keys());
        if (!now.equals(before)) {
            remember(now, before);
        }
        return catalog;
    }

    private static void requireSame(PluginCatalog catalog, SignedStatement said, KnownCatalog before) {
        if (!catalog.name().equals(before.name()) || said.keys().stream().noneMatch(before.keys()::contains)) {
            throw refused(
                    "plugin.catalog-other",
                    "Where the catalogue " + before.name() + " was there is another one now.",
                    "Ask who keeps it. If that is meant: officina plugins catalogs remove, then add.");
        }
        if (catalog.number() < before.number()) {
            throw refused(
                    "plugin.catalog-older",
                    "The catalogue " + before.name() + " is older than it was: " + catalog.number() + " after "
                            + before.number() + ".",
                    "Somebody may hold back what is newer. Copy it again, or ask who keeps it.");
        }
    }

    private void remember(KnownCatalog now, @Nullable KnownCatalog before) {
        edits.edit(
                project,
                before == null
                        ? "Gets plug-ins from the catalogue " + now.name()
                        : "The catalogue " + now.name() + " is at " + now.number(),
                changes -> changes.find(KnownCatalog.KIND, KnownCatalog.idOf(now.place()))
                                .isEmpty()
                        ? changes.create(KnownCatalog.KIND, KnownCatalog.idOf(now.place()), now.fields())
                        : changes.replace(KnownCatalog.KIND, KnownCatalog.idOf(now.place()), now.fields()),
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
