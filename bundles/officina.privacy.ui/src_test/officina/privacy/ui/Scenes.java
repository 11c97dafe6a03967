// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.io.IOException;
import java.nio.file.Path;
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
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;

/** Paints the page in its states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("privacy-empty", 680, 760, stage -> show(stage, _ -> {}));
        gallery.paint("privacy-normal", 680, 760, stage -> show(stage, Scenes::kept));
        gallery.paint("privacy-failing", 680, 760, stage -> {
            show(stage, Scenes::withoutKeyring, "Use the Keyring Instead");
        });
        gallery.paint("privacy-narrow", 320, 640, stage -> show(stage, Scenes::withoutKeyring));
        gallery.paint("privacy-tight", 240, 700, stage -> show(stage, _ -> {}, "Make a Recovery Phrase"));
        gallery.paint("privacy-lesson", 760, 640, stage -> show(stage, _ -> {}, "Make a Recovery Phrase"));
        gallery.paint(
                "privacy-ask",
                760,
                640,
                stage -> show(stage, _ -> {}, "Make a Recovery Phrase", "I Have Written Them Down", "Check"));
        gallery.paint("privacy-learned", 760, 1100, stage -> show(stage, _ -> {}, "See What Is Remembered"));
        gallery.paint("privacy-keep", 760, 900, stage -> show(stage, _ -> {}, "Change"));
        gallery.paint("privacy-export", 760, 640, stage -> show(stage, _ -> {}, "Export All My Data"));
        gallery.paint(
                "privacy-exporting",
                760,
                640,
                stage -> show(stage, _ -> {}, "Export All My Data", "Choose a File and Export"));
        gallery.paint("privacy-erase", 760, 640, stage -> show(stage, _ -> {}, "Erase All My Data"));
        gallery.paint("privacy-passphrase", 760, 640, stage -> {
            show(stage, _ -> {}, "Use a Passphrase Instead");
            stage.type("horse");
        });
        gallery.paint(
                "privacy-refused",
                760,
                640,
                stage -> show(stage, Scenes::withoutKeyring, "Use the Keyring Instead", "Remove"));
    }

    private static void show(Stage stage, Consumer<FakeKeys> set, String... presses) {
        FakeKeys keys = new FakeKeys();
        set.accept(keys);
        FakeCorrections corrections = new FakeCorrections();
        for (String phrase : List.of("when was the boiler serviced last?", "what is on for Lisbon")) {
            corrections.items.add(new CorrectionItem(
                    new RecordId(new UUID(1, phrase.length())), phrase, new PluginId("agent.knowledge")));
        }
        stage.show(
                "Data",
                PartialEngine.of(keys, new FakeData(), corrections, new FakeSettings()),
                (site, engine) -> new PrivacyPane(site, engine, (_, _) -> Optional.of(Path.of("all.zip"))));
        for (String button : presses) {
            stage.pressButton(button);
        }
    }

    private static void kept(FakeKeys keys) {
        keys.phrase = Phrase.CHECKED;
    }

    private static void withoutKeyring(FakeKeys keys) {
        keys.storage = Storage.PASSPHRASE;
        keys.phrase = Phrase.CHECKED;
        keys.keyring = false;
    }
}
