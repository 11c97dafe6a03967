// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import officina.ui.base.EngineState;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneHost;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The view in a window. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class DiagnosticsPaneTests {

    private final FakeDiagnostics diagnostics = new FakeDiagnostics();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 760, 640);
        PaneHost host = new PaneHost(stage.kit(), "Diagnostics", (site, _) -> new DiagnosticsPane(site));
        host.create(stage.parent());
        stage.engine().become(new EngineState.Ready(PartialEngine.of(diagnostics)));
        stage.open();
        host.focus();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void the_numbers_follow_the_engine_and_the_keyboard_checks_again() {
        says("Agrees with the journal");
        says("No other process is attached. Commands and windows that work on this data folder are listed here.");

        diagnostics.vitals = FakeDiagnostics.vitals(10, 8, FakeDiagnostics.BUSY);
        says("2 events behind the journal");
        stage.await("two processes", () -> rows(0) == 2);

        assertEquals(0, diagnostics.wholeChecks.get(), "opening reads no journal");
        diagnostics.found = List.of(new Check("journal", "Journal", Result.PROBLEM, "It is damaged.", "Repair it."));
        stage.press(SWT.CR);
        stage.await("one check", () -> rows(1) == 1);
        assertEquals(1, diagnostics.wholeChecks.get());
        assertEquals("It is damaged. Repair it.", table(1).getItem(0).getText(2));
    }

    @Test
    void what_nobody_sees_asks_for_nothing() {
        says("Agrees with the journal");
        stage.parent().getChildren()[0].setVisible(false);
        stage.pump(Duration.ofMillis(1_200));
        int looks = diagnostics.looks.get();
        stage.pump(Duration.ofMillis(2_200));
        assertEquals(looks, diagnostics.looks.get());

        diagnostics.vitals = FakeDiagnostics.vitals(10, 3, FakeDiagnostics.BUSY);
        stage.parent().getChildren()[0].setVisible(true);
        says("7 events behind the journal");
    }

    @Test
    void a_failure_is_said_and_can_be_tried_again() {
        says("Agrees with the journal");
        diagnostics.failing = Failure.of("engine.closed", ErrorKind.RESOURCE, "The engine is gone.", "Wait.");
        says("The engine is gone.");
        diagnostics.failing = null;
        diagnostics.vitals = FakeDiagnostics.vitals(10, 9, FakeDiagnostics.BUSY);
        stage.find(
                        FlatButton.class,
                        button -> button.isVisible() && button.text().equals("Try Again"))
                .notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        says("1 event behind the journal");
        assertTrue(rows(0) == 2);
    }

    private int rows(int table) {
        return table(table).getItemCount();
    }

    private Table table(int number) {
        String first = number == 0 ? "No." : "What";
        return stage.find(Table.class, table -> table.getColumn(0).getText().equals(first));
    }

    private void says(String words) {
        stage.await(
                words,
                () -> stage.has(
                        Label.class,
                        label -> label.isVisible() && label.getText().equals(words)));
    }
}
