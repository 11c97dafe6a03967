// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.engine.Vitals;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.PaneHost;

/** Paints the view in its states into a folder, to be looked at: {@code Gallery FOLDER [scene]}. */
public final class Gallery {

    private final Path folder;
    private final String wanted;

    private Gallery(Path folder, String wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    public static void main(String[] args) throws Exception {
        Gallery gallery = new Gallery(Files.createDirectories(Path.of(args[0])), args.length > 1 ? args[1] : "");
        for (boolean dark : new boolean[] {false, true}) {
            String theme = dark ? "dark" : "light";
            gallery.paint("quiet-" + theme, dark, 760, 720, _ -> {});
            gallery.paint("busy-" + theme, dark, 760, 720, Gallery::busy);
            gallery.paint("narrow-" + theme, dark, 380, 560, Gallery::busy);
            gallery.paint("trouble-" + theme, dark, 760, 720, Gallery::troubled);
            gallery.paint(
                    "failing-" + theme,
                    dark,
                    760,
                    400,
                    engine -> engine.failing = Failure.of(
                            "engine.connection-lost", ErrorKind.RESOURCE, "The engine is gone.", "Start it again."));
        }
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

    private void paint(String name, boolean dark, int width, int height, Consumer<FakeDiagnostics> set) {
        if (!name.startsWith(wanted)) {
            return;
        }
        FakeDiagnostics diagnostics = new FakeDiagnostics();
        set.accept(diagnostics);
        try (Stage stage = new Stage(dark, () -> Instant.parse("2026-11-21T18:00:00Z"), width, height)) {
            PaneHost host = new PaneHost(stage.kit(), "Diagnostics", (site, _) -> new DiagnosticsPane(site));
            host.create(stage.parent());
            stage.engine().become(new EngineState.Ready(PartialEngine.of(diagnostics)));
            stage.open();
            host.focus();
            stage.pump(Duration.ofMillis(700));
            stage.shot(folder.resolve(name + ".png"));
        }
    }
}
