// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie in the source tree. */
final class Repository {

    /** The folder of pom.xml, officina and verify. */
    static final Path ROOT = root();

    private Repository() {}

    /** The bundles in these folders of the root, by name. */
    static List<Path> bundles(String... groups) {
        List<Path> bundles = new ArrayList<>();
        for (String group : groups) {
            if (Files.isDirectory(ROOT.resolve(group))) {
                list(ROOT.resolve(group)).stream()
                        .filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
                        .forEach(bundles::add);
            }
        }
        return bundles;
    }

    /** All bundles whose classes ship or are published. */
    static List<Path> shipped() {
        return bundles("bundles", "plugins-sdk");
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether others than its owner may not read it. */
    static boolean isPrivate(Path file) {
        try {
            return !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path root() {
        Path given = Path.of(System.getProperty("officina.root", "")).toAbsolutePath();
        Path folder = given;
        while (folder != null && !Files.exists(folder.resolve("target-platform"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside the source tree: " + given);
        }
        return folder;
    }
}
