// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The systems for which products are assembled. */
enum ProductSystem {
    LINUX("linux/gtk/x86_64/officina", ".so"),
    WINDOWS("win32/win32/x86_64/officina", ".dll"),
    MACOS("macosx/cocoa/aarch64/officina.app/Contents/Eclipse", ".dylib");

    private final String folder;
    private final String library;

    ProductSystem(String folder, String library) {
        this.folder = folder;
        this.library = library;
    }

    String library() {
        return library;
    }

    /** The products for this system; those of other systems than this one are assembled by ./verify alone. */
    List<Path> products() {
        List<Path> products = List.of(product("headless"), product("workbench"));
        assumeTrue(this == LINUX || Files.isDirectory(products.getLast()), "not assembled");
        return products;
    }

    private Path product(String name) {
        return Repository.ROOT
                .resolve("releng/officina." + name + ".product/target/products/officina." + name + ".product")
                .resolve(folder);
    }

    /** What of others is in its workbench for this system alone. */
    List<String> bundlesOfOneSystem() {
        return switch (this) {
            case LINUX ->
                List.of(
                        "org.eclipse.e4.ui.swt.gtk",
                        "org.eclipse.equinox.launcher.gtk.linux.x86_64",
                        "org.eclipse.swt.gtk.linux.x86_64");
            case WINDOWS -> List.of("org.eclipse.e4.ui.swt.win32", "org.eclipse.swt.win32.win32.x86_64");
            case MACOS ->
                List.of(
                        "org.eclipse.e4.ui.workbench.renderers.swt.cocoa",
                        "org.eclipse.swt.cocoa.macosx.aarch64",
                        "org.eclipse.ui.cocoa");
        };
    }
}
