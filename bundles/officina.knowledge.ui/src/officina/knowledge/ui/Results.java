// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import officina.api.document.Place;
import officina.api.memory.IndexHit;
import officina.knowledge.ui.model.HitText;
import officina.knowledge.ui.model.Words;
import officina.ui.base.CalmTable;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.OpenedDocument.Opened;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** What was found, best first, and the selected passage below. */
final class Results {

    private final Composite control;
    private final Table table;
    private final TableColumn column;
    private final Label where;
    private final Text passage;
    private final Consumer<Opened> open;

    Results(Composite parent, PaneSite site, Consumer<Opened> open) {
        this.open = open;
        control = new Composite(parent, SWT.NONE);
        control.setLayout(new FillLayout());
        SashForm sash = new SashForm(control, SWT.VERTICAL);
        site.kit().theme().paint(sash, Shade.SURFACE, Shade.TEXT);
        table = new Table(sash, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        column = new TableColumn(table, SWT.NONE);
        CalmTable.apply(table, site.kit());
        Names.set(table, Words.HITS.text());
        Composite preview = new Composite(sash, SWT.NONE);
        site.kit().theme().paint(preview, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(0, Space.S)
                .spacing(Space.S, Space.XS)
                .applyTo(preview);
        where = new Label(preview, SWT.NONE);
        where.setFont(site.kit().theme().font(Type.SMALL));
        site.kit().theme().paint(where, Shade.SURFACE, Shade.MUTED);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(where);
        new FlatButton(preview, site.kit(), FlatButton.Look.PLAIN, Shade.SURFACE)
                .icon(Icon.FILE)
                .text(Words.OPEN.text())
                .onPress(() -> site.guard(this::openSelected));
        passage = new Text(preview, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        site.kit().theme().paint(passage, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, true)
                .hint(100, SWT.DEFAULT)
                .applyTo(passage);
        Names.set(passage, Words.PASSAGE.text());
        passage.addListener(
                SWT.Traverse,
                key -> key.doit |= key.detail == SWT.TRAVERSE_TAB_NEXT || key.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        sash.setWeights(60, 40);
        table.addListener(SWT.Selection, site.guarded(_ -> showSelected()));
        table.addListener(SWT.DefaultSelection, site.guarded(_ -> openSelected()));
        table.addListener(SWT.Resize, _ -> column.setWidth(table.getClientArea().width));
    }

    Composite control() {
        return control;
    }

    void focus() {
        table.setFocus();
    }

    void show(List<IndexHit> hits) {
        table.setRedraw(false);
        table.removeAll();
        for (IndexHit hit : hits) {
            TableItem row = new TableItem(table, SWT.NONE);
            row.setText(HitText.row(hit));
            row.setData(hit);
        }
        if (!hits.isEmpty()) {
            table.setSelection(0);
        }
        table.setRedraw(true);
        showSelected();
    }

    private void showSelected() {
        if (table.getSelectionCount() > 0 && table.getSelection()[0].getData() instanceof IndexHit hit) {
            where.setText(HitText.place(hit).replace("&", "&&"));
            where.setToolTipText(HitText.where(hit));
            passage.setText(hit.text());
        }
    }

    /** Opens the selected document at its place. */
    void openSelected() {
        if (table.getSelectionCount() > 0 && table.getSelection()[0].getData() instanceof IndexHit hit) {
            open.accept(new Opened(Path.of(hit.document()), Place.parse(hit.place()), hit.text()));
        }
    }
}
