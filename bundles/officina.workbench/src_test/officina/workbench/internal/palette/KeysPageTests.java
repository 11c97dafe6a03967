// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import officina.testkit.ui.Stage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The page in a window, by the keyboard alone. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class KeysPageTests {

    @Test
    void a_key_is_found_by_its_command_and_by_itself() {
        try (Stage stage = new Stage(false, () -> Instant.parse("2026-11-21T18:00:00Z"), 640, 480)) {
            KeysPage page = new KeysPage(
                    stage.parent(),
                    stage.kit(),
                    List.of(
                            new ActiveKeys.Line("File", "Quit", "Ctrl+Q"),
                            new ActiveKeys.Line("Plan", "Edit a step", "F2"),
                            new ActiveKeys.Line("View", "Next Pane", "F6")));
            stage.open();
            Text search = stage.find(Text.class, _ -> true);
            stage.focus(search);
            Table table = stage.find(Table.class, _ -> true);
            assertEquals(3, table.getItemCount());
            stage.type("f6");
            stage.await("the one with that key", () -> table.getItemCount() == 1);
            assertEquals("Next Pane", table.getItem(0).getText(0));
            stage.press(SWT.ESC);
            stage.await("all again", () -> table.getItemCount() == 3);
            stage.type("edit");
            stage.await("the one of that name", () -> table.getItemCount() == 1);
            stage.press(SWT.ARROW_DOWN);
            stage.await("the table has the keyboard", table::isFocusControl);
            page.focus();
            stage.await("the search has it again", search::isFocusControl);
        }
    }
}
