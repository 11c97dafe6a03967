// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.swt.graphics.RGB;

/** Reads the colours of a theme from its style sheet, as the workbench does. */
final class SheetPalette implements Palette {

    private static final Pattern RULE = Pattern.compile("ColorDefinition#([a-z-]+) \\{ color: #(..)(..)(..); }");

    private final String theme;
    private final Map<String, RGB> colours;

    SheetPalette(String theme) {
        this.theme = theme;
        colours = colours(theme);
    }

    static Map<String, RGB> colours(String theme) {
        Map<String, RGB> colours = new TreeMap<>();
        RULE.matcher(file("css/" + theme + ".css"))
                .results()
                .forEach(rule -> colours.put(
                        rule.group(1).replaceFirst("-", "."),
                        new RGB(channel(rule.group(2)), channel(rule.group(3)), channel(rule.group(4)))));
        return colours;
    }

    /** A file of this bundle; tests run in the bundle's folder or in the repository's root. */
    static String file(String name) {
        Path here = Path.of(name);
        try {
            return Files.readString(Files.exists(here) ? here : Path.of("bundles/officina.ui.base", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RGB rgb(Shade shade) {
        return colours.get(shade.id());
    }

    @Override
    public boolean dark() {
        return theme.equals("dark");
    }

    @Override
    public AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }

    private static int channel(String hex) {
        return Integer.parseInt(hex, 16);
    }
}
