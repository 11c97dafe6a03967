// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui;

import java.io.IOException;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.engine.Vitals;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;

/** Paints the view in its states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("diagnostics-empty", 680, 640, stage -> show(stage, _ -> {}));
        gallery.paint("diagnostics-normal", 680, 640, stage -> show(stage, Scenes::busy));
        gallery.paint("diagnostics-failing", 680, 640, stage -> show(stage, Scenes::troubled));
        gallery.paint("diagnostics-narrow", 380, 560, stage -> show(stage, Scenes::busy));
        gallery.paint("diagnostics-gone", 680, 400, stage -> show(stage, Scenes::gone));
    }

    private static void show(Stage stage, Consumer<FakeDiagnostics> set) {
        FakeDiagnostics diagnostics = new FakeDiagnostics();
        set.accept(diagnostics);
        stage.show("Diagnostics", PartialEngine.of(diagnostics), (site, _) -> new DiagnosticsPane(site));
    }

    private static void busy(FakeDiagnostics engine) {
        engine.vitals = FakeDiagnostics.vitals(48_210, 48_203, FakeDiagnostics.BUSY);
    }

    private static void troubled(FakeDiagnostics engine) {
        engine.vitals = new Vitals(
                new Vitals.OfJournal(48_210, false, 0, 4, 96_420, 31, FakeDiagnostics.BUSY.answers()),
                new Vitals.OfStore(48_203, "The store cannot follow the journal. Nothing is lost."),
                FakeDiagnostics.BUSY);
    }

    private static void gone(FakeDiagnostics engine) {
        engine.failing =
                Failure.of("engine.connection-lost", ErrorKind.RESOURCE, "The engine is gone.", "Start it again.");
    }
}
