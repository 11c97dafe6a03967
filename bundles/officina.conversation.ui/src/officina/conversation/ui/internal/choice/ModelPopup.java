// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.choice;

import java.util.List;
import java.util.function.Consumer;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.ModelRow;
import officina.conversation.ui.model.ModelRow.Pick;
import officina.ui.base.CalmTable;
import officina.ui.base.Field;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** A search and what may answer, above the button that asks for it. Gone with Escape or a click elsewhere. */
final class ModelPopup {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 330;

    private final UiKit kit;
    private final Consumer<Pick> picked;
    private final Shell shell;
    private final Text search;
    private final Table table;
    private List<ModelRow> all = List.of();

    /** @param picked called once, after the popup has gone */
    ModelPopup(Control anchor, PaneSite site, Consumer<Pick> picked) {
        kit = site.kit();
        this.picked = picked;
        shell = new Shell(anchor.getShell(), SWT.NO_TRIM | SWT.ON_TOP);
        kit.theme().paint(shell, Shade.BORDER_STRONG, Shade.TEXT);
        GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(shell);
        Composite body = new Composite(shell, SWT.NONE);
        kit.theme().paint(body, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults()
                .margins(Space.S, Space.S)
                .spacing(0, Space.S)
                .applyTo(body);
        Field field = new Field(body, kit, SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.SEARCH)
                .named(Words.MODEL_SEARCH.text())
                .hint(Words.MODEL_SEARCH.text());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(field);
        search = field.text();
        table = new Table(body, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        CalmTable.apply(table, kit);
        Names.set(table, Words.MODEL_TABLE.text());
        new TableColumn(table, SWT.LEFT);
        new TableColumn(table, SWT.LEFT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        table.addListener(SWT.Resize, _ -> share());
        search.addListener(SWT.Modify, site.guarded(_ -> fill(null)));
        search.addListener(SWT.KeyDown, site.guarded(this::key));
        search.addListener(SWT.DefaultSelection, site.guarded(_ -> take()));
        table.addListener(SWT.DefaultSelection, site.guarded(_ -> take()));
        table.addListener(SWT.MouseUp, site.guarded(_ -> take()));
        shell.addListener(SWT.Deactivate, _ -> close());
        shell.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                event.doit = false;
                close();
            }
        });
        anchor.addListener(SWT.Dispose, _ -> close());
        place(anchor);
    }

    private void place(Control anchor) {
        Rectangle screen = anchor.getMonitor().getClientArea();
        Point at = anchor.toDisplay(0, 0);
        int width = Math.min(WIDTH, screen.width);
        int above = at.y - HEIGHT - Space.XS;
        int y = above >= screen.y ? above : at.y + anchor.getSize().y + Space.XS;
        shell.setBounds(
                Math.clamp(at.x, screen.x, Math.max(screen.x, screen.x + screen.width - width)), y, width, HEIGHT);
    }

    /** Opens with these lines, at the one that holds. */
    void open(List<ModelRow> rows) {
        all = rows;
        fill(rows.stream().filter(ModelRow::chosen).findFirst().orElse(null));
        shell.open();
        search.setFocus();
    }

    boolean isOpen() {
        return !shell.isDisposed();
    }

    /** Shows other lines; what was selected stays so. */
    void show(List<ModelRow> rows) {
        ModelRow before = selected();
        all = rows;
        fill(before);
    }

    private @Nullable ModelRow selected() {
        return table.getSelectionCount() > 0 && table.getSelection()[0].getData() instanceof ModelRow row ? row : null;
    }

    private void fill(@Nullable ModelRow wanted) {
        table.setRedraw(false);
        table.removeAll();
        int at = 0;
        for (ModelRow row : ModelRow.having(all, search.getText())) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {row.title(), row.detail()});
            item.setImage(kit.icons().image(row.chosen() ? Icon.CHECK : row.icon(), shade(row), Space.ICON));
            item.setForeground(kit.theme().color(row.pick() == null ? Shade.MUTED : Shade.TEXT));
            item.setForeground(1, kit.theme().color(Shade.MUTED));
            item.setData(row);
            if (row.equals(wanted)) {
                at = table.getItemCount() - 1;
            }
        }
        if (table.getItemCount() > 0) {
            table.setSelection(at);
        } else {
            TableItem none = new TableItem(table, SWT.NONE);
            none.setText(Words.MODEL_NONE_FOUND.text());
            none.setForeground(kit.theme().color(Shade.MUTED));
        }
        table.setRedraw(true);
    }

    private static Shade shade(ModelRow row) {
        if (row.chosen()) {
            return Shade.ACCENT;
        }
        return row.icon() == Icon.WARNING ? Shade.WARNING : Shade.MUTED;
    }

    private void share() {
        int width = table.getClientArea().width;
        table.getColumn(0).setWidth(width * 55 / 100);
        table.getColumn(1).setWidth(width - width * 55 / 100);
    }

    private void key(Event event) {
        int by =
                switch (event.keyCode) {
                    case SWT.ARROW_DOWN -> 1;
                    case SWT.ARROW_UP -> -1;
                    default -> 0;
                };
        if (by != 0) {
            event.doit = false;
            table.setSelection(Math.clamp((long) table.getSelectionIndex() + by, 0, table.getItemCount() - 1));
            table.redraw();
        }
    }

    private void take() {
        ModelRow row = selected();
        Pick pick = row == null ? null : row.pick();
        if (pick != null) {
            close();
            picked.accept(pick);
        }
    }

    private void close() {
        if (!shell.isDisposed()) {
            shell.close();
        }
    }
}
