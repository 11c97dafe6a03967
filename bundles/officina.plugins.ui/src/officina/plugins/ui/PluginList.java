// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.util.List;
import java.util.function.Consumer;
import officina.engine.PluginItem;
import officina.plugins.ui.model.PluginText;
import officina.plugins.ui.model.Words;
import officina.ui.base.CalmTable;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/** The plug-ins by name, what they are, and whether they are at work. UI thread only. */
final class PluginList {

    /** With less width the kinds make room. */
    private static final int NARROW = 440;

    private final PaneSite site;
    private final Table table;
    private List<PluginItem> shown = List.of();

    /** @param chosen hears which is selected now */
    PluginList(Composite parent, PaneSite site, Consumer<PluginItem> chosen) {
        this.site = site;
        table = new Table(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        CalmTable.apply(table, site.kit());
        Names.set(table, Words.LIST.text());
        for (int column = 0; column < 3; column++) {
            new TableColumn(table, SWT.NONE);
        }
        table.addListener(SWT.Resize, _ -> fit());
        table.addListener(SWT.Selection, site.guarded(_ -> {
            PluginItem item = selected();
            if (item != null) {
                chosen.accept(item);
            }
        }));
        Owned.by(table).own(site.kit().theme().onChange(this::colour));
    }

    Table control() {
        return table;
    }

    @Nullable
    PluginItem selected() {
        int row = table.getSelectionIndex();
        return row < 0 ? null : shown.get(row);
    }

    /** Shows these; where the one that is wanted is not among them, the first is selected. */
    @Nullable
    PluginItem show(List<PluginItem> items, @Nullable String wanted) {
        shown = List.copyOf(items);
        table.setRedraw(false);
        table.setItemCount(shown.size());
        for (int row = 0; row < shown.size(); row++) {
            PluginItem item = shown.get(row);
            table.getItem(row)
                    .setText(new String[] {PluginText.name(item), PluginText.kinds(item), PluginText.state(item)});
        }
        colour();
        if (!shown.isEmpty()) {
            int row = (int) shown.stream()
                    .takeWhile(each -> !each.id().value().equals(wanted))
                    .count();
            table.setSelection(row == shown.size() ? 0 : row);
        }
        table.setRedraw(true);
        return selected();
    }

    private void colour() {
        for (int row = 0; row < shown.size(); row++) {
            PluginItem item = shown.get(row);
            TableItem line = table.getItem(row);
            line.setImage(site.kit()
                    .icons()
                    .image(icon(item), shade(item), site.kit().theme().sized(Space.ICON)));
            line.setForeground(site.kit().theme().color(Shade.TEXT));
            line.setForeground(1, site.kit().theme().color(Shade.MUTED));
            line.setForeground(2, site.kit().theme().color(PluginText.isTroubled(item) ? Shade.WARNING : Shade.MUTED));
        }
    }

    static Icon icon(PluginItem item) {
        if (item.state() == PluginItem.State.GONE) {
            return Icon.CANCELLED;
        }
        return PluginText.isTroubled(item) ? Icon.WARNING : Icon.CHECK_CIRCLE;
    }

    static Shade shade(PluginItem item) {
        if (item.state() == PluginItem.State.GONE) {
            return Shade.MUTED;
        }
        return PluginText.isTroubled(item) ? Shade.WARNING : Shade.SUCCESS;
    }

    private void fit() {
        int width = table.getClientArea().width;
        int kinds = width < NARROW ? 0 : width / 4;
        int name = width * (kinds == 0 ? 50 : 38) / 100;
        table.getColumn(0).setWidth(name);
        table.getColumn(1).setWidth(kinds);
        table.getColumn(2).setWidth(width - name - kinds);
    }
}
