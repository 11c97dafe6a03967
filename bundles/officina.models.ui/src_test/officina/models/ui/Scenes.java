// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import officina.api.id.PluginId;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.engine.ModelAccount;
import officina.testkit.ui.FakeModels;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;

/** Paints the page in its states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("models-empty", 640, 420, stage -> show(stage, _ -> {}));
        gallery.paint("models-normal", 640, 520, stage -> show(stage, Scenes::two));
        gallery.paint("models-failing", 640, 520, stage -> show(stage, Scenes::offline, "Try It"));
        gallery.paint("models-narrow", 320, 760, stage -> show(stage, Scenes::two));
        gallery.paint("models-add", 760, 480, stage -> {
            show(stage, _ -> {}, "Add a Server");
            stage.type("My server");
        });
        gallery.paint("models-choose", 760, 640, stage -> show(stage, Scenes::two, "Choose a Model"));
        gallery.paint("models-key", 760, 640, stage -> show(stage, Scenes::two, "Give It a Key"));
        gallery.paint("models-asking", 760, 640, stage -> show(stage, Scenes::silent, "Try It"));
        gallery.paint("models-remove", 760, 640, stage -> show(stage, Scenes::two, "Remove"));
    }

    private static void show(Stage stage, Consumer<FakeModels> set, String... presses) {
        FakeModels models = new FakeModels();
        set.accept(models);
        stage.show("Models", PartialEngine.of(models), (site, _) -> new ModelsPane(site));
        for (String button : presses) {
            stage.pressButton(button);
        }
    }

    private static void two(FakeModels models) {
        add(models, "ollama", "http://127.0.0.1:11434/v1");
        add(models, "openai", "https://api.example/v1");
        models.accounts.set(
                1,
                new ModelAccount(
                        models.accounts.get(1).id(), models.accounts.get(1).account(), true));
        models.use("ollama", "qwen3:8b", null);
    }

    private static void silent(FakeModels models) {
        two(models);
        models.silent = true;
    }

    private static void offline(FakeModels models) {
        two(models);
        models.offline = true;
    }

    private static void add(FakeModels models, String name, String address) {
        models.add(new ProviderAccount(
                name, new PluginId("provider.openai"), URI.create(address), null, null, ModelPatience.STANDARD, null));
    }
}
