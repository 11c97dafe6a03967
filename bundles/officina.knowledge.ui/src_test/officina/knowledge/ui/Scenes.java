// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.document.Place;
import officina.testkit.ui.FakeSettings;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.OpenedDocument;
import officina.ui.base.OpenedDocument.Opened;

/** Paints the two views of documents in their states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private static final Path NOTES = Path.of("/home/ada/Notes");
    private static final String HANDBOOK = """
            # Handbook of the household

            ## Water

            The main stopcock is under the kitchen sink, behind the bin.
            Turn it clockwise to shut off the water of the whole flat.
            The water meter is read on 31 January; the reading goes to the landlord.

            ## Heating

            The boiler is serviced once a year, before the winter.
            The filter is cleaned every three months.
            """;

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("knowledge-empty", 380, 560, stage -> show(stage, _ -> {}));
        gallery.paint("knowledge-normal", 380, 560, stage -> search(stage, "passport"));
        gallery.paint("knowledge-failing", 380, 560, stage -> {
            show(stage, Scenes::folders);
            stage.pressButton("1 Trouble");
        });
        gallery.paint("knowledge-folders", 380, 560, stage -> show(stage, Scenes::folders));
        gallery.paint("knowledge-reading", 380, 560, stage -> {
            show(stage, Scenes::folders);
            stage.pressButton("Read Again");
        });
        gallery.paint("knowledge-wide", 760, 480, stage -> search(stage, "passport"));
        gallery.paint("knowledge-nothing", 380, 560, stage -> search(stage, "nothing"));
        gallery.paint("knowledge-broken", 380, 560, stage -> show(stage, knowledge -> knowledge.broken = true));
        gallery.paint("knowledge-page", 640, 560, stage -> {
            FakeKnowledge knowledge = new FakeKnowledge();
            folders(knowledge);
            stage.show(
                    "Knowledge",
                    PartialEngine.of(knowledge, new FakeEvents().sessions(), new FakeSettings()),
                    ReadingPane::new);
        });
        gallery.paint("document-empty", 480, 360, stage -> document(stage));
        gallery.paint("document-normal", 480, 360, stage -> handbook(stage, true));
        gallery.paint("document-failing", 480, 360, stage -> handbook(stage, false));
        gallery.paint(
                "document-foreign",
                480,
                360,
                stage -> document(stage)
                        .open(new Opened(
                                NOTES.resolve("lease.pdf"), Optional.of(new Place.Page(3)), "Pets are allowed.")));
    }

    private static void show(Stage stage, Consumer<FakeKnowledge> set) {
        FakeKnowledge knowledge = new FakeKnowledge();
        set.accept(knowledge);
        stage.show(
                "Knowledge",
                PartialEngine.of(knowledge, new FakeEvents().sessions()),
                (site, engine) -> new KnowledgePane(site, engine, _ -> Optional.empty(), _ -> {}));
    }

    private static void search(Stage stage, String text) {
        show(stage, Scenes::hits);
        stage.type(text);
        stage.pump(Duration.ofMillis(700));
    }

    private static void folders(FakeKnowledge knowledge) {
        knowledge.read(knowledge.add(NOTES, null).id(), false);
        knowledge.read(
                knowledge
                        .add(Path.of("/home/ada/Documents/Contracts and letters"), null)
                        .id(),
                true);
        knowledge.add(Path.of("/home/ada/Projects/officina"), null);
    }

    private static void hits(FakeKnowledge knowledge) {
        folders(knowledge);
        knowledge.hits = List.of(
                FakeKnowledge.hit(
                        NOTES.resolve("travel.md"),
                        "lines 10-14",
                        "The passport is renewed at the town hall. Bring the old one, a photograph and 70 euros;"
                                + " it takes about four weeks."),
                FakeKnowledge.hit(NOTES.resolve("law.pdf"), "page 3", "A passport holds for ten years."),
                FakeKnowledge.hit(NOTES.resolve("Packing list.txt"), "line 2", "Passport, tickets, adapter"));
    }

    private static OpenedDocument document(Stage stage) {
        OpenedDocument opened = new OpenedDocument();
        stage.show("Document", PartialEngine.of(), (site, _) -> new DocumentPane(site, opened, _ -> false));
        return opened;
    }

    /** @param there whether the file is still there when it is opened */
    private static void handbook(Stage stage, boolean there) throws IOException {
        Path file = Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir"), "household"))
                .resolve("handbook.md");
        Files.writeString(file, HANDBOOK);
        try {
            if (!there) {
                Files.delete(file);
            }
            String passage = HANDBOOK.lines().skip(4).limit(3).reduce("", (all, line) -> all + line + "\n");
            document(stage).open(new Opened(file, Optional.of(new Place.Lines(5, 7)), passage));
            stage.pump(Duration.ofMillis(500));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(file.getParent());
        }
    }
}
