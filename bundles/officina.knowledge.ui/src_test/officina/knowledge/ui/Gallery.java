// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import officina.testkit.ui.FakeSettings;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Paints the view in its states into a folder, to be looked at: {@code Gallery FOLDER [scene]}. */
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
            gallery.paint("empty-" + theme, dark, 380, 640, _ -> {}, _ -> {});
            gallery.paint("folders-" + theme, dark, 380, 640, Gallery::folders, _ -> {});
            gallery.paint("troubles-" + theme, dark, 380, 640, Gallery::folders, stage -> press(stage, "1 Trouble"));
            gallery.paint("reading-" + theme, dark, 380, 640, Gallery::folders, stage -> press(stage, "Read Again"));
            gallery.paint("found-" + theme, dark, 380, 640, Gallery::hits, stage -> search(stage, "passport"));
            gallery.paint("wide-" + theme, dark, 760, 480, Gallery::hits, stage -> search(stage, "passport"));
            gallery.paint("nothing-" + theme, dark, 380, 640, Gallery::hits, stage -> search(stage, "nothing"));
            gallery.page("page-" + theme, dark);
            gallery.paint("failing-" + theme, dark, 380, 640, knowledge -> knowledge.broken = true, _ -> {});
        }
    }

    private static void folders(FakeKnowledge knowledge) {
        knowledge.read(knowledge.add(Path.of("/home/ada/Notes"), null).id(), false);
        knowledge.read(
                knowledge
                        .add(Path.of("/home/ada/Documents/Contracts and letters"), null)
                        .id(),
                true);
        knowledge.add(Path.of("/home/ada/Projects/officina"), null);
    }

    private static void hits(FakeKnowledge knowledge) {
        folders(knowledge);
        Path notes = Path.of("/home/ada/Notes");
        knowledge.hits = List.of(
                FakeKnowledge.hit(
                        notes.resolve("travel.md"),
                        "lines 10-14",
                        "The passport is renewed at the town hall. Bring the old one, a photograph and 70 euros;"
                                + " it takes about four weeks."),
                FakeKnowledge.hit(notes.resolve("law.pdf"), "page 3", "A passport holds for ten years."),
                FakeKnowledge.hit(notes.resolve("Packing list.txt"), "line 2", "Passport, tickets, adapter"));
    }

    private static void search(Stage stage, String text) {
        stage.type(text);
        stage.pump(Duration.ofMillis(700));
    }

    private static void press(Stage stage, String text) {
        stage.await(
                text, () -> stage.has(FlatButton.class, button -> button.text().equals(text)));
        stage.find(FlatButton.class, button -> button.text().equals(text)).notifyListeners(SWT.Selection, new Event());
        stage.pump(Duration.ofMillis(300));
    }

    private void paint(
            String name, boolean dark, int width, int height, Consumer<FakeKnowledge> set, Consumer<Stage> act) {
        if (!name.startsWith(wanted)) {
            return;
        }
        FakeKnowledge knowledge = new FakeKnowledge();
        set.accept(knowledge);
        try (Stage stage = new Stage(dark, () -> NOW, width, height)) {
            PaneHost host = new PaneHost(
                    stage.kit(),
                    "Knowledge",
                    (site, engine) -> new KnowledgePane(site, engine, _ -> Optional.empty(), _ -> {}));
            host.create(stage.parent());
            stage.engine().become(new EngineState.Ready(PartialEngine.of(knowledge, new FakeEvents().sessions())));
            stage.open();
            host.focus();
            stage.pump(Duration.ofMillis(300));
            act.accept(stage);
            stage.shot(folder.resolve(name + ".png"));
        }
    }

    private void page(String name, boolean dark) {
        if (!name.startsWith(wanted)) {
            return;
        }
        FakeKnowledge knowledge = new FakeKnowledge();
        folders(knowledge);
        try (Stage stage = new Stage(dark, () -> NOW, 640, 560)) {
            PaneHost host = new PaneHost(stage.kit(), "Knowledge", ReadingPane::new);
            host.create(stage.parent());
            stage.engine()
                    .become(new EngineState.Ready(
                            PartialEngine.of(knowledge, new FakeEvents().sessions(), new FakeSettings())));
            stage.open();
            host.focus();
            stage.pump(Duration.ofMillis(300));
            stage.shot(folder.resolve(name + ".png"));
        }
    }
}
