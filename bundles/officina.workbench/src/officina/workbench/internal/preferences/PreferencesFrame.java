// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import officina.ui.base.CalmTable;
import officina.ui.base.Names;
import officina.ui.base.Owned;
import officina.ui.base.Pane;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.jspecify.annotations.Nullable;

/** The list of pages and the page that was chosen, which is made when it is looked at first. UI thread only. */
final class PreferencesFrame {

    private static final int LIST = 184;

    /** With less width the list stands above the page. */
    private static final int NARROW = 560;

    private final UiKit kit;
    private final List<PreferencesPage> pages;
    private final Consumer<String> turned;
    private final Composite outer;
    private final Table list;
    private final Composite line;
    private final Composite place;
    private final StackLayout layers = new StackLayout();
    private final Map<String, Composite> places = new HashMap<>();
    private final Map<String, PreferencesPage.Made> made = new HashMap<>();
    private String current = "";

    /** @param turned hears which page is shown */
    PreferencesFrame(Composite parent, UiKit kit, List<PreferencesPage> pages, Consumer<String> turned) {
        this.kit = kit;
        this.pages = pages;
        this.turned = turned;
        outer = new Composite(parent, SWT.NONE);
        kit.theme().paint(outer, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(outer);
        list = new Table(outer, SWT.SINGLE | SWT.FULL_SELECTION | SWT.NO_SCROLL);
        CalmTable.apply(list, kit);
        Names.set(list, Words.PAGES.text());
        for (PreferencesPage page : pages) {
            new TableItem(list, SWT.NONE).setText(page.title());
        }
        colour();
        Owned.by(list).own(kit.theme().onChange(this::colour));
        list.addListener(
                SWT.Selection, _ -> turn(pages.get(list.getSelectionIndex()).id()));
        list.addListener(SWT.DefaultSelection, _ -> enter());
        list.addListener(SWT.KeyDown, this::key);
        line = new Composite(outer, SWT.NONE);
        kit.theme().paint(line, Shade.BORDER, Shade.TEXT);
        place = new Composite(outer, SWT.NONE);
        kit.theme().paint(place, Shade.SURFACE, Shade.TEXT);
        place.setLayout(layers);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(place);
        outer.addListener(SWT.Resize, _ -> arrange());
        arrange();
    }

    private void colour() {
        for (int row = 0; row < pages.size(); row++) {
            TableItem item = list.getItem(row);
            item.setImage(kit.icons().image(pages.get(row).icon(), Shade.MUTED, Space.ICON));
            item.setForeground(kit.theme().color(Shade.TEXT));
        }
    }

    private void arrange() {
        boolean narrow = outer.getSize().x < NARROW;
        GridLayout layout = (GridLayout) outer.getLayout();
        layout.numColumns = narrow ? 1 : 3;
        int rows = pages.size() * list.getItemHeight();
        list.setLayoutData(
                narrow
                        ? GridDataFactory.fillDefaults()
                                .grab(true, false)
                                .hint(SWT.DEFAULT, rows)
                                .create()
                        : GridDataFactory.fillDefaults()
                                .grab(false, true)
                                .hint(LIST, SWT.DEFAULT)
                                .create());
        GridData thin = GridDataFactory.fillDefaults().hint(1, 1).create();
        thin.grabExcessHorizontalSpace = narrow;
        line.setLayoutData(thin);
        outer.layout();
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ARROW_RIGHT) {
            event.doit = false;
            enter();
        }
    }

    /** Shows a page; the keyboard stays where it is. */
    void turn(String id) {
        PreferencesPage page =
                pages.stream().filter(each -> each.id().equals(id)).findFirst().orElse(pages.getFirst());
        list.setSelection(pages.indexOf(page));
        if (page.id().equals(current)) {
            return;
        }
        if (!made.containsKey(page.id())) {
            make(page);
        }
        current = page.id();
        layers.topControl = places.get(current);
        place.layout();
        turned.accept(current);
    }

    /** Where it cannot be made, the page before it stays, and turning to it again tries again. */
    private void make(PreferencesPage page) {
        Composite fresh = new Composite(place, SWT.NONE);
        kit.theme().paint(fresh, Shade.SURFACE, Shade.TEXT);
        try {
            made.put(page.id(), page.make().apply(fresh));
            places.put(page.id(), fresh);
        } finally {
            if (!made.containsKey(page.id())) {
                fresh.dispose();
                select(current);
            }
        }
    }

    private void select(String id) {
        list.deselectAll();
        for (int row = 0; row < pages.size(); row++) {
            if (pages.get(row).id().equals(id)) {
                list.setSelection(row);
            }
        }
    }

    /** Gives the keyboard to the list. */
    void focus() {
        list.setFocus();
    }

    /** Gives the keyboard to the page. */
    void enter() {
        shown().focus();
    }

    private PreferencesPage.Made shown() {
        return Objects.requireNonNull(made.get(current), "a page is shown");
    }

    /** The content of the page, where there is one now. */
    @Nullable
    Pane pane() {
        return shown().pane();
    }
}
