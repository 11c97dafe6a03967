// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import officina.activity.ui.ActivityPane;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.core.run.ActivityEntry;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.ActivityPlace;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import officina.ui.base.Views;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The view in a window. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class ActivityPaneTests {

    private static final int TEXT = 5;
    private static final RunEvent EVENT = new RunEvent.NotificationSent("title", "text");

    @TempDir
    Path folder;

    private final FakeActivity log = new FakeActivity();
    private Stage stage;
    private Table table;
    private PaneHost host;

    @BeforeEach
    void open() {
        log.fill(ActivityBoard.PAGE * 2 + 1);
        stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 900, 500);
        host = new PaneHost(
                stage.kit(),
                "Activity",
                (site, engine) -> new ActivityPane(site, engine, _ -> Optional.of(folder.resolve("log.csv"))));
        host.create(stage.parent());
        stage.engine().become(new EngineState.Ready(PartialEngine.of(log)));
        stage.open();
        table = stage.find(Table.class, _ -> true);
        stage.await("first page", () -> table.getItemCount() == ActivityBoard.PAGE + 1);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private String text(int row) {
        return table.getItem(row).getText(TEXT);
    }

    private FlatButton button(String name) {
        return stage.find(FlatButton.class, button -> name.equals(button.getToolTipText()));
    }

    @Test
    void older_entries_appear_when_the_end_comes_into_view() {
        // a table that is not painted yet forgets where it was scrolled to
        stage.await("second page", () -> {
            table.setTopIndex(table.getItemCount() - 1);
            return table.getItemCount() == ActivityBoard.PAGE * 2 + 1;
        });
        table.setTopIndex(table.getItemCount() - 1);
        stage.await("last page", () -> text(table.getItemCount() - 1).equals("Entry 1"));
        assertEquals(ActivityBoard.PAGE * 2 + 1, table.getItemCount());
    }

    @Test
    void new_entries_come_on_top_of_who_reads_the_newest() {
        log.fill(1);
        log.tell(EVENT);
        stage.await("new entry", () -> text(0).equals("Entry 1002"));
        assertEquals(0, table.getTopIndex());
    }

    @Test
    void new_entries_move_nothing_for_who_reads_further_down() {
        table.setSelection(103);
        // a table that is not painted yet forgets where it was scrolled to
        stage.await("scrolled", () -> {
            table.setTopIndex(100);
            return Math.abs(table.getItem(100).getBounds(TEXT).y) < table.getItemHeight();
        });
        stage.pump(Duration.ofMillis(200));
        int place = table.getItem(105).getBounds(TEXT).y;
        log.fill(3);
        log.tell(EVENT);
        stage.await("new entries", () -> text(0).equals("Entry 1004"));
        stage.pump(Duration.ofMillis(200));
        assertEquals("Entry 896", text(108));
        stage.await("the place is kept", () -> table.getItem(108).getBounds(TEXT).y == place);
        assertEquals("Entry 898", table.getSelection()[0].getText(TEXT));
    }

    @Test
    void words_filter_the_log() {
        stage.find(Text.class, text -> text.getMessage().equals("Filter")).setText("Entry 77");
        stage.await("filtered", () -> table.getItemCount() == 11 && text(0).equals("Entry 779"));
    }

    @Test
    void a_source_filters_the_log() {
        log.add("user", "By hand");
        log.tell(EVENT);
        Combo sources = stage.find(Combo.class, combo -> combo.getItem(0).equals("Anybody"));
        stage.await("the source is offered", () -> sources.indexOf("You") > 0);
        sources.select(sources.indexOf("You"));
        sources.notifyListeners(SWT.Selection, new Event());
        stage.await("filtered", () -> table.getItemCount() == 1 && text(0).equals("By hand"));
    }

    @Test
    void a_kind_filters_the_log() {
        log.add("agent.task", "tool.finished", "run", "shell", ActivityEntry.Status.OK, "A tool ran");
        choose(Words.FILTER_KIND, Kind.TOOLS.ordinal());
        stage.await("filtered", () -> table.getItemCount() == 1 && text(0).equals("A tool ran"));
        choose(Words.FILTER_KIND, Kind.ALL.ordinal());
        stage.await("everything", () -> table.getItemCount() > 1);
    }

    /** The first 720 entries, one a minute from noon, are of this day; all others of the next. */
    @Test
    void days_filter_the_log() {
        choose(Words.FILTER_PERIOD, Period.Choice.TODAY.ordinal());
        stage.await("today", () -> text(0).equals("Entry 720"));
        choose(Words.FILTER_PERIOD, Period.Choice.YESTERDAY.ordinal());
        stage.await("nothing", () -> table.getItemCount() == 0);

        choose(Words.FILTER_PERIOD, Period.Choice.BETWEEN.ordinal());
        stage.await("the last seven days", () -> table.getItemCount() > 0 && text(0).equals("Entry 720"));
        set(Words.FILTER_TO, 22);
        set(Words.FILTER_FROM, 22);
        stage.await("tomorrow", () -> table.getItemCount() == 281 && text(0).equals("Entry 1001"));
        assertEquals("Entry 721", text(280));
    }

    @Test
    void what_was_done_to_what_and_how_it_went_filters_the_log() {
        log.add("agent.files", "access.used", "connect", "one.example:443", ActivityEntry.Status.OK, "Connected");
        log.add("agent.files", "access.denied", "connect", "two.example:443", ActivityEntry.Status.DENIED, "Was not");
        log.tell(EVENT);
        stage.await("they are there", () -> text(0).equals("Was not"));
        button(Words.FILTER_MORE.text()).notifyListeners(SWT.Selection, new Event());
        Combo actions =
                stage.find(Combo.class, each -> Words.FILTER_ACTION.text().equals(each.getToolTipText()));
        assertEquals(List.of("Any action", "connect", "create todo"), List.of(actions.getItems()));
        choose(Words.FILTER_ACTION, 1);
        stage.await("two", () -> table.getItemCount() == 2);
        assertEquals(List.of("Refused", "Used"), List.of(status(0), status(1)));
        choose(Words.FILTER_STATUS, 2);
        stage.await("what was refused", () -> table.getItemCount() == 1 && text(0).equals("Was not"));
        choose(Words.FILTER_STATUS, 0);
        stage.find(Text.class, text -> text.getMessage().equals("Resource")).setText("one.");
        stage.await("of one server", () -> table.getItemCount() == 1 && text(0).equals("Connected"));
        button(Words.FILTER_MORE.text()).notifyListeners(SWT.Selection, new Event());
        stage.await("everything", () -> table.getItemCount() > 2);
        assertFalse(actions.isVisible());
    }

    @Test
    void another_view_leads_to_a_run_and_to_what_a_plugin_was_refused() {
        log.add("agent.files", "access.denied", "connect", "two.example:443", ActivityEntry.Status.DENIED, "Was not");
        log.add("user", "approval.refused", "refuse plan", "", ActivityEntry.Status.DENIED, "Rejected the plan");
        log.tell(EVENT);
        stage.await("they are there", () -> text(0).equals("Rejected the plan"));
        pane().look(ActivityPlace.refusedTo(new PluginId("agent.files")));
        stage.await("what was refused", () -> table.getItemCount() == 1 && text(0).equals("Was not"));
        pane().look(ActivityPlace.of(new RunId(new UUID(8, 8))));
        stage.await("a run of which nothing is known", () -> table.getItemCount() == 0);
        FlatButton run = stage.find(FlatButton.class, each -> each.text().equals(Words.FILTER_RUN.text()));
        run.notifyListeners(SWT.Selection, new Event());
        stage.await("all runs", () -> table.getItemCount() > 0 && text(0).equals("Rejected the plan"));
        assertFalse(run.isVisible());
    }

    private ActivityPane pane() {
        return (ActivityPane) Objects.requireNonNull(host.pane());
    }

    private String status(int row) {
        return table.getItem(row).getText(4);
    }

    private void choose(Words field, int choice) {
        Combo combo = stage.find(Combo.class, each -> field.text().equals(each.getToolTipText()));
        combo.select(choice);
        combo.notifyListeners(SWT.Selection, new Event());
    }

    private void set(Words field, int day) {
        DateTime date = stage.find(DateTime.class, each -> field.text().equals(each.getToolTipText()));
        date.setDate(2026, Calendar.NOVEMBER, day);
        date.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void what_the_filter_shows_is_exported() throws IOException {
        stage.find(Text.class, text -> text.getMessage().equals("Filter")).setText("Entry 77");
        stage.await("filtered", () -> table.getItemCount() == 11);
        button(Words.EXPORT_WHY.text()).notifyListeners(SWT.Selection, new Event());
        Path file = folder.resolve("log.csv");
        stage.await("exported", () -> Files.exists(file));
        List<String> lines = Files.readAllLines(file);
        assertEquals(12, lines.size());
        assertTrue(lines.get(1).contains("Entry 779"));
    }

    @Test
    void an_entry_leads_to_its_conversation() {
        table.setSelection(0);
        table.notifyListeners(SWT.Selection, new Event());
        FlatButton show = button(Words.SHOW_WHY.text());
        stage.await("the conversation is known", show::isEnabled);
        show.notifyListeners(SWT.Selection, new Event());
        assertEquals(FakeActivity.SESSION, stage.kit().current().session());
        assertEquals(FakeActivity.RUN, stage.kit().current().run());
        assertEquals(List.of(Views.CONVERSATION), stage.shown());
    }
}
