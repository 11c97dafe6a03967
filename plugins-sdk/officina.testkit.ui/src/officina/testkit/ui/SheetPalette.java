// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import officina.ui.base.Palette;
import officina.ui.base.Shade;
import org.eclipse.swt.graphics.RGB;

/** The colours of the two themes, read from their style sheets in the repository. */
public final class SheetPalette implements Palette {

    private static final Pattern RULE =
            Pattern.compile("ColorDefinition#officina-([a-z-]+) \\{ color: #(..)(..)(..); }");
    private static final Path SHEETS = Path.of("bundles/officina.ui.base/css");

    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Map<String, RGB> colours;
    private boolean dark;

    public SheetPalette(boolean dark) {
        this.dark = dark;
        colours = read(dark);
    }

    /** Changes the theme, as the person may at any time. */
    public void dark(boolean next) {
        dark = next;
        colours = read(next);
        listeners.forEach(Runnable::run);
    }

    @Override
    public RGB rgb(Shade shade) {
        RGB colour = colours.get(shade.id());
        if (colour == null) {
            throw new IllegalStateException("the theme has no colour " + shade.id());
        }
        return colour;
    }

    @Override
    public boolean dark() {
        return dark;
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static Map<String, RGB> read(boolean dark) {
        Map<String, RGB> colours = new HashMap<>();
        try {
            RULE.matcher(Files.readString(sheet(dark ? "dark.css" : "light.css")))
                    .results()
                    .forEach(rule -> colours.put(
                            "officina." + rule.group(1),
                            new RGB(channel(rule.group(2)), channel(rule.group(3)), channel(rule.group(4)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return colours;
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

    private static int channel(String hex) {
        return Integer.parseInt(hex, 16);
    }
}
