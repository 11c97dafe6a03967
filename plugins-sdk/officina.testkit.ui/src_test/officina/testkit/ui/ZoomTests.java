// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all views share, on screens with more pixels and with larger text. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class ZoomTests {

    @Test
    void an_icon_is_drawn_for_the_pixels_of_the_screen_and_never_enlarged() {
        try (Stage stage = new Stage(false, () -> Gallery.NOW, 200, 100)) {
            Image icon = stage.kit().icons().image(Icon.SEARCH, Shade.TEXT, 16);

            assertEquals(16, icon.getImageData(100).width);
            assertEquals(24, icon.getImageData(150).width);
            ImageData twice = icon.getImageData(200);
            assertEquals(32, twice.width);
            assertFalse(
                    Arrays.equals(icon.getImageData(100).scaledTo(32, 32).alphaData, twice.alphaData),
                    "it is the small one, enlarged");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2})
    void a_button_has_room_for_its_word(double textScale) {
        try (Stage stage = new Stage(false, () -> Gallery.NOW, 200, 100, textScale)) {
            FlatButton button = new FlatButton(stage.parent(), stage.kit(), FlatButton.Look.PLAIN, Shade.SURFACE)
                    .icon(Icon.SEARCH)
                    .text("Agyp");
            GC gc = new GC(stage.parent());
            try {
                gc.setFont(stage.kit().theme().font(Type.BODY));
                int height = button.computeSize(-1, -1).y;
                assertTrue(height >= gc.textExtent("Agyp").y + 6, height + " for " + gc.textExtent("Agyp").y);
            } finally {
                gc.dispose();
            }
        }
    }
}
