// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import officina.conversation.ui.model.SessionScript;
import officina.conversation.ui.model.TranscriptBuilder;
import officina.testkit.ui.Stage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class TranscriptCanvasTests {

    private final List<Target> taken = new ArrayList<>();
    private final SessionScript script = new SessionScript();
    private Stage stage;
    private TranscriptCanvas canvas;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-18T14:30:00Z"), 700, 600);
        stage.parent().setLayout(new FillLayout());
        canvas = new TranscriptCanvas(stage.parent(), stage.kit(), taken::add);
        stage.open();
        canvas.setFocus();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void of_a_hundred_thousand_rows_only_those_in_sight_are_laid_out() {
        script.asks("x").answers("line\n\n".repeat(100_000)).ends();
        show();
        assertTrue(canvas.transcript().size() > 100_000);
        assertTrue(canvas.laidOut() < 60, canvas.laidOut() + " rows are laid out");
        stage.press(SWT.HOME);
        stage.press(SWT.PAGE_DOWN);
        canvas.viewport().scrollTo(1_500_000);
        canvas.moved();
        stage.pump(Duration.ofMillis(100));
        assertTrue(canvas.laidOut() < 60, canvas.laidOut() + " rows are laid out");
    }

    @Test
    void at_the_end_it_follows_and_elsewhere_it_stays() {
        script.asks("x").answers("line\n\n".repeat(100));
        show();
        script.answers("more\n\n".repeat(20));
        show();
        assertTrue(canvas.viewport().atEnd());
        stage.press(SWT.HOME);
        script.answers("even more");
        show();
        assertEquals(0, canvas.viewport().distance());
    }

    @Test
    void older_runs_come_above_what_is_read_and_do_not_move_it() {
        TranscriptBuilder builder = new TranscriptBuilder();
        for (int i = 0; i < 60; i++) {
            script.asks("question " + i).answers("answer " + i).ends();
        }
        canvas.show(builder.build(script.state(), 40));
        stage.pump(Duration.ofMillis(150));
        stage.press(SWT.HOME);
        stage.press(SWT.SHIFT, SWT.ARROW_DOWN);
        String selected = canvas.selection().text(canvas.transcript());
        assertTrue(selected.contains("question 20"), selected);
        canvas.viewport().scrollBy(5);
        canvas.moved();
        TranscriptCanvas.Place place = canvas.place();

        canvas.show(builder.build(script.state()));
        stage.pump(Duration.ofMillis(150));
        assertEquals(place, canvas.place());
        assertEquals(selected, canvas.selection().text(canvas.transcript()));
        stage.press(SWT.HOME);
        assertTrue(canvas.place().run() != null && !canvas.place().equals(place), "the older ones are above");
    }

    @Test
    void a_link_says_where_it_leads_before_anything_is_opened() {
        script.asks("x").answers("[harmless](https://evil.example/x)").ends();
        show();
        stage.press(SWT.TAB);
        stage.press(SWT.CR);
        assertEquals(List.of(new Target.Link("https://evil.example/x")), taken);
    }

    @Test
    void text_is_selected_across_rows_with_the_keyboard() {
        script.asks("one").answers("two").ends();
        show();
        stage.press(SWT.SHIFT, SWT.ARROW_DOWN);
        stage.press(SWT.SHIFT, SWT.ARROW_LEFT);
        assertEquals("one\n\ntw", canvas.selection().text(canvas.transcript()));
    }

    @Test
    void a_double_click_selects_the_word_under_it() {
        script.asks("x").answers("wonderful").ends();
        show();
        var seen = canvas.seen().get(1);
        var area = seen.drawn().areaOf(0, 5);
        Event press = new Event();
        press.button = 1;
        press.count = 2;
        press.x = seen.x() + area.x + 10;
        press.y = seen.y() + area.y + area.height / 2;
        canvas.notifyListeners(SWT.MouseDown, press);
        assertEquals("wonderful", canvas.selection().text(canvas.transcript()));
    }

    @Test
    void a_change_of_theme_draws_everything_anew() {
        script.asks("x").answers("`code` and **more**").ends();
        show();
        stage.dark(true);
        assertEquals(2, canvas.laidOut());
    }

    private void show() {
        canvas.show(new TranscriptBuilder().build(script.state()));
        stage.pump(Duration.ofMillis(150));
    }
}
