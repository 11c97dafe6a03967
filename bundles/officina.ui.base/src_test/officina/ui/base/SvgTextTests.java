// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SvgTextTests {

    @Test
    void size_and_colour_are_replaced_and_the_drawing_is_not() {
        assertEquals(
                "<svg width=\"32\" height=\"32\" viewBox=\"0 0 24 24\" stroke=\"#102030\" stroke-width=\"2\">",
                SvgText.coloured(
                        "<svg width=\"24\" height=\"24\" viewBox=\"0 0 24 24\" stroke=\"currentColor\""
                                + " stroke-width=\"2\">",
                        "#102030",
                        32));
    }

    @Test
    void what_stands_before_the_drawing_is_left_out() {
        assertEquals(
                "<svg width=\"8\"/>", SvgText.bare("<?xml version=\"1.0\"?>\n<!-- a licence -->\n<svg width=\"8\"/>"));
        assertEquals("no drawing", SvgText.bare("no drawing"));
    }

    @Test
    void a_drawing_after_a_comment_needs_no_library_of_the_system() {
        ImageData drawn = SvgText.drawn("<!-- a licence --><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\""
                + " height=\"8\"><rect width=\"8\" height=\"8\" fill=\"#102030\"/></svg>");
        assertEquals(8, drawn.width);
        assertEquals(new RGB(0x10, 0x20, 0x30), drawn.palette.getRGB(drawn.getPixel(4, 4)));
    }

    @ParameterizedTest
    @EnumSource
    void the_family_has_every_icon(Icon icon) {
        assertNotNull(IconFiles.find(icon.file() + ".svg"), icon.file());
    }
}
