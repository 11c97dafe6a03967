// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import officina.activity.ui.model.ActivityFilter;
import officina.activity.ui.model.EntryText;
import officina.activity.ui.model.Words;
import officina.core.run.ActivityEntry.Status;
import officina.ui.base.Field;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** The second line of filters: what was done, to what, and how it went. UI thread only. */
final class MoreFilters {

    /** So long after the last letter the log follows. */
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final PaneSite site;
    private final Consumer<UnaryOperator<ActivityFilter>> changed;
    private final Composite line;
    private final Field resource;
    private final Combo actions;
    private final Combo statuses;
    private final TreeSet<String> known = new TreeSet<>();
    private @Nullable String action;
    private int typed;

    /** @param changed hears what becomes of the filter */
    MoreFilters(Composite parent, PaneSite site, Consumer<UnaryOperator<ActivityFilter>> changed) {
        this.site = site;
        this.changed = changed;
        line = new Composite(parent, SWT.NONE);
        site.kit().theme().paint(line, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(Space.S, 0).applyTo(line);
        resource = new Field(line, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.FILE)
                .hint(Words.FILTER_RESOURCE.text())
                .named(Words.FILTER_RESOURCE.text());
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(resource);
        resource.text().addListener(SWT.Modify, site.guarded(_ -> later()));
        resource.text().addListener(SWT.KeyDown, site.guarded(this::escape));
        actions = combo(Words.FILTER_ACTION, this::actionChosen);
        actions.add(Words.ACTION_ANY.text());
        statuses = combo(
                Words.FILTER_STATUS,
                () -> changed.accept(
                        filter -> filter.withStatus(status(statuses().getSelectionIndex()))));
        statuses.add(Words.STATUS_ANY.text());
        for (Status each : Status.values()) {
            statuses.add(EntryText.outcome(each));
        }
        set(ActivityFilter.NONE);
    }

    Composite control() {
        return line;
    }

    private Combo statuses() {
        return statuses;
    }

    /** Shows what is set, without telling anybody. */
    void set(ActivityFilter filter) {
        resource.text().setText(filter.resource());
        typed++;
        action = filter.action();
        String wanted = filter.action();
        if (wanted != null && known.add(wanted)) {
            fill();
        }
        select();
        Status status = filter.status();
        statuses.select(status == null ? 0 : 1 + status.ordinal());
    }

    /** What was done, as far as entries were seen; the choice stays as it is. */
    void offer(Collection<String> seen) {
        if (known.addAll(seen)) {
            fill();
            select();
            line.requestLayout();
        }
    }

    void focus() {
        resource.setFocus();
    }

    private void fill() {
        actions.setItems(known.toArray(String[]::new));
        actions.add(Words.ACTION_ANY.text(), 0);
    }

    private void select() {
        actions.select(action == null ? 0 : 1 + List.copyOf(known).indexOf(action));
    }

    private void actionChosen() {
        int at = actions.getSelectionIndex();
        action = at <= 0 ? null : List.copyOf(known).get(at - 1);
        String chosen = action;
        changed.accept(filter -> filter.withAction(chosen));
    }

    private static @Nullable Status status(int at) {
        return at <= 0 ? null : Status.values()[at - 1];
    }

    private Combo combo(Words name, Runnable chosen) {
        Combo combo = new Combo(line, SWT.READ_ONLY | SWT.DROP_DOWN);
        site.kit().theme().paint(combo, Shade.SURFACE, Shade.TEXT);
        combo.setToolTipText(name.text());
        Names.set(combo, name.text());
        combo.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        combo.addListener(SWT.Selection, site.guarded(_ -> chosen.run()));
        return combo;
    }

    private void escape(Event key) {
        if (key.keyCode == SWT.ESC && resource.text().getCharCount() > 0) {
            resource.text().setText("");
            key.doit = false;
        }
    }

    private void later() {
        int mine = ++typed;
        site.kit().ui().later(PAUSE, () -> {
            if (!line.isDisposed() && mine == typed) {
                String wanted = resource.text().getText().strip();
                site.guard(() -> changed.accept(filter -> filter.withResource(wanted)));
            }
        });
    }
}
