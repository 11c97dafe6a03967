// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import officina.api.host.HttpAccess;
import officina.api.permission.PermissionType;
import officina.base.Threads;
import officina.core.plugin.PluginCatalog;
import officina.engine.CatalogItem;
import officina.engine.OfferItem;
import officina.net.okhttp.HttpScope;
import officina.net.okhttp.HttpTransport;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plug-ins from a folder with a catalogue, as its keepers make it. */
class CatalogsTests extends InstalledPluginsTestCase {

    private final PublisherFiles files = new PublisherFiles();
    private Path own;
    private String key;
    private Path folder;
    private Catalogs catalogs;
    private final Server server = new Server();
    private PluginShop shop;

    /** Serves the folder at one address; a bundle when it is let go. */
    private final class Server implements HttpTransport {

        private Runnable afterNextSignature = () -> {};

        private final List<URI> asked = new CopyOnWriteArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private CountDownLatch release = new CountDownLatch(0);

        @Override
        public int download(URI address, OutputStream into, long most, Duration patience) {
            asked.add(address);
            Path file = folder.resolve(address.getPath().substring("/plugins/".length()));
            try {
                if (file.toString().endsWith(".jar")) {
                    begun.countDown();
                    release.await();
                }
                if (Files.notExists(file)) {
                    return 404;
                }
                Files.copy(file, into);
                if (file.endsWith(PluginCatalog.FILE + ".sig")) {
                    Runnable meanwhile = afterNextSignature;
                    afterNextSignature = () -> {};
                    meanwhile.run();
                }
                return 200;
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public HttpAccess open(HttpScope scope) {
            throw new UnsupportedOperationException("files are fetched here");
        }

        @Override
        public boolean proxied(URI address) {
            return false;
        }
    }

    @BeforeEach
    void keeper() throws IOException {
        own = temp.resolve("own.pem");
        key = files.makeKey(own);
        folder = Files.createDirectory(temp.resolve("mirror"));
        catalogs = new Catalogs(brought, publishers, bench.store, writer, edits, project, () -> server);
        shop = new PluginShop(catalogs, plugins, bundles);
    }

    private void put(String version) throws IOException {
        Path made = new SampleJar().version(version).in(temp);
        Files.move(made, folder.resolve("sample-" + version + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void publish() {
        files.catalog(folder, "example", List.of(own));
    }

    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(from)) {
            for (Path each : all) {
                Files.copy(each, to.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private OfferItem offer() {
        assertEquals(List.of(), shop.offers().problems());
        assertEquals(1, shop.offers().offers().size());
        return shop.offers().offers().getFirst();
    }

    @Test
    void a_folder_and_a_copy_of_it_offer_what_lies_in_them() throws Exception {
        put("1.0.0");
        put("1.10.0");
        Files.writeString(
                folder.resolve("sample-1.10.0.jar.json"),
                "{\"description\":\"A stranger.\",\"price\":{\"amount\":\"9.90\",\"currency\":\"EUR\"}}");
        publish();
        assertEquals("plugin.untrusted-key", code(() -> catalogs.add(folder.toString())));
        publishers.trust(key, "The Example Company");
        Path copy = temp.resolve("copy");
        copy(folder, copy);
        assertEquals(
                new CatalogItem(copy.toString(), "example", 1, "The Example Company"), catalogs.add(copy.toString()));

        OfferItem offer = offer();
        assertEquals("1.10.0", offer.version());
        assertEquals("9.90 EUR", offer.price());
        assertEquals("A stranger.", offer.description());
        assertEquals("", offer.installed());
        assertEquals(2, offer.permissions().size());
        assertEquals(SAMPLE, shop.obtain(SAMPLE, Set.of()).getFirst().id());
        assertEquals("1.10.0", offer().installed());
        assertFalse(offer().newer());
        assertEquals("1.10.0", records().getFirst().current().version());
    }

    @Test
    void a_newer_version_is_seen_as_such_and_installed() throws Exception {
        publishers.trust(key, "The Example Company");
        put("1.0.0");
        publish();
        catalogs.add(folder.toString());
        shop.obtain(SAMPLE, Set.of());
        put("1.1.0");
        publish();
        assertTrue(offer().newer());
        assertEquals(2, catalogs.list().getFirst().number());
        shop.obtain(SAMPLE, Set.of());
        assertEquals("1.1.0", records().getFirst().current().version());
    }

    @Test
    void an_older_state_of_it_and_another_in_its_place_are_refused() throws Exception {
        publishers.trust(key, "The Example Company");
        put("1.0.0");
        publish();
        Path old = temp.resolve("old");
        copy(folder, old);
        publish();
        catalogs.add(folder.toString());
        copy(old, folder);
        assertEquals("plugin.catalog-older", code(() -> catalogs.find(SAMPLE, null)));
        assertEquals(List.of(), shop.offers().offers(), "what cannot be read offers nothing");
        assertEquals(
                List.of("The catalogue example at " + folder
                        + " cannot be read now. The catalogue example is older than it was: 1 after 2."),
                shop.offers().problems());

        Path another = temp.resolve("another.pem");
        publishers.trust(files.makeKey(another), "Another");
        Files.delete(folder.resolve(PluginCatalog.FILE));
        files.catalog(folder, "example", List.of(another));
        assertEquals("plugin.catalog-other", code(() -> catalogs.find(SAMPLE, null)));
    }

    @Test
    void who_read_an_older_state_and_took_longer_does_not_bring_it_back() throws Exception {
        publishers.trust(key, "The Example Company");
        put("1.0.0");
        publish();
        catalogs.add("https://example.org/plugins/");
        publish();
        server.afterNextSignature = () -> {
            publish();
            assertEquals(1, shop.offers().offers().size());
        };
        assertEquals(1, shop.offers().problems().size());
        assertEquals(3, catalogs.list().getFirst().number());

        publish();
        server.afterNextSignature = () -> catalogs.remove("https://example.org/plugins/");
        shop.offers();
        assertEquals(List.of(), catalogs.list(), "what is removed meanwhile stays so");
    }

    @Test
    void somebody_else_s_higher_version_is_none_of_what_is_there() throws Exception {
        publishers.trust(key, "The Example Company");
        put("1.0.0");
        publish();
        catalogs.add(folder.toString());
        shop.obtain(SAMPLE, Set.of());
        foreign(new SampleJar().version("99.0.0"), "sample");

        assertEquals("1.0.0", offer().version());
        assertFalse(offer().newer());
        put("1.1.0");
        publish();
        assertEquals("1.1.0", offer().version());
        assertTrue(offer().newer());
        shop.obtain(SAMPLE, Set.of());
        assertEquals("1.1.0", records().getFirst().current().version());
    }

    @Test
    void another_bundle_with_that_plug_in_is_not_taken_for_it() throws Exception {
        publishers.trust(key, "The Example Company");
        put("1.0.0");
        publish();
        catalogs.add(folder.toString());
        shop.obtain(SAMPLE, Set.of());
        foreign(new SampleJar().version("99.0.0").named("foreign"), "foreign");
        put("1.1.0");
        publish();
        shop.obtain(SAMPLE, Set.of());
        assertEquals("1.1.0", records().getFirst().current().version());
    }

    @Test
    void of_what_several_offer_that_of_somebody_trusted_is_taken() throws Exception {
        publishers.trust(key, "The Example Company");
        put("1.0.0");
        publish();
        catalogs.add(folder.toString());
        foreign(new SampleJar().version("99.0.0"), "sample");
        assertEquals("1.0.0", offer().version());
        shop.obtain(SAMPLE, Set.of());
        assertEquals("1.0.0", records().getFirst().current().version());
    }

    /** Adds a catalogue whose keeper is trusted, with a bundle of somebody who is not. */
    private void foreign(SampleJar what, String name) throws IOException {
        Path stranger = temp.resolve("stranger.pem");
        files.makeKey(stranger);
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Path jar = elsewhere.resolve(name + "-99.0.0.jar");
        Files.move(what.in(temp), jar);
        files.sign(jar, List.of(stranger));
        files.catalog(elsewhere, "elsewhere", List.of(own));
        catalogs.add(elsewhere.toString());
    }

    @Test
    void what_was_changed_in_it_is_refused() throws Exception {
        publishers.trust(key, "The Example Company");
        put("1.0.0");
        publish();
        catalogs.add(folder.toString());
        Path jar = folder.resolve("sample-1.0.0.jar");
        // another bundle, rightly signed, under the name of the one that is offered
        Files.move(new SampleJar().version("1.0.0").alsoNotifying().in(temp), jar, StandardCopyOption.REPLACE_EXISTING);
        files.sign(jar, List.of(own));
        assertEquals("plugin.signature", code(() -> shop.obtain(SAMPLE, Set.of())));
        Files.writeString(
                folder.resolve(PluginCatalog.FILE),
                Files.readString(folder.resolve(PluginCatalog.FILE)).replace("1.0.0", "1.0.1"));
        assertEquals("plugin.signature", code(() -> shop.obtain(SAMPLE, Set.of())));
        Files.copy(
                Provenance.signatureOf(jar),
                Provenance.signatureOf(folder.resolve(PluginCatalog.FILE)),
                StandardCopyOption.REPLACE_EXISTING);
        assertEquals("plugin.signature", code(() -> shop.obtain(SAMPLE, Set.of())));
        assertEquals(List.of(), records());
    }

    @Test
    void a_server_with_the_files_of_the_folder_is_as_good_as_the_folder() throws Exception {
        publishers.trust(key, "The Example Company");
        put("1.0.0");
        assertEquals("plugin.catalog-missing", code(() -> catalogs.add("https://example.org/plugins")));
        publish();
        assertEquals(
                "https://example.org/plugins/",
                catalogs.add("https://example.org/plugins").place());
        server.asked.clear();
        shop.obtain(SAMPLE, Set.of());
        String at = "https://example.org/plugins/";
        assertEquals(
                List.of(
                        URI.create(at + "catalog.json"),
                        URI.create(at + "catalog.json.sig"),
                        URI.create(at + "sample-1.0.0.jar"),
                        URI.create(at + "sample-1.0.0.jar.sig")),
                server.asked);
        assertEquals(1, records().size());
        try (DirectoryStream<Path> left = Files.newDirectoryStream(temp.resolve("data/plugins"))) {
            for (Path each : left) {
                assertTrue(each.getFileName().toString().length() > 64, "only the copy: " + each);
            }
        }
    }

    @Test
    void while_a_server_takes_its_time_a_right_that_is_taken_back_still_ends_what_had_it() throws Exception {
        publishers.trust(key, "The Example Company");
        install(jar);
        next();
        allow(READ, PermissionType.STORE_READ);
        next();
        allow(WRITE, PermissionType.STORE_WRITE);
        assertNull(next().missing());
        put("1.1.0");
        publish();
        catalogs.add("https://example.org/plugins/");
        server.release = new CountDownLatch(1);
        CompletableFuture<String> version = new CompletableFuture<>();
        Threads.start("caller", () -> {
            shop.obtain(SAMPLE, Set.of());
            version.complete(records().getFirst().current().version());
        });
        server.begun.await();
        takeBack(WRITE);
        assertNotNull(next().missing());
        server.release.countDown();
        assertEquals("1.1.0", version.get());
    }

    @Test
    void a_catalogue_vouches_for_nobody() throws Exception {
        Path author = temp.resolve("author.pem");
        String authors = files.makeKey(author);
        publishers.trust(key, "The keeper");
        put("1.0.0");
        files.sign(folder.resolve("sample-1.0.0.jar"), List.of(author));
        publish();
        catalogs.add(folder.toString());
        assertEquals("plugin.untrusted-key", code(() -> shop.obtain(SAMPLE, Set.of())));
        publishers.trust(authors, "The author");
        shop.obtain(SAMPLE, Set.of());
        assertEquals(authors, records().getFirst().current().keys().getFirst().text());
    }

    @Test
    void places_are_folders_and_https_alone() {
        for (String place : List.of(
                "http://example.org/x",
                "ftp://example.org",
                "file:///x",
                "relative",
                "https://me@example.org/",
                "https://",
                "https://example.org/?x=1",
                "x\u0000y")) {
            assertEquals("plugin.catalog-place", code(() -> catalogs.add(place)), place);
        }
        assertEquals("plugin.catalog-missing", code(() -> catalogs.add(folder.toString())));
        assertEquals("plugin.catalog-unknown", code(() -> catalogs.remove(folder.toString())));
    }

    @Test
    void one_that_is_removed_offers_nothing_and_takes_nothing_away() throws Exception {
        publishers.trust(key, "The Example Company");
        put("1.0.0");
        publish();
        catalogs.add(folder.toString());
        shop.obtain(SAMPLE, Set.of());
        catalogs.remove(folder.toString());
        assertEquals(List.of(), shop.offers().offers());
        assertEquals("plugin.not-offered", code(() -> shop.obtain(SAMPLE, Set.of())));
        assertEquals(1, records().size());
    }

    @Test
    void a_catalogue_that_cannot_be_is_not_made() throws Exception {
        put("1.0.0");
        publish();
        assertEquals("publish.catalog", code(() -> files.catalog(folder, "another", List.of(own))));
        Files.copy(folder.resolve("sample-1.0.0.jar"), folder.resolve("again.jar"));
        assertEquals("publish.catalog", code(this::publish));
        assertEquals("publish.file", code(() -> files.catalog(temp.resolve("nowhere"), "example", List.of(own))));
    }
}
