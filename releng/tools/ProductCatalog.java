// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.engine.internal.plugin.PublisherFiles;
import officina.protocol.Json;

/**
 * Makes the catalogue of plug-ins that assembled products bring with them, in the folder {@code catalog} of each. Run with
 * the jars of a product on the class path, whose own code signs and writes it. Arguments: the folder {@code target} of the
 * product's module, the file of the feature that names the bundles, the file with the key, which is made where it is missing.
 */
final class ProductCatalog {

    private static final Pattern BUNDLE = Pattern.compile("<plugin id=\"([a-z.]+)\"");

    /** Deeper than the folder of any system's product. */
    private static final int DEPTH = 8;

    private ProductCatalog() {}

    public static void main(String[] args) throws IOException {
        Path target = Path.of(args[0]);
        List<Path> bundles = new ArrayList<>();
        for (String name : BUNDLE.matcher(Files.readString(Path.of(args[1])))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            bundles.add(bundle(target.resolve("repository/plugins"), name));
        }
        Path key = key(Path.of(args[2]));
        for (Path product : products(target.resolve("products"))) {
            make(product.resolve("catalog"), bundles, key);
        }
    }

    /** Two modules of one build may come at the same time; the key of the first is that of both. */
    private static Path key(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                new PublisherFiles().makeKey(file);
            } catch (FailureException e) {
                if (!Files.exists(file)) {
                    throw e;
                }
            }
        }
        return file;
    }

    private static Path bundle(Path plugins, String name) throws IOException {
        try (Stream<Path> all = Files.list(plugins)) {
            List<Path> found = all.filter(file -> {
                        String is = file.getFileName().toString();
                        return is.startsWith(name + "_") && is.endsWith(".jar");
                    })
                    .toList();
            if (found.size() != 1) {
                throw new IOException(found.size() + " jars of " + name + " in " + plugins);
            }
            return found.getFirst();
        }
    }

    /** Where bundles lie, of each system for itself. */
    private static List<Path> products(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            List<Path> found = all.filter(each -> each.endsWith("plugins") && Files.isDirectory(each))
                    .map(Path::getParent)
                    .toList();
            if (found.isEmpty()) {
                throw new IOException("no product in " + folder);
            }
            return found;
        }
    }

    private static void make(Path folder, List<Path> bundles, Path key) throws IOException {
        Files.createDirectories(folder);
        for (Path each : bundles) {
            Path copy = folder.resolve(each.getFileName());
            Files.copy(each, copy, StandardCopyOption.REPLACE_EXISTING);
            // of a build before this one
            Files.deleteIfExists(folder.resolve(copy.getFileName() + ".sig"));
            Files.write(folder.resolve(copy.getFileName() + ".json"), Json.bytes(details(each)));
        }
        new PublisherFiles().catalog(folder, "officina", List.of(key));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (Stream<Path> all = Files.list(folder)) {
                for (Path each : all.toList()) {
                    // whoever may run the program may read what it brings
                    Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rw-r--r--"));
                }
            }
        }
    }

    /** What the catalogue says of a bundle beside what it takes from its manifest. */
    private static JsonObject details(Path bundle) throws IOException {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            Attributes headers = jar.getManifest().getMainAttributes();
            String text = headers.getValue("Bundle-Description");
            if (text == null) {
                throw new IOException("no Bundle-Description in " + bundle);
            }
            if (text.startsWith("%")) {
                Properties texts = new Properties();
                try (InputStream in =
                        jar.getInputStream(jar.getEntry(headers.getValue("Bundle-Localization") + ".properties"))) {
                    texts.load(in);
                }
                text = Objects.requireNonNull(texts.getProperty(text.substring(1)), text);
            }
            return JsonObject.EMPTY.with("description", text);
        }
    }
}
