// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import java.util.List;
import java.util.Locale;
import officina.ui.base.CalmTable;
import officina.ui.base.Field;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.PlatformUI;

/** The page of keyboard shortcuts: all there are, or those that have what is looked for. UI thread only. */
public final class KeysPage {

    private static final int LEAST = 60;

    private final UiKit kit;
    private final List<ActiveKeys.Line> lines;
    private final Field search;
    private final Table table;

    /** Fills the parent. */
    public KeysPage(Composite parent, UiKit kit) {
        this(parent, kit, new ActiveKeys(PlatformUI.getWorkbench().getWorkbenchWindows()[0]).collect());
    }

    KeysPage(Composite parent, UiKit kit, List<ActiveKeys.Line> lines) {
        this.kit = kit;
        this.lines = lines;
        GridLayoutFactory.fillDefaults()
                .margins(Space.L, Space.L)
                .spacing(0, Space.S)
                .applyTo(parent);
        search = new Field(parent, kit, SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.SEARCH)
                .named(Words.KEYS_SEARCH.text())
                .hint(Words.KEYS_SEARCH.text());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
        table = new Table(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        CalmTable.apply(table, kit);
        table.setHeaderVisible(true);
        Names.set(table, Words.KEYS.text());
        GridDataFactory.fillDefaults().grab(true, true).hint(LEAST, LEAST).applyTo(table);
        for (Words title : new Words[] {Words.COLUMN_COMMAND, Words.COLUMN_KEYS, Words.COLUMN_GROUP}) {
            new TableColumn(table, SWT.LEFT).setText(title.text());
        }
        table.addListener(SWT.Resize, _ -> share());
        Owned.by(table).own(kit.theme().onChange(this::fill));
        search.text().addListener(SWT.Modify, _ -> fill());
        search.text().addListener(SWT.KeyDown, this::key);
        fill();
    }

    /** Gives the keyboard to the search. */
    public void focus() {
        search.setFocus();
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_DOWN) {
            event.doit = false;
            table.setFocus();
        } else if (event.keyCode == SWT.ESC) {
            search.text().setText("");
        }
    }

    private void share() {
        int width = table.getClientArea().width;
        table.getColumn(0).setWidth(width * 45 / 100);
        table.getColumn(1).setWidth(width * 33 / 100);
        table.getColumn(2).setWidth(width - width * 45 / 100 - width * 33 / 100);
    }

    private void fill() {
        String wanted = search.text().getText().strip().toLowerCase(Locale.ROOT);
        table.setRedraw(false);
        table.removeAll();
        for (ActiveKeys.Line line : lines) {
            String text = line.name() + " " + line.keys() + " " + line.group();
            if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
                TableItem item = new TableItem(table, SWT.NONE);
                item.setText(new String[] {line.name(), line.keys(), line.group()});
                item.setForeground(kit.theme().color(Shade.TEXT));
                item.setForeground(2, kit.theme().color(Shade.MUTED));
            }
        }
        if (table.getItemCount() > 0) {
            table.setSelection(0);
        }
        table.setRedraw(true);
    }
}
