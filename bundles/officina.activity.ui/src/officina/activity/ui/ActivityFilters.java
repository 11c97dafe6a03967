// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.activity.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import officina.activity.ui.model.ActivityFilter;
import officina.activity.ui.model.EntryText;
import officina.activity.ui.model.Kind;
import officina.activity.ui.model.Period;
import officina.activity.ui.model.Words;
import officina.api.id.PluginId;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** What restricts the log, by words, kind, source and days, and the way to export what is left. */
final class ActivityFilters {

    /** So long after the last letter the log follows. */
    private static final Duration PAUSE = Duration.ofMillis(150);

    private static final int LEAST_TEXT = 60;

    private final UiKit kit;
    private final PaneSite site;
    private final Consumer<ActivityFilter> changed;
    private final Composite outer;
    private final Composite bar;
    private final Field field;
    private final Text text;
    private final Combo kinds;
    private final Combo sources;
    private final Combo periods;
    private final DateTime first;
    private final DateTime last;
    private final FlatButton run;
    private final FlatButton more;
    private final MoreFilters second;
    private final FlatButton export;
    private List<String> actors = List.of();
    private ActivityFilter filter = ActivityFilter.NONE;
    private int typed;

    ActivityFilters(Composite parent, PaneSite site, Consumer<ActivityFilter> changed, Runnable exporting) {
        this.site = site;
        kit = site.kit();
        this.changed = changed;
        outer = new Composite(parent, SWT.NONE);
        kit.theme().paint(outer, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(outer);
        bar = new Composite(outer, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(bar);
        kit.theme().paint(bar, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(Space.S, Space.S).applyTo(bar);
        field = new Field(bar, kit, SWT.SINGLE, Shade.SURFACE)
                .icon(Icon.SEARCH)
                .hint(Words.FILTER_HINT.text())
                .named(Words.FILTER_HINT.text());
        GridDataFactory.fillDefaults().grab(true, false).hint(60, SWT.DEFAULT).applyTo(field);
        text = field.text();
        text.addListener(SWT.Modify, site.guarded(_ -> later()));
        text.addListener(SWT.KeyDown, site.guarded(this::escape));
        more = new FlatButton(bar, kit, FlatButton.Look.PLAIN, Shade.SURFACE, true)
                .icon(Icon.FILTER)
                .named(Words.FILTER_MORE.text())
                .onPress(() -> site.guard(this::turnMore));
        more.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        kinds = combo(Words.FILTER_KIND, () -> filter.withKind(Kind.values()[kinds().getSelectionIndex()]));
        Arrays.stream(Kind.values()).map(EntryText::kind).forEach(kinds::add);
        sources = combo(Words.FILTER_SOURCE, () -> filter.withSource(source()));
        periods = combo(Words.FILTER_PERIOD, this::periodChosen);
        Arrays.stream(Period.Choice.values()).map(EntryText::period).forEach(periods::add);
        first = day(Words.FILTER_FROM);
        last = day(Words.FILTER_TO);
        run = new FlatButton(bar, kit, FlatButton.Look.PLAIN, Shade.SURFACE)
                .icon(Icon.CLOSE)
                .text(Words.FILTER_RUN.text())
                .named(Words.FILTER_RUN_WHY.text())
                .onPress(() -> site.guard(() -> {
                    showRun(false);
                    apply(filter.withRun(null));
                }));
        run.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        export = new FlatButton(bar, kit, FlatButton.Look.PLAIN, Shade.SURFACE)
                .icon(Icon.DOWNLOAD)
                .named(Words.EXPORT_WHY.text())
                .onPress(() -> site.guard(exporting));
        second = new MoreFilters(outer, site, change -> apply(change.apply(filter)));
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(second.control());
        reset();
        bar.addListener(SWT.Resize, _ -> fit());
    }

    Composite control() {
        return outer;
    }

    /** What was done, as far as entries were seen. */
    void showActions(Collection<String> seen) {
        second.offer(seen);
    }

    ActivityFilter filter() {
        return filter;
    }

    void focusText() {
        text.setFocus();
        text.selectAll();
    }

    void setExporting(boolean exporting) {
        export.setEnabled(!exporting);
    }

    /** Who occurs in the log; the choice stays as it is. */
    void showSources(List<String> known) {
        if (known.equals(actors)) {
            return;
        }
        PluginId chosen = filter.source();
        actors = known;
        sources.setItems(
                Stream.concat(Stream.of(Words.SOURCE_ANY.text()), known.stream().map(EntryText::source))
                        .toArray(String[]::new));
        sources.select(chosen == null ? 0 : 1 + known.indexOf(chosen.value()));
        bar.requestLayout();
    }

    /** What is set and shown. */
    record Chosen(ActivityFilter filter, int period) {}

    Chosen chosen() {
        return new Chosen(filter, periods.getSelectionIndex());
    }

    /** Shows what was chosen in a bar before this one, without telling anybody. */
    void set(Chosen before) {
        filter = before.filter();
        text.setText(filter.text());
        typed++;
        kinds.select(filter.kind().ordinal());
        PluginId source = filter.source();
        if (source != null) {
            actors = List.of(source.value());
            sources.add(EntryText.source(source.value()));
            sources.select(1);
        }
        periods.select(before.period());
        showDays(Period.Choice.values()[before.period()] == Period.Choice.BETWEEN);
        set(first, filter.period().first());
        set(last, filter.period().last());
        showRun(filter.run() != null);
        second.set(filter);
        showMore(filter.restrictsMore());
    }

    /** Restricts nothing, without telling anybody. */
    void reset() {
        filter = ActivityFilter.NONE;
        text.setText("");
        typed++;
        kinds.select(0);
        sources.setItems(Words.SOURCE_ANY.text());
        sources.select(0);
        actors = List.of();
        periods.select(0);
        showDays(false);
        showRun(false);
        second.set(filter);
        showMore(false);
    }

    private Combo kinds() {
        return kinds;
    }

    private Combo combo(Words name, Supplier<ActivityFilter> next) {
        Combo combo = new Combo(bar, SWT.READ_ONLY | SWT.DROP_DOWN);
        kit.theme().paint(combo, Shade.SURFACE, Shade.TEXT);
        combo.setToolTipText(name.text());
        Names.set(combo, name.text());
        combo.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        combo.addListener(SWT.Selection, site.guarded(_ -> apply(next.get())));
        return combo;
    }

    private DateTime day(Words name) {
        DateTime day = new DateTime(bar, SWT.DATE | SWT.DROP_DOWN | SWT.BORDER);
        kit.theme().paint(day, Shade.SURFACE, Shade.TEXT);
        day.setToolTipText(name.text());
        Names.set(day, name.text());
        day.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, false));
        day.addListener(SWT.Selection, site.guarded(_ -> apply(filter.withPeriod(between()))));
        return day;
    }

    private @Nullable PluginId source() {
        int at = sources.getSelectionIndex();
        return at <= 0 ? null : new PluginId(actors.get(at - 1));
    }

    private ActivityFilter periodChosen() {
        Period.Choice choice = Period.Choice.values()[periods.getSelectionIndex()];
        Period period = choice.on(kit.dates().today());
        showDays(choice == Period.Choice.BETWEEN);
        set(first, period.first());
        set(last, period.last());
        return filter.withPeriod(period);
    }

    /** Hides the second line only with what is set in it. */
    private void turnMore() {
        boolean shown = !second.control().getVisible();
        showMore(shown);
        if (shown) {
            second.focus();
        } else {
            ActivityFilter without = filter.withStatus(null).withAction(null).withResource("");
            second.set(without);
            apply(without);
        }
    }

    private void showMore(boolean shown) {
        more.setOn(shown);
        ((GridData) second.control().getLayoutData()).exclude = !shown;
        second.control().setVisible(shown);
        outer.requestLayout();
    }

    private void showRun(boolean shown) {
        ((GridData) run.getLayoutData()).exclude = !shown;
        run.setVisible(shown);
        bar.requestLayout();
        fit();
    }

    private void showDays(boolean shown) {
        for (DateTime day : List.of(first, last)) {
            ((GridData) day.getLayoutData()).exclude = !shown;
            day.setVisible(shown);
        }
        bar.requestLayout();
        fit();
    }

    /** In a narrow view the words have a line of their own. */
    private void fit() {
        int others = 0;
        int width = 0;
        for (Control each : bar.getChildren()) {
            boolean shown = !(each.getLayoutData() instanceof GridData place) || !place.exclude;
            if (each != field && shown) {
                others++;
                width += each.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + Space.S;
            }
        }
        boolean narrow = bar.getClientArea().width - width < LEAST_TEXT;
        // beside the words stands the way to more filters, below them everything else
        int columns = narrow ? others - 1 : others + 1;
        GridLayout layout = (GridLayout) bar.getLayout();
        GridData place = (GridData) field.getLayoutData();
        int span = narrow ? others - 2 : 1;
        if (layout.numColumns != columns || place.horizontalSpan != span) {
            layout.numColumns = columns;
            place.horizontalSpan = span;
            bar.requestLayout();
        }
    }

    private Period between() {
        return new Period(get(first), get(last));
    }

    private static LocalDate get(DateTime day) {
        return LocalDate.of(day.getYear(), day.getMonth() + 1, day.getDay());
    }

    private static void set(DateTime field, @Nullable LocalDate day) {
        if (day != null) {
            field.setDate(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
        }
    }

    private void escape(Event key) {
        if (key.keyCode == SWT.ESC && !text.getText().isEmpty()) {
            text.setText("");
            key.doit = false;
        }
    }

    private void later() {
        int mine = ++typed;
        kit.ui().later(PAUSE, () -> {
            if (!text.isDisposed() && mine == typed) {
                site.guard(() -> apply(filter.withText(text.getText().strip())));
            }
        });
    }

    private void apply(ActivityFilter next) {
        if (!next.equals(filter)) {
            filter = next;
            changed.accept(next);
        }
    }
}
