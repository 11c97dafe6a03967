// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.Stage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The palette in a window. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no screen")
class CommandPaletteTests {

    @Test
    void words_that_fit_nothing_leave_no_rows_and_shorter_ones_bring_them_back() {
        try (Stage stage = new Stage(false, () -> Gallery.NOW, 900, 700)) {
            stage.open();
            new CommandPalette(stage.parent().getShell(), stage.kit(), entries()).open();
            Composite palette = stage.parent().getShell().getShells()[0];
            Text field = only(Text.class, palette);
            Table table = only(Table.class, palette);
            stage.await("all rows", () -> table.getItemCount() == 10);
            stage.pump(Duration.ofMillis(100));
            List<TableItem> before = List.of(table.getItems());

            field.setText("nothing is called so");
            stage.pump(Duration.ofMillis(100));
            assertEquals(0, table.getItemCount());
            assertEquals(
                    List.of(),
                    before.stream().filter(item -> !item.isDisposed()).toList(),
                    "rows that are gone");

            field.setText("Command 7");
            stage.await("the one row", () -> table.getItemCount() == 1 && "Test: Command 7".equals(label(table)));
            palette.getShell().close();
        }
    }

    private static String label(Table table) {
        return table.getItem(0).getText();
    }

    private static List<PaletteEntry> entries() {
        return IntStream.range(0, 10)
                .mapToObj(i -> new PaletteEntry("Test", "Command " + i, "", () -> {}))
                .toList();
    }

    private static <C extends Control> C only(Class<C> type, Composite within) {
        return all(within).filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Stream<Control> all(Composite within) {
        return Arrays.stream(within.getChildren())
                .flatMap(each ->
                        each instanceof Composite inner ? Stream.concat(Stream.of(each), all(inner)) : Stream.of(each));
    }
}
