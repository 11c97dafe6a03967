// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import officina.api.id.PluginId;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.engine.ModelAccount;
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
            gallery.paint("none-" + theme, dark, 760, 480, _ -> {}, _ -> {});
            gallery.paint("two-" + theme, dark, 760, 640, Gallery::two, _ -> {});
            gallery.paint("narrow-" + theme, dark, 320, 760, Gallery::two, _ -> {});
            gallery.paint("add-" + theme, dark, 760, 480, _ -> {}, stage -> {
                press(stage, "Add a Server");
                stage.type("My server");
            });
            gallery.paint("choose-" + theme, dark, 760, 640, Gallery::two, stage -> press(stage, "Choose a Model"));
            gallery.paint("key-" + theme, dark, 760, 640, Gallery::two, stage -> press(stage, "Give It a Key"));
            gallery.paint("asking-" + theme, dark, 760, 640, Gallery::silent, stage -> press(stage, "Try It"));
            gallery.paint("offline-" + theme, dark, 760, 640, Gallery::offline, stage -> press(stage, "Try It"));
            gallery.paint("remove-" + theme, dark, 760, 640, Gallery::two, stage -> press(stage, "Remove"));
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

    private static void press(Stage stage, String text) {
        stage.await(
                text, () -> stage.has(FlatButton.class, button -> button.text().equals(text)));
        stage.find(FlatButton.class, button -> button.text().equals(text)).notifyListeners(SWT.Selection, new Event());
        stage.pump(Duration.ofMillis(300));
    }

    private void paint(
            String name, boolean dark, int width, int height, Consumer<FakeModels> set, Consumer<Stage> act) {
        if (!name.startsWith(wanted)) {
            return;
        }
        FakeModels models = new FakeModels();
        set.accept(models);
        try (Stage stage = new Stage(dark, () -> NOW, width, height)) {
            PaneHost host = new PaneHost(stage.kit(), "Models", (site, _) -> new ModelsPane(site));
            host.create(stage.parent());
            stage.engine().become(new EngineState.Ready(PartialEngine.of(models)));
            stage.open();
            host.focus();
            stage.pump(Duration.ofMillis(300));
            act.accept(stage);
            stage.shot(folder.resolve(name + ".png"));
        }
    }
}
