// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.palette;

import java.util.List;
import officina.ui.base.CalmTable;
import officina.ui.base.Names;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/** The page of keyboard shortcuts. */
final class KeysDialog extends Dialog {

    private final UiKit kit;
    private final List<ActiveKeys.Line> lines;

    KeysDialog(Shell parent, UiKit kit, List<ActiveKeys.Line> lines) {
        super(parent);
        this.kit = kit;
        this.lines = lines;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Words.KEYS.text());
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Table table = new Table(area, SWT.FULL_SELECTION | SWT.SINGLE);
        CalmTable.apply(table, kit);
        table.setHeaderVisible(true);
        Names.set(table, Words.KEYS.text());
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(690, 480)
                .indent(Space.XS, Space.XS)
                .applyTo(table);
        column(table, Words.COLUMN_COMMAND, 300);
        column(table, Words.COLUMN_KEYS, 230);
        column(table, Words.COLUMN_GROUP, 140);
        for (ActiveKeys.Line line : lines) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {line.name(), line.keys(), line.group()});
            item.setForeground(kit.theme().color(Shade.TEXT));
            item.setForeground(2, kit.theme().color(Shade.MUTED));
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    /** Where it was is not written down anywhere. */
    @Override
    protected @Nullable IDialogSettings getDialogBoundsSettings() {
        return null;
    }

    private static void column(Table table, Words title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title.text());
        column.setWidth(width);
    }
}
