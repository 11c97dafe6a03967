// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.conversation.ui.internal.transcript.Target;
import officina.conversation.ui.internal.transcript.TranscriptCanvas;
import officina.conversation.ui.model.Offer;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** "Not right?" at an answer, by the keyboard. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class CorrectionMenuTests {

    /** Two lines of a menu are not higher. */
    private static final int ROOM = 70;

    private final FakeTalk talk = new FakeTalk();
    private final List<Menu> menus = new ArrayList<>();
    private Stage stage;
    private TranscriptCanvas canvas;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-18T14:30:00Z"), 800, 700);
        PaneHost host = new PaneHost(stage.kit(), "Conversation", (site, _) -> new ConversationPane(site, _ -> {}));
        host.create(stage.parent());
        stage.engine().become(new EngineState.Ready(talk.engine()));
        stage.open();
        canvas = stage.find(TranscriptCanvas.class, _ -> true);
        canvas.getDisplay().addFilter(SWT.Show, event -> {
            if (event.widget instanceof Menu menu) {
                menus.add(menu);
            }
        });
        talk.script
                .asks("What does the lease say about cats?")
                .goesTo("agent.task")
                .answers("Nothing.")
                .ends();
        stage.kit().current().open(talk.script.state().session());
        stage.await("the answer", () -> canvas.below(notRight()) != null);
        stage.focus(canvas);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void the_others_are_offered_and_the_one_that_is_chosen_is_asked() {
        ask();
        assertEquals(
                List.of(
                        "Ask Calendar instead, and about the like from now on",
                        "Ask Knowledge instead, and about the like from now on"),
                Arrays.stream(menus.getFirst().getItems())
                        .map(MenuItem::getText)
                        .toList());
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.CR);
        stage.await("the other agent", () -> talk.did.contains("correct to agent.knowledge"));
        stage.await("the menu is gone", () -> menus.getFirst().isDisposed());
    }

    /** The system tells nobody where a menu is: it is seen on the screen, where nothing was before. */
    @Test
    void the_menu_opens_below_the_words_wherever_the_pointer_is() {
        stage.click(stage.parent(), 1, 1);
        stage.focus(canvas);
        Point place = Objects.requireNonNull(canvas.below(notRight()));
        assertTrue(place.y - stage.parent().toDisplay(1, 1).y > ROOM, "a menu at the pointer would reach the words");
        byte[] before = seen(place);
        ask();
        stage.await("the menu below the words", () -> !Arrays.equals(before, seen(place)));
        stage.press(SWT.ESC);
        stage.await("nothing is there any more", () -> Arrays.equals(before, seen(place)));
    }

    /** The screen where the middle of the menu is to be. */
    private byte[] seen(Point place) {
        Image image = new Image(canvas.getDisplay(), 200, 20);
        GC gc = new GC(canvas.getDisplay());
        try {
            gc.copyArea(image, place.x + 80, place.y + 10);
            return image.getImageData().data;
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    @Test
    void escape_asks_nobody_and_what_is_refused_is_said() {
        ask();
        stage.press(SWT.ESC);
        stage.await("the menu is gone", () -> menus.getFirst().isDisposed());
        assertEquals(
                List.of(),
                talk.did.stream().filter(each -> each.startsWith("correct")).toList());

        talk.failing = Failure.of("run.not-ended", ErrorKind.USER, "It is still at work.", "Wait until it has ended.");
        stage.focus(canvas);
        stage.press(SWT.CR);
        stage.await("the menu", () -> menus.size() == 2);
        stage.press(SWT.ARROW_DOWN);
        stage.press(SWT.CR);
        stage.await(
                "why",
                () -> stage.has(
                        Label.class, it -> it.isVisible() && it.getText().contains("It is still at work.")));
    }

    /** Tab to the words, and Enter. */
    private void ask() {
        stage.press(SWT.TAB);
        stage.press(SWT.CR);
        stage.await("the menu", () -> menus.size() == 1);
    }

    private Target notRight() {
        return new Target.Take(new Offer.Correct(talk.script.run()));
    }
}
