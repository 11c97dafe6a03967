// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import java.util.List;
import officina.ui.base.Field;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** A field and a list over the window. What was typed is forgotten when it closes. */
final class CommandPalette {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 380;
    private static final int ROW = 30;

    private final UiKit kit;
    private final List<PaletteEntry> all;
    private final Shell shell;
    private final Text field;
    private final Table table;
    private List<PaletteEntry> shown = List.of();

    CommandPalette(Shell parent, UiKit kit, List<PaletteEntry> entries) {
        this.kit = kit;
        all = entries;
        shell = new Shell(parent, SWT.NO_TRIM | SWT.ON_TOP);
        kit.theme().paint(shell, Shade.BORDER_STRONG, Shade.TEXT);
        GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(shell);
        Composite body = new Composite(shell, SWT.NONE);
        kit.theme().paint(body, Shade.RAISED, Shade.TEXT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults()
                .margins(Space.S, Space.S)
                .spacing(0, Space.S)
                .applyTo(body);
        Field frame = new Field(body, kit, SWT.SINGLE, Shade.RAISED)
                .icon(Icon.SEARCH)
                .named(Words.TYPE_COMMAND.text())
                .hint(Words.TYPE_COMMAND.text());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(frame);
        field = frame.text();
        // not virtual: GTK asks a virtual table for rows while they are taken away, and makes them once more
        table = new Table(body, SWT.SINGLE | SWT.FULL_SELECTION | SWT.NO_SCROLL | SWT.V_SCROLL);
        kit.theme().paint(table, Shade.RAISED, Shade.TEXT);
        Names.set(table, Words.COMMANDS.text());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        listen();
    }

    void open() {
        filter();
        Rectangle over = shell.getParent().getBounds();
        shell.setBounds(over.x + (over.width - WIDTH) / 2, over.y + over.height / 8, WIDTH, HEIGHT);
        shell.open();
        field.setFocus();
    }

    private void listen() {
        field.addListener(SWT.Modify, _ -> filter());
        field.addListener(SWT.KeyDown, this::key);
        field.addListener(SWT.DefaultSelection, _ -> take());
        table.addListener(SWT.MeasureItem, event -> event.height = kit.theme().sized(ROW));
        table.addListener(SWT.EraseItem, event -> event.detail &= ~(SWT.FOREGROUND | SWT.SELECTED | SWT.HOT));
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.DefaultSelection, _ -> take());
        table.addListener(SWT.MouseUp, _ -> take());
        shell.addListener(SWT.Deactivate, _ -> close());
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                close();
            }
        });
    }

    private void filter() {
        shown = PaletteMatch.of(all, field.getText());
        table.setItemCount(shown.size());
        for (int row = 0; row < shown.size(); row++) {
            table.getItem(row).setText(shown.get(row).label());
        }
        select(0);
    }

    private void key(Event event) {
        int page = Math.max(table.getClientArea().height / kit.theme().sized(ROW) - 1, 1);
        int by =
                switch (event.keyCode) {
                    case SWT.ARROW_DOWN -> 1;
                    case SWT.ARROW_UP -> -1;
                    case SWT.PAGE_DOWN -> page;
                    case SWT.PAGE_UP -> -page;
                    default -> 0;
                };
        if (by != 0) {
            event.doit = false;
            select(table.getSelectionIndex() + by);
        }
    }

    private void select(int row) {
        if (!shown.isEmpty()) {
            table.setSelection(Math.clamp(row, 0, shown.size() - 1));
            table.redraw();
        }
    }

    private void take() {
        int row = table.getSelectionIndex();
        if (row >= 0 && row < shown.size()) {
            PaletteEntry entry = shown.get(row);
            close();
            // when the window has the keyboard again, so that the command finds the view it was meant for
            kit.ui().post(entry.run());
        }
    }

    private void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }

    private void paint(Event event) {
        int row = table.indexOf((TableItem) event.item);
        if (row < 0 || row >= shown.size()) {
            return;
        }
        PaletteEntry entry = shown.get(row);
        GC gc = event.gc;
        Rectangle area = new Rectangle(0, event.y, table.getClientArea().width, event.height);
        boolean selected = table.getSelectionIndex() == row;
        gc.setAntialias(SWT.ON);
        gc.setBackground(kit.theme().color(Shade.RAISED));
        gc.fillRectangle(area);
        if (selected) {
            gc.setBackground(kit.theme().color(Shade.SELECTED));
            gc.fillRoundRectangle(area.x, area.y, area.width, area.height, 12, 12);
        }
        gc.setFont(kit.theme().font(Type.BODY));
        Point extent = gc.textExtent(entry.label());
        int y = area.y + (area.height - extent.y) / 2;
        gc.setForeground(kit.theme().color(Shade.MUTED));
        String group = entry.group().isEmpty() ? "" : entry.group() + "  ";
        gc.drawText(group, Space.S, y, SWT.DRAW_TRANSPARENT);
        gc.setForeground(kit.theme().color(Shade.TEXT));
        gc.drawText(entry.name(), Space.S + gc.textExtent(group).x, y, SWT.DRAW_TRANSPARENT);
        gc.setFont(kit.theme().font(Type.SMALL));
        gc.setForeground(kit.theme().color(Shade.MUTED));
        gc.drawText(entry.keys(), area.width - gc.textExtent(entry.keys()).x - Space.S, y + 1, SWT.DRAW_TRANSPARENT);
    }
}
