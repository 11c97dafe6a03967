// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The products of every system, also of those on which they have not been run: each is for its own system alone. */
@Tag("built")
class ProductSystemsTests {

    private static final Pattern FOR_ONE_SYSTEM = Pattern.compile(".*\\b(gtk|linux|win32|cocoa|macosx)\\b.*");

    @ParameterizedTest
    @EnumSource
    void no_bundle_is_for_another_system(ProductSystem system) {
        List<List<String>> found = system.products().stream()
                .map(product -> ProductTests.bundles(product).stream()
                        .filter(bundle -> FOR_ONE_SYSTEM.matcher(bundle).matches())
                        .sorted()
                        .toList())
                .toList();

        assertEquals(List.of(List.of(), system.bundlesOfOneSystem()), found);
    }

    @ParameterizedTest
    @EnumSource
    void every_bundle_that_starts_is_there(ProductSystem system) {
        for (Path product : system.products()) {
            List<String> missing = ProductTests.bundlesInfo(product).stream()
                    .map(line -> line.split(",")[2])
                    .filter(place -> !Files.exists(product.resolve(place)))
                    .toList();

            assertEquals(List.of(), missing, product.toString());
        }
    }

    /** That of JNA excepted, which has all systems in one jar. */
    @ParameterizedTest
    @EnumSource
    void native_libraries_are_those_of_the_products_own_system(ProductSystem system) throws IOException {
        for (Path product : system.products()) {
            Path jar = Repository.files(product.resolve("plugins"), ".jar").stream()
                    .filter(file -> file.getFileName().toString().startsWith("com.microsoft.onnxruntime"))
                    .findFirst()
                    .orElseThrow();
            try (FileSystem content = FileSystems.newFileSystem(jar);
                    Stream<Path> entries = Files.walk(content.getPath("/ai/onnxruntime/native"))) {
                List<String> libraries = entries.filter(Files::isRegularFile)
                        .map(entry -> entry.getFileName().toString())
                        .toList();
                assertTrue(libraries.size() >= 2, libraries.toString());
                assertEquals(
                        List.of(),
                        libraries.stream()
                                .filter(library -> !library.endsWith(system.library()))
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void scripts_are_for_linux_alone(ProductSystem system) {
        for (Path product : system.products()) {
            assertEquals(
                    system == ProductSystem.LINUX,
                    !Repository.files(product, ".sh").isEmpty(),
                    product.toString());
            assertEquals(
                    system == ProductSystem.LINUX, Files.isDirectory(product.resolve("settings")), product.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_licences_are_in_it(ProductSystem system) throws IOException {
        for (Path product : system.products()) {
            for (String source : List.of("LICENSE", "NOTICE", "docs/reference/third-party.md")) {
                Path file = product.resolve(Path.of(source).getFileName());
                assertTrue(Files.exists(file), "no " + file);
                // a page that is just being rewritten is in the next product
                if (!Boolean.getBoolean("regenerate")) {
                    assertEquals(-1, Files.mismatch(Repository.ROOT.resolve(source), file), file.toString());
                }
            }
        }
    }
}
