// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import java.io.IOException;
import java.time.Duration;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.testkit.ui.FakeSettings;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;

/** Paints Preferences in its states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint(
                "preferences-empty", 640, 480, stage -> show(stage, new EngineState.NeedsPassphrase(false, null)));
        gallery.paint("preferences-normal", 640, 480, stage -> show(stage, settings(new FakeSettings())));
        gallery.paint("preferences-failing", 640, 480, stage -> {
            FakeSettings settings = new FakeSettings();
            settings.refuse(Failure.of(
                    "store.full",
                    ErrorKind.RESOURCE,
                    "This could not be kept: the disk is full.",
                    "Free some space, then choose again."));
            PreferencesFrame frame = show(stage, settings(settings));
            frame.enter();
            stage.press(SWT.ARROW_RIGHT);
            stage.press(' ');
            stage.pump(Duration.ofMillis(300));
        });
        for (int width : new int[] {900, 460}) {
            gallery.paint("preferences-" + width, width, 640, stage -> show(stage, settings(new FakeSettings())));
        }
    }

    private static EngineState settings(FakeSettings settings) {
        return new EngineState.Ready(PartialEngine.of(settings));
    }

    private static PreferencesFrame show(Stage stage, EngineState state) {
        stage.parent().setLayout(new FillLayout());
        PreferencesFrame frame = new PreferencesFrame(stage.parent(), stage.kit(), Pages.of(stage.kit()), _ -> {});
        frame.turn(Views.GENERAL);
        stage.engine().become(state);
        stage.open();
        frame.focus();
        stage.pump(Duration.ofMillis(500));
        return frame;
    }
}
