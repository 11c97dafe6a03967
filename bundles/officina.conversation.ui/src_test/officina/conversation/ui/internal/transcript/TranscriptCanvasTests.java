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
import officina.core.run.SessionTail;
import officina.testkit.ui.Stage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
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
        canvas.show(builder.build(SessionTail.of(script.state(), 40)));
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

    @Test
    void what_is_read_from_the_right_begins_there_with_its_bullets_and_quotations() {
        script.asks("x").answers("- שלום `ls -l /` עולם\n\n> ציטוט\n\nHello").ends();
        show();
        TranscriptCanvas.Seen item = seen("שלום");
        TranscriptCanvas.Seen quotation = seen("ציטוט");
        TranscriptCanvas.Seen plain = seen("Hello");
        Rectangle first = item.drawn().areaOf(0, 1);
        Rectangle last = item.drawn().areaOf(16, 17);
        int column = quotation.drawn().areaOf(0, 1).x + quotation.drawn().areaOf(0, 1).width + 14;

        assertEquals(0, plain.drawn().areaOf(0, 1).x);
        assertTrue(first.x > last.x, first + " is right of " + last);
        assertEquals(column - 24, first.x + first.width, "the list stands in from the right");
        // code keeps its order, with the sign at its end behind it
        assertTrue(item.drawn().areaOf(5, 6).x < item.drawn().areaOf(11, 12).x, "l is left of /");
        assertEquals(0, item.drawn().offsetAt(first.x + first.width - 1, first.y + 5));
        assertEquals(17, item.drawn().offsetAt(last.x + 1, last.y + 5));
    }

    @Test
    void a_selection_that_turns_round_is_drawn_in_pieces() {
        script.asks("x").answers("one שלום two").ends();
        show();
        TranscriptCanvas.Seen row = seen("one");
        List<Rectangle> areas = new ArrayList<>();
        // the last letters of the word stand next to "one", the first ones beyond them
        row.drawn().eachArea(2, 6, areas::add);

        assertEquals(2, areas.size(), areas.toString());
        int between = areas.getLast().x - areas.getFirst().x - areas.getFirst().width;
        assertTrue(between > 5, areas + " leave out the letters that are not selected");
    }

    @Test
    void a_table_that_is_read_from_the_right_has_its_first_column_there() {
        script.asks("x").answers("| פקודה | זמן |\n|:--|--:|\n| `ls` | 1 |").ends();
        show();
        DrawnRow head = seen("פקודה").drawn();
        DrawnRow line = seen("ls").drawn();
        Rectangle name = head.areaOf(0, 5);
        Rectangle code = line.areaOf(0, 2);

        assertTrue(name.x > head.areaOf(6, 9).x);
        assertEquals(name.x + name.width, code.x + code.width, "both cells of the column stand at its right");
        assertEquals(head.areaOf(6, 9).x, line.areaOf(3, 4).x, "both of the other at its left");
    }

    @Test
    void the_arrows_select_the_way_the_text_is_read() {
        script.asks("שלום").answers("two").ends();
        show();
        stage.press(SWT.SHIFT, SWT.ARROW_LEFT);
        stage.press(SWT.SHIFT, SWT.ARROW_LEFT);
        stage.press(SWT.SHIFT, SWT.ARROW_RIGHT);
        assertEquals("ש", canvas.selection().text(canvas.transcript()));
    }

    private TranscriptCanvas.Seen seen(String words) {
        return canvas.seen().stream()
                .filter(each -> canvas.transcript().row(each.row()).plain().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private void show() {
        canvas.show(new TranscriptBuilder().build(script.state()));
        stage.pump(Duration.ofMillis(150));
    }
}
