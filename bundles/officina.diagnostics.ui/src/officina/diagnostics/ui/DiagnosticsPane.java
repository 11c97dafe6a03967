// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import officina.api.error.Failure;
import officina.base.Progress;
import officina.diagnostics.ui.model.TimeSpread;
import officina.diagnostics.ui.model.VitalsText;
import officina.diagnostics.ui.model.Words;
import officina.engine.Diagnostics;
import officina.engine.Vitals;
import officina.ui.base.Coalesced;
import officina.ui.base.FlatButton;
import officina.ui.base.Pane;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/** The content: numbers that follow the engine once a second while they are in sight, and checks when they are asked for. */
public final class DiagnosticsPane implements Pane {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final PaneSite site;
    private final VitalsText text;
    private final Locale locale;
    private final ScrolledComposite scroll;
    private final Composite column;
    private final Label journal;
    private final Label writes;
    private final Label reading;
    private final Label store;
    private final Label attached;
    private final Label flow;
    private final Label answers;
    private final AnswerChart chart;
    private final Rows processes;
    private final Label nobody;
    private final Rows checks;
    private final FlatButton again;
    private final Label detail;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private boolean examining;
    private List<Diagnostics.Check> found = List.of();
    private boolean following;
    private @Nullable Point left;

    public DiagnosticsPane(PaneSite site) {
        this.site = site;
        locale = site.kit().dates().locale();
        text = new VitalsText(locale);
        site.parent().setLayout(new FillLayout());
        scroll = new ScrolledComposite(site.parent(), SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        column = new Composite(scroll, SWT.NONE);
        site.kit().theme().paint(column, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(Space.L, Space.L)
                .spacing(Space.L, Space.XS)
                .applyTo(column);
        heading(Words.ENGINE, 2);
        journal = fact(Words.JOURNAL);
        writes = fact(Words.WRITES);
        reading = fact(Words.READING);
        store = fact(Words.STORE);
        attached = fact(Words.ATTACHED);
        flow = fact(Words.FLOW);
        answers = fact(Words.ANSWERS);
        chart = new AnswerChart(column, site.kit());
        chart.control().setVisible(false);
        heading(Words.PROCESSES, 2);
        processes = new Rows(column, site.kit(), processColumns());
        processes.control().setVisible(false);
        nobody = label(Words.NOBODY.text(), Type.BODY, Shade.MUTED, SWT.WRAP);
        heading(Words.CHECKS, 1);
        again = new FlatButton(column, site.kit(), FlatButton.Look.PLAIN, Shade.SURFACE).text(Words.CHECK_AGAIN.text());
        again.onPress(this::checkOrCancel);
        site.owned().own(() -> cancelled.set(true));
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.CENTER)
                .indent(0, Space.L)
                .applyTo(again);
        checks = new Rows(
                column,
                site.kit(),
                List.of(
                        new Rows.Heading(Words.COLUMN_CHECK.text(), 3, 0),
                        new Rows.Heading(Words.COLUMN_RESULT.text(), 2, 0),
                        new Rows.Heading(Words.COLUMN_FOUND.text(), 9, 0)));
        detail = label("", Type.BODY, Shade.MUTED, SWT.WRAP);
        checks.control().addListener(SWT.Selection, site.guarded(_ -> detail()));
        scroll.setContent(column);
        scroll.addListener(SWT.Resize, site.guarded(_ -> fit()));
        // painted again after it was hidden: the numbers are old
        column.addListener(SWT.Paint, site.guarded(_ -> follow()));
        left = site.remembered(Point.class);
        follow();
        glance();
    }

    private static List<Rows.Heading> processColumns() {
        return List.of(
                new Rows.Heading(Words.COLUMN_NUMBER.text(), 2, 0),
                new Rows.Heading(Words.COLUMN_PROGRAM.text(), 6, 6),
                new Rows.Heading(Words.COLUMN_AGE.text(), 4, 1),
                new Rows.Heading(Words.COLUMN_RECONNECTS.text(), 4, 2, Words.RECONNECTS_WHY.text()),
                new Rows.Heading(Words.COLUMN_REQUESTS.text(), 4, 5),
                new Rows.Heading(Words.COLUMN_AT_WORK.text(), 3, 7),
                new Rows.Heading(Words.COLUMN_SUBSCRIPTIONS.text(), 4, 8),
                new Rows.Heading(Words.COLUMN_EVENTS.text(), 3, 4),
                new Rows.Heading(Words.COLUMN_HELD.text(), 4, 1, Words.HELD_WHY.text()),
                new Rows.Heading(Words.COLUMN_REREAD.text(), 4, 3, Words.REREAD_WHY.text()),
                new Rows.Heading(Words.COLUMN_QUEUED.text(), 3, 3));
    }

    /** How far it is scrolled. */
    @Override
    public Object remember() {
        return scroll.getOrigin();
    }

    @Override
    public void focus() {
        again.setFocus();
    }

    /** Begins to follow the engine, until nobody can see it. */
    private void follow() {
        if (!following) {
            following = true;
            look();
        }
    }

    private void look() {
        if (column.isDisposed() || !column.isVisible()) {
            following = false;
            return;
        }
        site.call(
                engine -> engine.diagnostics().vitals(),
                vitals -> {
                    show(vitals);
                    site.kit().ui().later(PACE, this::look);
                },
                this::failed);
    }

    private void failed(Failure failure) {
        examining = false;
        following = false;
        site.showFailing(failure, () -> {
            site.showContent();
            follow();
            glance();
        });
    }

    private void show(Vitals vitals) {
        TimeSpread spread = new TimeSpread(vitals.traffic().answers(), locale);
        boolean news = set(journal, text.journal(vitals.journal()))
                | set(
                        writes,
                        new TimeSpread(vitals.journal().writes(), locale).summary(Words.WRITES_NONE, Words.WRITES_HALF))
                | set(reading, text.reading(vitals.journal()))
                | set(store, text.store(vitals))
                | set(attached, text.attached(vitals.traffic()))
                | set(flow, text.flow(vitals.traffic()))
                | set(answers, spread.summary(Words.ANSWERS_NONE, Words.ANSWERS_HALF));
        mark(journal, VitalsText.isWell(vitals.journal()));
        mark(store, vitals.store().trouble() == null);
        chart.show(spread);
        int before = processes.control().getItemCount();
        processes.show(vitals.traffic().clients().stream().map(text::row).toList());
        boolean none = vitals.traffic().clients().isEmpty();
        boolean asked = spread.total() > 0;
        if (news
                || before != processes.control().getItemCount()
                || nobody.getVisible() != none
                || chart.control().getVisible() != asked) {
            nobody.setVisible(none);
            processes.control().setVisible(!none);
            chart.control().setVisible(asked);
            fit();
        }
    }

    private void mark(Label fact, boolean well) {
        Color color = site.kit().theme().color(well ? Shade.TEXT : Shade.DANGER);
        if (!color.equals(fact.getForeground())) {
            fact.setForeground(color);
        }
    }

    /** Reading the journal back takes long: meanwhile the button says how far it is, and cancels. */
    private void checkOrCancel() {
        if (examining) {
            cancelled.set(true);
            again.setEnabled(false);
            return;
        }
        examining = true;
        cancelled.set(false);
        again.text(Words.CHECKING_CANCEL.text(0));
        Coalesced<Long> percent = site.coalesced(done -> {
            if (examining && !again.isDisposed()) {
                again.text(Words.CHECKING_CANCEL.text(done));
            }
        });
        Progress following = (done, all) -> {
            if (all > 0) {
                percent.set(100 * done / all);
            }
            return !cancelled.get();
        };
        site.call(engine -> engine.diagnostics().run(following), this::show, failure -> {
            if (failure.code().equals(Progress.CANCELLED)) {
                show(found);
            } else {
                failed(failure);
            }
        });
    }

    private void glance() {
        again.setEnabled(false);
        again.text(Words.CHECKING.text());
        site.call(engine -> engine.diagnostics().glance(), this::show, this::failed);
    }

    private void show(List<Diagnostics.Check> checked) {
        examining = false;
        found = checked;
        checks.show(found.stream()
                .map(check -> List.of(check.title(), result(check.result()), sentences(check)))
                .toList());
        checks.shade(1, row -> shade(found.get(row).result()));
        again.text(Words.CHECK_AGAIN.text());
        again.setEnabled(true);
        detail();
        if (left != null) {
            scroll.setOrigin(left);
            left = null;
        }
    }

    private static Shade shade(Diagnostics.Result result) {
        return switch (result) {
            case VERIFIED -> Shade.SUCCESS;
            case NOT_VERIFIED -> Shade.WARNING;
            case PROBLEM -> Shade.DANGER;
        };
    }

    /** All of what the selected check found: a row may have no room for it. */
    private void detail() {
        int row = checks.control().getSelectionIndex();
        set(detail, row < 0 || row >= found.size() ? "" : sentences(found.get(row)));
        fit();
    }

    private static String sentences(Diagnostics.Check check) {
        return (check.text() + " " + check.remedy()).strip();
    }

    private static String result(Diagnostics.Result result) {
        return switch (result) {
            case VERIFIED -> Words.VERIFIED.text();
            case NOT_VERIFIED -> Words.NOT_VERIFIED.text();
            case PROBLEM -> Words.PROBLEM.text();
        };
    }

    private void fit() {
        boolean none = nobody.getVisible();
        wide(SWT.DEFAULT).exclude(!none).applyTo(nobody);
        wide(processes.height(processes.control().getItemCount())).exclude(none).applyTo(processes.control());
        wide(AnswerChart.HEIGHT).exclude(!chart.control().getVisible()).applyTo(chart.control());
        wide(SWT.DEFAULT).exclude(detail.getText().isEmpty()).applyTo(detail);
        wide(checks.height(checks.control().getItemCount())).applyTo(checks.control());
        int width = scroll.getClientArea().width;
        scroll.setMinSize(0, column.computeSize(width, SWT.DEFAULT).y);
        column.layout(true, true);
    }

    private static GridDataFactory wide(int height) {
        return GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(100, height);
    }

    private void heading(Words word, int span) {
        Label label = label(word.text(), Type.HEADING, Shade.TEXT, SWT.NONE);
        boolean first = column.getChildren().length == 1;
        GridDataFactory.swtDefaults()
                .span(span, 1)
                .align(SWT.FILL, SWT.CENTER)
                .indent(0, first ? 0 : Space.L)
                .applyTo(label);
    }

    private Label fact(Words name) {
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, SWT.BEGINNING)
                .applyTo(label(name.text(), Type.BODY, Shade.MUTED, SWT.NONE));
        Label value = label("", Type.BODY, Shade.TEXT, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(value);
        return value;
    }

    private Label label(String words, Type type, Shade shade, int style) {
        Label label = new Label(column, style);
        label.setFont(site.kit().theme().font(type));
        site.kit().theme().paint(label, Shade.SURFACE, shade);
        set(label, words);
        return label;
    }

    /** Whether it said something else before. */
    private static boolean set(Label label, String words) {
        String safe = words.replace("&", "&&");
        boolean other = !label.getText().equals(safe);
        if (other) {
            label.setText(safe);
        }
        return other;
    }
}
