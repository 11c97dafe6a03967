// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.engine.Corrections.CorrectionItem;
import officina.engine.Keys.Phrase;
import officina.engine.Keys.Storage;
import officina.testkit.ui.FakeSettings;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Paints the page in its states into a folder, to be looked at: {@code Gallery FOLDER [scene]}. */
public final class Gallery {

    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

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
            gallery.paint("none-" + theme, dark, 760, 640, _ -> {}, _ -> {});
            gallery.paint("narrow-" + theme, dark, 320, 640, Gallery::checked, _ -> {});
            gallery.paint("lesson-" + theme, dark, 760, 640, _ -> {}, stage -> press(stage, "Make a Recovery Phrase"));
            gallery.paint("tight-" + theme, dark, 240, 700, _ -> {}, stage -> press(stage, "Make a Recovery Phrase"));
            gallery.paint(
                    "learned-" + theme, dark, 760, 1100, _ -> {}, stage -> press(stage, "See What Is Remembered"));
            gallery.paint("keep-" + theme, dark, 760, 900, _ -> {}, stage -> press(stage, "Change"));
            gallery.paint("export-" + theme, dark, 760, 640, _ -> {}, stage -> press(stage, "Export All My Data"));
            gallery.paint("exporting-" + theme, dark, 760, 640, _ -> {}, stage -> {
                press(stage, "Export All My Data");
                press(stage, "Choose a File and Export");
            });
            gallery.paint("erase-" + theme, dark, 760, 640, _ -> {}, stage -> press(stage, "Erase All My Data"));
            gallery.paint("ask-" + theme, dark, 760, 640, _ -> {}, stage -> {
                press(stage, "Make a Recovery Phrase");
                press(stage, "I Have Written Them Down");
                press(stage, "Check");
            });
            gallery.paint("passphrase-" + theme, dark, 760, 640, _ -> {}, stage -> {
                press(stage, "Use a Passphrase Instead");
                stage.type("horse");
            });
            gallery.paint("refused-" + theme, dark, 760, 640, Gallery::checked, stage -> {
                press(stage, "Use the Key Ring Instead");
                press(stage, "Remove");
            });
        }
    }

    private static void checked(FakeKeys keys) {
        keys.storage = Storage.PASSPHRASE;
        keys.phrase = Phrase.CHECKED;
        keys.keyring = false;
    }

    private static void press(Stage stage, String text) {
        stage.await(
                text, () -> stage.has(FlatButton.class, button -> button.text().equals(text)));
        stage.find(FlatButton.class, button -> button.text().equals(text)).notifyListeners(SWT.Selection, new Event());
        stage.pump(java.time.Duration.ofMillis(300));
    }

    private void paint(String name, boolean dark, int width, int height, Consumer<FakeKeys> set, Consumer<Stage> act) {
        if (!name.startsWith(wanted)) {
            return;
        }
        FakeKeys keys = new FakeKeys();
        FakeData data = new FakeData();
        FakeCorrections corrections = new FakeCorrections();
        for (String phrase : name.startsWith("learned")
                ? List.of("when was the boiler serviced last?", "what is on for Lisbon")
                : List.<String>of()) {
            corrections.items.add(new CorrectionItem(
                    new RecordId(new UUID(1, phrase.length())), phrase, new PluginId("agent.knowledge")));
        }
        set.accept(keys);
        try (Stage stage = new Stage(dark, () -> NOW, width, height)) {
            PaneHost host = new PaneHost(
                    stage.kit(), "Data", (site, _) -> new PrivacyPane(site, (_, _) -> Optional.of(Path.of("all.zip"))));
            host.create(stage.parent());
            stage.engine().become(new EngineState.Ready(PartialEngine.of(keys, data, corrections, new FakeSettings())));
            stage.open();
            host.focus();
            act.accept(stage);
            stage.shot(folder.resolve(name + ".png"));
        }
    }
}
