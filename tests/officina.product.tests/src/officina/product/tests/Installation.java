// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.product.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** A product as a user may have installed it: in a folder of which the path has what shells give a meaning to. */
final class Installation {

    private static final Path PLACE = Path.of(System.getProperty("java.io.tmpdir"), "Program  Files (it's $HOME)");

    private Installation() {}

    /** Installs what was built; gives its program. One call for each product in the life of this process. */
    static Path of(String product, String program) {
        Path built = Path.of(System.getProperty("officina.root"))
                .resolve("releng/officina.%1$s.product/target/products/officina.%1$s.product".formatted(product))
                .resolve("linux/gtk/x86_64/officina");
        Path place = PLACE.resolve(product);
        try {
            if (Files.exists(place)) {
                // of a run before: another build has other names
                delete(place);
            }
            copy(built, place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return place.resolve(program);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException e) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
