// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.base.DurableFiles;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PluginCatalog;
import officina.core.plugin.PluginCatalog.Offer;
import officina.core.plugin.PluginCatalog.Price;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginJar;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.SignedStatement;
import officina.core.plugin.SignedStatement.Subject;
import officina.protocol.Json;

/** Makes the catalogue of the bundles in a folder. */
record CatalogMaker(PublisherFiles files, Path folder, List<Path> keys) {

    Path make(String name) {
        Path file = folder.resolve(PluginCatalog.FILE);
        try {
            PluginCatalog made = new PluginCatalog(name, number(file, name), offers());
            DurableFiles.replace(file, made.write());
            files.sign(Subject.CATALOG, name, Long.toString(made.number()), file, keys);
            return file;
        } catch (IOException e) {
            throw PublisherFiles.file(folder, "could not be read or written.", "Look whether it is there, and whose.");
        } catch (IllegalArgumentException e) {
            throw wrong("It is called by letters, digits, dots and hyphens, and each version is in the folder once.");
        }
    }

    /** One more than before, so that those who know it see that it is newer. */
    private static long number(Path file, String name) throws IOException {
        if (!Files.exists(file)) {
            return 1;
        }
        PluginCatalog before = PluginCatalog.read(Files.readAllBytes(file));
        if (!before.name().equals(name)) {
            throw wrong("The one in the folder is called \"" + before.name() + "\", and stays so.");
        }
        return before.number() + 1;
    }

    private List<Offer> offers() throws IOException {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.jar")) {
            all.forEach(jars::add);
        }
        List<Offer> offers = new ArrayList<>();
        for (Path each : jars.stream().sorted().toList()) {
            offers.add(offer(each));
        }
        return offers;
    }

    private Offer offer(Path jar) throws IOException {
        PluginManifest manifest = PluginJar.read(jar, Locale.ROOT);
        InstallRules.requireFit(manifest);
        if (!Files.exists(Provenance.signatureOf(jar))) {
            files.sign(jar, keys);
        }
        Digests.Found found = Digests.of(jar);
        SignedStatement said = Objects.requireNonNull(Provenance.read(jar, Set.of()));
        Provenance.requireAbout(said, found, manifest);
        JsonObject details = details(jar.resolveSibling(jar.getFileName() + ".json"));
        List<PluginInfo> plugins =
                manifest.plugins().stream().map(PluginManifest.Declared::info).toList();
        return new Offer(
                manifest.bundle(),
                manifest.version(),
                jar.getFileName().toString(),
                found.size(),
                found.sha256(),
                plugins.stream()
                        .map(each -> new InstalledBundle.Named(each.id(), each.kind()))
                        .toList(),
                plugins.getFirst().publisher(),
                Objects.requireNonNullElse(details.text("description"), ""),
                details.has("price") ? Price.from(details.object("price")) : null,
                plugins.stream()
                        .flatMap(each -> each.permissions().stream())
                        .distinct()
                        .toList());
    }

    private static JsonObject details(Path file) throws IOException {
        if (!Files.exists(file)) {
            return JsonObject.EMPTY;
        }
        try {
            return Json.parseObject(Files.readAllBytes(file));
        } catch (FailureException e) {
            throw wrong("\"" + file.getFileName() + "\" beside a bundle is no JSON.");
        }
    }

    private static FailureException wrong(String what) {
        return new FailureException(Failure.of(
                "publish.catalog", ErrorKind.USER, "The catalogue cannot be made so. " + what, "Correct that."));
    }
}
