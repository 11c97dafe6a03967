// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import officina.api.provider.ModelInfo;
import officina.models.ui.model.Words;
import officina.ui.base.CalmTable;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The models of a server, to choose one. UI thread only. */
final class ModelList {

    private static final int FIELD = 320;
    private static final int ROWS = 8;

    private final Section section;
    private final PaneSite site;
    private final String account;
    private final List<ModelInfo> models;
    private final Consumer<ModelInfo> chosen;

    ModelList(Section section, PaneSite site, String account, List<ModelInfo> models, Consumer<ModelInfo> chosen) {
        this.section = section;
        this.site = site;
        this.account = account;
        this.models = models;
        this.chosen = chosen;
    }

    void open() {
        Composite opened = section.open();
        Field search = new Field(opened, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.SEARCH)
                .named(Words.CHOOSE_SEARCH.text())
                .hint(Words.CHOOSE_SEARCH.text());
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(search);
        Table table = new Table(opened, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        CalmTable.apply(table, site.kit());
        Names.set(table, Words.CHOOSE_TABLE.text(account));
        Label nothing = section.label(opened, Type.BODY, Shade.MUTED, Words.CHOOSE_NONE.text());
        Runnable take = () -> {
            if (table.getSelectionCount() > 0 && table.getSelection()[0].getData() instanceof ModelInfo model) {
                chosen.accept(model);
            }
        };
        FlatButton use = section.buttons(
                opened, Words.CHOOSE_DO.text(), take, new PaneAction(Words.CANCEL.text(), section::close));
        Runnable fill = () -> {
            fill(table, search.text().getText());
            use.setEnabled(table.getItemCount() > 0);
            show(table, table.getItemCount() > 0);
            show(nothing, table.getItemCount() == 0);
            opened.requestLayout();
        };
        search.text().addListener(SWT.Modify, site.guarded(_ -> fill.run()));
        search.text().addListener(SWT.DefaultSelection, site.guarded(_ -> take.run()));
        search.text().addListener(SWT.KeyDown, site.guarded(event -> {
            if (event.keyCode == SWT.ARROW_DOWN) {
                event.doit = false;
                table.setFocus();
            }
        }));
        table.addListener(SWT.DefaultSelection, site.guarded(_ -> take.run()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(table);
        fill.run();
        // the height of a row is known when there is one
        ((GridData) table.getLayoutData()).heightHint = Math.clamp(models.size(), 1, ROWS) * table.getItemHeight();
        section.opened(search);
    }

    private static void show(Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
    }

    private void fill(Table table, String searched) {
        String wanted = searched.strip().toLowerCase(Locale.ROOT);
        table.setRedraw(false);
        table.removeAll();
        for (ModelInfo model : models) {
            if (model.id().toLowerCase(Locale.ROOT).contains(wanted)) {
                TableItem row = new TableItem(table, SWT.NONE);
                row.setText(model.id());
                row.setData(model);
            }
        }
        if (table.getItemCount() > 0) {
            table.setSelection(0);
        }
        table.setRedraw(true);
    }
}
