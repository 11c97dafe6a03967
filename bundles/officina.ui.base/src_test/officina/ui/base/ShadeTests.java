// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShadeTests {

    private static final List<Shade> GROUNDS =
            List.of(Shade.CHROME, Shade.SURFACE, Shade.RAISED, Shade.SUNKEN, Shade.HOVER, Shade.SELECTED, Shade.BUBBLE);

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_shade_has_a_colour_in_every_theme(String theme) {
        assertEquals(
                Arrays.stream(Shade.values()).map(Shade::id).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(colours(theme).keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void text_is_readable_on_every_ground(String theme) {
        for (Shade ground : GROUNDS) {
            assertContrast(theme, Shade.TEXT, ground, 7);
            assertContrast(theme, Shade.MUTED, ground, 4.5);
        }
        assertContrast(theme, Shade.TEXT, Shade.SELECTION, 7);
        assertContrast(theme, Shade.TEXT, Shade.MARK, 7);
        assertContrast(theme, Shade.TEXT, Shade.CODE, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void coloured_text_is_readable_where_it_is_meant_to_stand(String theme) {
        assertContrast(theme, Shade.ON_ACCENT, Shade.ACCENT, 4.5);
        assertContrast(theme, Shade.ON_ACCENT, Shade.ACCENT_HOVER, 4.5);
        assertContrast(theme, Shade.LINK, Shade.SURFACE, 4.5);
        assertContrast(theme, Shade.LINK, Shade.RAISED, 4.5);
        for (Shade shade : List.of(Shade.ACCENT, Shade.SUCCESS, Shade.WARNING, Shade.DANGER)) {
            assertContrast(theme, shade, Shade.SURFACE, 4.5);
            assertContrast(theme, shade, Shade.RAISED, 4.5);
            assertContrast(theme, shade, Shade.valueOf(shade.name() + "_SOFT"), 4.5);
        }
    }

    @Test
    void the_defaults_of_the_colour_definitions_are_the_light_theme() throws Exception {
        String plugin = file("plugin.xml");
        new TreeMap<>(colours("light"))
                .forEach((id, rgb) -> assertTrue(
                        plugin.contains("id=\"%s\" label=\"%%color.%s\" categoryId=\"officina\" value=\"%d,%d,%d\""
                                .formatted(id, id.substring("officina.".length()), rgb.red, rgb.green, rgb.blue)),
                        id));
    }

    private static Map<String, RGB> colours(String theme) {
        return StyleSheet.parse(theme.equals("dark"), file("css/" + theme + ".css"))
                .colours();
    }

    /** A file of this bundle; tests run in the bundle's folder or in the repository's root. */
    private static String file(String name) {
        Path here = Path.of(name);
        try {
            return Files.readString(Files.exists(here) ? here : Path.of("bundles/officina.ui.base", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertContrast(String theme, Shade text, Shade ground, double least) {
        Map<String, RGB> colours = colours(theme);
        double contrast = contrast(colours.get(text.id()), colours.get(ground.id()));
        assertTrue(contrast >= least, "%s: %s on %s has %.2f".formatted(theme, text, ground, contrast));
    }

    private static double contrast(RGB one, RGB other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(RGB rgb) {
        return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
