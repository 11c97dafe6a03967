// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import officina.engine.CatalogItem;
import officina.engine.OfferItem;
import officina.engine.PublisherItem;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plug-ins that came with the program, in a folder of it, as its build makes that. */
class OwnCatalogTests extends InstalledPluginsTestCase {

    private static final String BUNDLE = "officina.agent.sample";

    private final PublisherFiles files = new PublisherFiles();
    private Path signing;
    private String key;
    private Catalogs catalogs;
    private PluginShop shop;

    private Path folder() {
        return temp.resolve("program/catalog");
    }

    @Override
    OwnCatalog brought() {
        return new OwnCatalog(folder());
    }

    @BeforeEach
    void build() throws IOException {
        signing = temp.resolve("build.pem");
        key = files.makeKey(signing);
        Files.createDirectories(folder());
        put("1.0.0");
        shop();
    }

    private void shop() {
        catalogs = new Catalogs(brought, publishers, bench.store, writer, edits, project, () -> {
            throw new UnsupportedOperationException("nothing is fetched here");
        });
        shop = new PluginShop(catalogs, plugins, bundles);
    }

    private void put(String version) throws IOException {
        Path made = new SampleJar().named(BUNDLE).version(version).in(temp);
        Files.move(made, folder().resolve("sample-" + version + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        files.catalog(folder(), "officina", List.of(signing));
    }

    private List<String> versions() {
        return records().stream().map(each -> each.current().version()).toList();
    }

    @Test
    void what_came_with_the_program_is_offered_first_and_nothing_of_it_is_installed_or_trusted_for_anything_else()
            throws Exception {
        assertEquals(
                List.of(new CatalogItem(folder().toString(), "officina", 1, "This copy of Officina")), catalogs.list());
        assertEquals(List.of(new PublisherItem(key, "This copy of Officina", null)), publishers.list());
        OfferItem offer = shop.offers().offers().getFirst();
        assertEquals(BUNDLE, offer.bundle());
        assertEquals("", offer.installed());
        assertEquals(BUNDLE, plugins.examine(Path.of(offer.file())).manifest().bundle());
        assertEquals(List.of(), records());

        Path another = Files.createDirectory(temp.resolve("another"));
        Path stranger = temp.resolve("stranger.pem");
        publishers.trust(files.makeKey(stranger), "A stranger");
        Files.move(new SampleJar().in(temp), another.resolve("sample.jar"));
        files.catalog(another, "another", List.of(stranger));
        catalogs.add(another.toString());
        assertEquals(
                List.of("officina", "another"),
                catalogs.list().stream().map(CatalogItem::name).toList());
        assertEquals(2, shop.offers().offers().size());
    }

    @Test
    void it_is_installed_as_any_other_and_waits_for_what_it_was_not_granted() throws Exception {
        shop.obtain(SAMPLE, Set.of());
        assertEquals(List.of("1.0.0"), versions());
        assertFalse(next().missing().isEmpty(), "nothing was granted");
        assertEquals("1.0.0", shop.offers().offers().getFirst().installed());
    }

    @Test
    void it_stays_in_the_list_and_its_key_in_the_list_of_keys() {
        String place = folder().toString();
        assertEquals("plugin.catalog-own", code(() -> catalogs.remove(place)));
        assertEquals("plugin.key", code(() -> publishers.forget(key)));
        assertEquals("officina", catalogs.add(place).name());
        assertEquals(1, catalogs.list().size());
    }

    @Test
    void one_that_was_changed_offers_nothing_and_is_told_of() throws Exception {
        Path file = folder().resolve("catalog.json");
        Files.writeString(file, Files.readString(file).replace("1.0.0", "1.0.1"));
        assertEquals(List.of(), shop.offers().offers());
        assertTrue(
                shop.offers().problems().getFirst().startsWith("The catalogue that came with Officina cannot be read."),
                shop.offers().problems()::toString);
        assertEquals("plugin.signature", code(() -> shop.obtain(SAMPLE, Set.of())));
        assertEquals(List.of(), catalogs.list());
    }

    @Test
    void another_build_of_the_program_goes_on_with_what_the_one_before_installed() throws Exception {
        shop.obtain(SAMPLE, Set.of());
        plugins.close();
        signing = temp.resolve("next.pem");
        files.makeKey(signing);
        Files.delete(Provenance.signatureOf(folder().resolve("sample-1.0.0.jar")));
        put("1.1.0");
        plugins = opened();
        shop();
        assertTrue(shop.offers().offers().getFirst().newer());
        shop.obtain(SAMPLE, Set.of());
        assertEquals(List.of("1.1.0"), versions());
    }

    @Test
    void who_is_trusted_by_the_person_alone_takes_the_place_of_nothing_that_came_with_the_program() throws Exception {
        shop.obtain(SAMPLE, Set.of());
        Path stranger = temp.resolve("stranger.pem");
        publishers.trust(files.makeKey(stranger), "A stranger");
        Path file = new SampleJar().named(BUNDLE).version("2.0.0").in(temp);
        files.sign(file, List.of(stranger));
        assertEquals("plugin.taken", code(() -> plugins.install(file, null, Set.of())));
    }
}
