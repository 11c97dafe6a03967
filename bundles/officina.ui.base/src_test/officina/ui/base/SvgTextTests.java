// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

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

    @ParameterizedTest
    @EnumSource
    void the_family_has_every_icon(Icon icon) {
        assertNotNull(IconFiles.find(icon.file() + ".svg"), icon.file());
    }
}
