// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import officina.testkit.ui.FakeSettings;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.Views;
import org.eclipse.swt.layout.FillLayout;

/** Paints Preferences into a folder, to be looked at: {@code Gallery FOLDER}. */
public final class Gallery {

    private Gallery() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {900, 460}) {
                try (Stage stage = new Stage(dark, () -> Instant.parse("2026-11-21T18:00:00Z"), width, 640)) {
                    stage.parent().setLayout(new FillLayout());
                    PreferencesFrame frame =
                            new PreferencesFrame(stage.parent(), stage.kit(), Pages.of(stage.kit()), _ -> {});
                    frame.turn(Views.GENERAL);
                    stage.engine().become(new EngineState.Ready(PartialEngine.of(new FakeSettings())));
                    stage.open();
                    frame.focus();
                    stage.pump(Duration.ofMillis(500));
                    stage.shot(folder.resolve("general-" + width + (dark ? "-dark" : "-light") + ".png"));
                }
            }
        }
    }
}
