// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import officina.ui.base.Palette;
import officina.ui.base.Shade;
import officina.ui.base.StyleSheet;
import org.eclipse.swt.graphics.RGB;

/** The colours of the two themes, read from their style sheets in the repository. */
public final class SheetPalette implements Palette {

    private static final Path SHEETS = Path.of("bundles/officina.ui.base/css");

    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private StyleSheet colours;

    public SheetPalette(boolean dark) {
        colours = read(dark);
    }

    /** Changes the theme, as the person may at any time. */
    public void dark(boolean next) {
        colours = read(next);
        listeners.forEach(Runnable::run);
    }

    @Override
    public RGB rgb(Shade shade) {
        return colours.rgb(shade);
    }

    @Override
    public boolean dark() {
        return colours.dark();
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static StyleSheet read(boolean dark) {
        try {
            return StyleSheet.parse(dark, Files.readString(sheet(dark ? "dark.css" : "light.css")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the folder of a bundle or in the repository's root. */
    private static Path sheet(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path sheet = folder.resolve(SHEETS).resolve(name);
            if (Files.exists(sheet)) {
                return sheet;
            }
        }
        throw new IllegalStateException("run this inside the repository: " + SHEETS + " is not found");
    }
}
