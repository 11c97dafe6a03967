// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import officina.api.document.Place;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.OpenedDocument;
import officina.ui.base.OpenedDocument.Opened;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The view in a window. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class DocumentPaneTests {

    @TempDir
    private Path folder;

    private final OpenedDocument opened = new OpenedDocument();
    private Stage stage;
    private @Nullable Path launched;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 480, 400);
        PaneHost host = new PaneHost(
                stage.kit(),
                "Document",
                (site, _) -> new DocumentPane(site, opened, file -> {
                    launched = file;
                    return !file.toString().endsWith(".pdf");
                }));
        host.create(stage.parent());
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of()));
        says("No document");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_text_is_shown_at_the_lines_that_were_found() throws IOException {
        Path file = folder.resolve("notes.java");
        Files.writeString(
                file, IntStream.rangeClosed(1, 200).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

        opened.open(new Opened(file, Optional.of(new Place.Lines(120, 122)), "line 120"));

        stage.await("the text", () -> stage.has(StyledText.class, it -> it.getLineCount() == 200));
        StyledText text = stage.find(StyledText.class, _ -> true);
        assertEquals(116, text.getTopIndex());
        assertEquals(119, text.getLineAtOffset(text.getCaretOffset()));
        assertNull(text.getLineBackground(118));
        assertNotEquals(null, text.getLineBackground(119));
        assertNotEquals(null, text.getLineBackground(121));
        assertNull(text.getLineBackground(122));
    }

    @Test
    void a_file_that_has_become_shorter_is_shown_from_its_beginning() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.md"), "now\nshort");

        opened.open(new Opened(file, Optional.of(new Place.Lines(120, 122)), "line 120"));

        stage.await("the text", () -> stage.has(StyledText.class, it -> it.getLineCount() == 2));
        assertEquals(0, stage.find(StyledText.class, _ -> true).getTopIndex());
    }

    @Test
    void of_a_file_that_is_gone_the_passage_is_left() {
        opened.open(new Opened(folder.resolve("gone.txt"), Optional.of(new Place.Lines(1, 1)), "What was found."));

        stage.await(
                "the passage",
                () -> stage.has(StyledText.class, it -> it.getText().equals("What was found.")));
        says("The file " + folder.resolve("gone.txt")
                + " cannot be read now. It may have been moved or deleted since it was found; read its folder again.");
    }

    @Test
    void what_is_no_text_is_opened_by_its_program() {
        Path file = folder.resolve("law.pdf");
        opened.open(new Opened(file, Optional.of(new Place.Page(3)), "Ten years."));

        says(
                "Page 3. This is the passage that was found. The whole document is shown by the program it was made with.");
        Label said = stage.find(Label.class, it -> it.getText().startsWith("Page 3."));
        stage.await("both lines of it", () -> said.getSize().y >= 2 * lineHeight(said));
        FlatButton button = stage.find(FlatButton.class, it -> it.text().equals("Open With Its Program"));
        button.setFocus();
        stage.press(SWT.CR);

        says("No program of this system opens law.pdf.");
        assertEquals(file, launched);
    }

    private static int lineHeight(Label label) {
        GC gc = new GC(label);
        try {
            gc.setFont(label.getFont());
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    private void says(String text) {
        stage.await(
                text,
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals(text)));
    }
}
