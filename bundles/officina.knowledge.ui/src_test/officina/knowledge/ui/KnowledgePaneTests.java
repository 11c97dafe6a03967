// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import officina.api.document.Place;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.OpenedDocument.Opened;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The view in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class KnowledgePaneTests {

    private static final Path FOLDER = Path.of("/home/ada/Notes");

    private final FakeKnowledge knowledge = new FakeKnowledge();
    private final FakeEvents events = new FakeEvents();
    private Stage stage;
    private @Nullable Opened opened;

    private void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 420, 640);
        PaneHost host = new PaneHost(
                stage.kit(),
                "Knowledge",
                (site, engine) ->
                        new KnowledgePane(site, engine, _ -> Optional.of(FOLDER), document -> opened = document));
        host.create(stage.parent());
        stage.open();
        stage.engine().become(new EngineState.Ready(PartialEngine.of(knowledge, events.sessions())));
        host.focus();
        stage.await("the search has the keyboard", () -> stage.has(Text.class, Text::isFocusControl));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_folder_is_added_and_read() {
        open();
        go("Add a Folder");
        stage.press(SWT.CR);
        says("Reading \u2026 120 of 312 documents");
        knowledge.through.countDown();

        says("312 documents were new or had changed, none is gone.");
        says("/home/ada/Notes\n312 documents, 4,210 passages.");
        go("1 Trouble");
        stage.press(SWT.CR);
        says(
                "/home/ada/Notes\n312 documents, 4,210 passages.\n\ntaxes/2025.pdf: This file wants a password. Save a copy"
                        + " without one to have it read.");
    }

    @Test
    void a_folder_that_is_dropped_is_added_and_read() {
        open();
        Event dropped = new Event();
        dropped.data = new String[] {FOLDER.toString()};
        ((DropTarget) stage.find(Composite.class, each -> each.getData(DND.DROP_TARGET_KEY) != null)
                        .getData(DND.DROP_TARGET_KEY))
                .notifyListeners(DND.Drop, dropped);
        knowledge.through.countDown();
        says("312 documents were new or had changed, none is gone.");
    }

    @Test
    void reading_can_be_given_up_paused_and_gone_on_with() {
        knowledge.add(FOLDER, null);
        open();
        go("Read Now");
        stage.press(SWT.CR);
        says("Reading \u2026 120 of 312 documents");
        go("Cancel");
        stage.press(SWT.CR);
        says("Cancelled. What was read until then can be found; the next time goes on from there.");
        go("Pause");
        stage.press(SWT.CR);
        says("Paused. What was read can be found.");
        knowledge.through.countDown();
        go("Go On");
        stage.press(SWT.CR);
        says("312 documents were new or had changed, none is gone.");
    }

    @Test
    void what_is_found_opens_at_its_place() {
        knowledge.add(FOLDER, null);
        knowledge.hits = List.of(
                FakeKnowledge.hit(
                        FOLDER.resolve("travel.md"), "lines 10-14", "The passport is renewed at the town hall."),
                FakeKnowledge.hit(FOLDER.resolve("law.pdf"), "page 3", "A passport holds for ten years."));
        open();
        stage.type("passport");
        stage.await("two rows", () -> stage.has(Table.class, it -> it.isVisible() && it.getItemCount() == 2));
        says("2 passages");
        assertTrue(
                stage.has(Text.class, it -> it.getText().equals("The passport is renewed at the town hall.")),
                "the best one is shown");
        stage.press(SWT.ARROW_DOWN);
        stage.await("the table has the keyboard", () -> stage.has(Table.class, Table::isFocusControl));
        stage.press(SWT.ARROW_DOWN);
        stage.await(
                "the second one is shown",
                () -> stage.has(Text.class, it -> it.getText().equals("A passport holds for ten years.")));
        stage.press(SWT.CR);

        stage.await("it is opened", () -> opened != null);
        assertEquals(
                new Opened(
                        FOLDER.resolve("law.pdf"), Optional.of(new Place.Page(3)), "A passport holds for ten years."),
                opened);
    }

    @Test
    void nothing_found_and_words_only_are_said() {
        knowledge.add(FOLDER, null);
        knowledge.wordsOnly =
                Failure.of("embedding.unsupported", ErrorKind.RESOURCE, "There is no library for this system.", null);
        open();
        stage.type("nothing at all");
        says("Nothing was found");
        says("Only words were compared: There is no library for this system.");
        stage.press(SWT.ESC);
        says("Not read yet");
    }

    @Test
    void a_folder_that_somebody_else_adds_is_shown() {
        open();
        says("Ask your own documents");
        stage.await("the view listens", events::isHeard);
        knowledge.add(FOLDER, null);
        events.folderChanged();
        says("Not read yet");
    }

    @Test
    void nothing_is_removed_before_it_is_confirmed() {
        knowledge.add(FOLDER, null);
        open();
        go("Remove");
        stage.press(SWT.CR);
        says("Officina forgets what it read in /home/ada/Notes. The folder itself stays as it is.");
        assertEquals(1, knowledge.folders().size());
        knowledge.removed = events::folderChanged;
        stage.press(SWT.CR);

        says("Ask your own documents");
        assertEquals(0, knowledge.folders().size());
        // the section is gone when the work that it began ends
        int looks = knowledge.looks.get();
        knowledge.cleaned.countDown();
        stage.await("the work has ended", () -> knowledge.looks.get() > looks);
        says("Ask your own documents");
        stage.await("the keyboard is not lost", () -> stage.has(Text.class, Text::isFocusControl));
    }

    @Test
    void an_index_that_cannot_be_used_can_be_tried_again() {
        knowledge.add(FOLDER, null);
        knowledge.broken = true;
        open();
        says("The index cannot be opened: the disk is full.");
        knowledge.broken = false;
        go("Try Again");
        stage.press(SWT.CR);
        says("Not read yet");
    }

    /** Tab until the button has the keyboard. */
    private void go(String button) {
        stage.await(button, () -> stage.has(FlatButton.class, it -> it.text().equals(button)));
        for (int i = 0; i < 20; i++) {
            if (stage.has(FlatButton.class, it -> it.text().equals(button) && it.isFocusControl())) {
                return;
            }
            stage.press(SWT.TAB);
        }
        throw new AssertionError("Tab does not reach " + button);
    }

    private void says(String text) {
        stage.await(
                text,
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals(text)));
    }
}
