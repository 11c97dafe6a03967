// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui;

import java.io.IOException;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import org.eclipse.swt.SWT;

/** Paints the view in its states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("automations-empty", 720, 420, stage -> show(stage, new FakeAutomations()));
        gallery.paint("automations-normal", 720, 600, stage -> show(stage, all()));
        gallery.paint("automations-failing", 720, 600, stage -> {
            show(stage, all());
            stage.press(SWT.ARROW_DOWN, SWT.ARROW_DOWN);
        });
        gallery.paint("automations-working", 720, 600, stage -> {
            show(stage, all());
            stage.press(SWT.ARROW_DOWN);
        });
        gallery.paint("automations-lacking", 720, 600, stage -> {
            show(stage, all());
            stage.press(SWT.ARROW_DOWN, SWT.ARROW_DOWN, SWT.ARROW_DOWN);
        });
        gallery.paint("automations-paused", 720, 600, stage -> {
            show(stage, all());
            stage.pressButton("Pause");
        });
        gallery.paint("automations-unread", 720, 420, stage -> {
            FakeAutomations automations = all();
            automations.hide(Failure.of(
                    "store.full", ErrorKind.RESOURCE, "The store does not answer.", "Free some space on the disk."));
            show(stage, automations);
        });
        gallery.paint("automations-narrow", 380, 700, stage -> show(stage, all()));
    }

    private static FakeAutomations all() {
        return new FakeAutomations()
                .with(
                        FakeAutomations.mail(),
                        FakeAutomations.files(),
                        FakeAutomations.calendar(),
                        FakeAutomations.browser(),
                        FakeAutomations.report());
    }

    private static void show(Stage stage, FakeAutomations automations) {
        FakeRuns runs = new FakeRuns(automations);
        stage.show("Automations", PartialEngine.of(automations, runs.runs(), runs.plugins()), AutomationsPane::new);
    }
}
