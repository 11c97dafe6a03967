// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.swt.graphics.RGB;

/** The colours of a theme as its style sheet has them, for where no workbench reads that. */
public record StyleSheet(boolean dark, Map<String, RGB> colours) implements Palette {

    private static final Pattern RULE = Pattern.compile("ColorDefinition#([a-z-]+) \\{ color: #(..)(..)(..); }");

    public StyleSheet {
        colours = Map.copyOf(colours);
    }

    /** The colours that stand in that text, by the identifiers of their shades. */
    public static StyleSheet parse(boolean dark, String sheet) {
        return new StyleSheet(
                dark,
                RULE.matcher(sheet)
                        .results()
                        .collect(Collectors.toMap(
                                rule -> rule.group(1).replaceFirst("-", "."),
                                rule -> new RGB(
                                        channel(rule.group(2)), channel(rule.group(3)), channel(rule.group(4))))));
    }

    /** That of the product. */
    public static StyleSheet of(boolean dark) {
        String name = dark ? "/css/dark.css" : "/css/light.css";
        try (InputStream file = Objects.requireNonNull(StyleSheet.class.getResourceAsStream(name), name)) {
            return parse(dark, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RGB rgb(Shade shade) {
        RGB colour = colours.get(shade.id());
        if (colour == null) {
            throw new IllegalStateException("the theme has no colour " + shade.id());
        }
        return colour;
    }

    /** It never changes. */
    @Override
    public AutoCloseable onChange(Runnable listener) {
        return () -> {};
    }

    private static int channel(String hex) {
        return Integer.parseInt(hex, 16);
    }
}
