// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes the signatures out of the two jars of an assembled product that are loaded before the framework runs. Java would
 * check them at every start, and keeps no class of a signed jar in its archive of loaded classes; nobody would look at
 * the result. Argument: the folder with the products. Fails when there is nothing to do it to.
 */
final class Unsign {

    private static final Pattern BEFORE_THE_FRAMEWORK =
            Pattern.compile("org\\.eclipse\\.(osgi|equinox\\.launcher)_.*\\.jar");
    private static final Pattern SIGNATURE = Pattern.compile("/META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private Unsign() {}

    public static void main(String[] args) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            jars = files.filter(file -> BEFORE_THE_FRAMEWORK
                            .matcher(file.getFileName().toString())
                            .matches())
                    .toList();
        }
        if (jars.isEmpty()) {
            throw new IOException("no framework in " + args[0]);
        }
        for (Path jar : jars) {
            try (FileSystem content = FileSystems.newFileSystem(jar);
                    Stream<Path> entries = Files.list(content.getPath("/META-INF"))) {
                for (Path entry : entries.toList()) {
                    if (SIGNATURE
                            .matcher(entry.toString().toUpperCase(Locale.ROOT))
                            .matches()) {
                        Files.delete(entry);
                    }
                }
            }
        }
    }
}
