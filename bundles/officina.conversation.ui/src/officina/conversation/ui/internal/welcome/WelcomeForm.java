// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.welcome;

import java.util.Comparator;
import java.util.List;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.SessionGroup;
import officina.core.run.RunPhase;
import officina.core.run.SessionSummary;
import officina.engine.Surrounding;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/**
 * What an empty conversation shows: to a newcomer two ways to begin, to whoever has been here what waits for them and
 * what they did last. Scrolls where there is little room. UI thread only.
 */
final class WelcomeForm {

    private static final int WIDTH = 540;
    private static final int MOST = 4;

    /** What is to be shown. */
    sealed interface Shown {

        /** What the person may go on with; with none of it, only where to write. */
        record GoOn(List<SessionSummary> sessions) implements Shown {}

        /**
         * The first minute.
         *
         * @param sample whether the sample is there
         * @param around {@code null} while it is looked for
         * @param busy the card that is being worked on; {@code null} for none
         */
        record Tour(
                boolean sample,
                @Nullable List<Surrounding> around,
                @Nullable Card busy) implements Shown {}
    }

    /** What the person chose. */
    interface Listener {

        void open(SessionSummary session);

        /** Opens the conversation and goes on with what was interrupted in it. */
        void resume(SessionSummary session);

        void take(Card card);

        void removeSample();

        /** Uses the models of that server. */
        void use(Surrounding server);

        void models();

        void knowledge();

        /** Shows the tour no more by itself. */
        void skip();
    }

    private final UiKit kit;
    private final Listener listener;
    private final ScrolledComposite scroll;
    private final Composite ground;
    private Composite inner;
    private @Nullable Shown shown;

    WelcomeForm(Composite parent, UiKit kit, Listener listener) {
        this.kit = kit;
        this.listener = listener;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        kit.theme().paint(scroll, Shade.SURFACE, Shade.TEXT);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setShowFocusedControl(true);
        ground = surface(scroll);
        GridLayoutFactory.fillDefaults().margins(Space.L, Space.M).applyTo(ground);
        scroll.setContent(ground);
        inner = column();
        scroll.addListener(SWT.Resize, _ -> fit());
        show(new Shown.GoOn(List.of()));
    }

    Composite control() {
        return scroll;
    }

    /** Shows that; what is there already stays as it is, with the keyboard where it was. */
    void show(Shown now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        boolean focused = holdsFocus(inner);
        inner.dispose();
        inner = column();
        switch (now) {
            case Shown.GoOn(List<SessionSummary> sessions) -> goOn(sessions);
            case Shown.Tour tour -> tour(tour);
        }
        fit();
        if (focused) {
            inner.setFocus();
        }
    }

    boolean isTour() {
        return shown instanceof Shown.Tour;
    }

    private static boolean holdsFocus(Composite within) {
        Control focus = within.getDisplay().getFocusControl();
        while (focus != null && focus != within) {
            focus = focus.getParent();
        }
        return focus != null;
    }

    private void goOn(List<SessionSummary> sessions) {
        line(Words.WELCOME.text(), Type.TITLE, Shade.TEXT);
        line((sessions.isEmpty() ? Words.WELCOME_TEXT : Words.WELCOME_BACK).text(), Type.BODY, Shade.MUTED);
        gap(Space.S);
        sessions.stream()
                .sorted(Comparator.comparing((SessionSummary each) -> SessionGroup.of(each.phase()))
                        .thenComparing(SessionSummary::updatedAt, Comparator.reverseOrder()))
                .limit(MOST)
                .forEach(this::card);
    }

    private void tour(Shown.Tour tour) {
        line(Words.WELCOME.text(), Type.TITLE, Shade.TEXT);
        line(Words.WELCOME_TEXT.text(), Type.BODY, Shade.MUTED);
        gap(Space.S);
        heading(Words.TOUR_TRY.text(), tour.sample() ? Words.SAMPLE_REMOVE : null, listener::removeSample);
        for (Card card : Card.values()) {
            String remark = card == tour.busy() ? Words.SAMPLE_MAKING.text() : "";
            card(
                    new WelcomeCard.Face(card.icon(), Shade.ACCENT, card.title(), card.message(), remark),
                    () -> listener.take(card));
        }
        small((tour.sample() ? Words.SAMPLE_THERE : Words.SAMPLE_WHAT).text());
        gap(Space.XS);
        heading(Words.TOUR_USE.text(), Words.TOUR_DOCUMENTS, listener::knowledge);
        List<Surrounding> around = tour.around();
        if (around == null) {
            small(Words.TOUR_LOOKING.text());
        } else {
            Fact.of(around).forEach(this::fact);
        }
        heading("", Words.TOUR_SKIP, listener::skip);
    }

    private void card(SessionSummary session) {
        boolean interrupted = session.phase() == RunPhase.INTERRUPTED;
        card(
                new WelcomeCard.Face(
                        icon(session.phase()),
                        interrupted ? Shade.WARNING : Shade.ACCENT,
                        session.info().title(),
                        "",
                        remark(session)),
                () -> {
                    if (interrupted) {
                        listener.resume(session);
                    } else {
                        listener.open(session);
                    }
                });
    }

    private void card(WelcomeCard.Face face, Runnable take) {
        WelcomeCard card = new WelcomeCard(inner, kit, face, take);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, card.height())
                .applyTo(card);
    }

    /** A heading with what can be done at its right. */
    private void heading(String text, @Nullable Words action, Runnable press) {
        Composite row = row(action == null ? 1 : 2);
        Label label = label(row, text, Type.STRONG, Shade.TEXT);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(label);
        if (action != null) {
            button(row, action, press);
        }
    }

    /** A line of what was found. */
    private void fact(Fact fact) {
        Words action = fact.action();
        Composite row = row(action == null ? 2 : 3);
        if (action == null) {
            // nearly as high as a row with a button: they follow each other at about the same distance
            ((GridLayout) row.getLayout()).marginHeight = Space.XS;
        }
        Label icon = new Label(row, SWT.NONE);
        kit.theme().paint(icon, Shade.SURFACE, Shade.TEXT);
        kit.icons()
                .show(
                        icon,
                        fact.good() ? Icon.CHECK_CIRCLE : Icon.CIRCLE,
                        fact.good() ? Shade.SUCCESS : Shade.FAINT,
                        kit.theme().sized(Space.ICON));
        Label text = label(row, fact.text(), Type.BODY, fact.good() ? Shade.TEXT : Shade.MUTED);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(text);
        if (action != null) {
            Surrounding server = fact.server();
            button(row, action, server == null ? listener::models : () -> listener.use(server));
        }
    }

    private Composite row(int columns) {
        Composite row = surface(inner);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        GridLayoutFactory.fillDefaults().numColumns(columns).spacing(Space.S, 0).applyTo(row);
        return row;
    }

    private void button(Composite row, Words text, Runnable press) {
        FlatButton button = new FlatButton(row, kit, FlatButton.Look.QUIET, Shade.SURFACE)
                .text(text.text())
                .onPress(press);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(button);
    }

    private static Icon icon(RunPhase phase) {
        return switch (phase) {
            case INTERRUPTED -> Icon.PLAY;
            case AWAITING_APPROVAL -> Icon.PLAN;
            case AWAITING_ANSWER -> Icon.QUESTION;
            case RUNNING -> Icon.LOADING;
            case NEW, DONE, CANCELLED, FAILED -> Icon.MESSAGE;
        };
    }

    private String remark(SessionSummary session) {
        return switch (session.phase()) {
            case INTERRUPTED -> Words.GO_ON_INTERRUPTED.text();
            case AWAITING_APPROVAL -> Words.GO_ON_APPROVAL.text();
            case AWAITING_ANSWER -> Words.GO_ON_ANSWER.text();
            case RUNNING -> Words.GO_ON_RUNNING.text();
            case NEW, DONE, CANCELLED, FAILED -> kit.dates().ago(session.updatedAt());
        };
    }

    /** In a narrow view all is narrower; in a low one it scrolls. */
    private void fit() {
        int width = Math.max(Math.min(kit.theme().sized(WIDTH), scroll.getClientArea().width - 2 * Space.L), 0);
        if (inner.getLayoutData() instanceof GridData place) {
            place.widthHint = width;
        }
        ground.layout(true, true);
        scroll.setMinSize(0, ground.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }

    private Composite column() {
        Composite column = surface(ground);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(column);
        GridLayoutFactory.fillDefaults().spacing(0, Space.XS).applyTo(column);
        return column;
    }

    private Composite surface(Composite parent) {
        Composite surface = new Composite(parent, SWT.NONE);
        kit.theme().paint(surface, Shade.SURFACE, Shade.TEXT);
        return surface;
    }

    private void gap(int height) {
        GridDataFactory.fillDefaults().hint(SWT.DEFAULT, height).applyTo(label(inner, "", Type.BODY, Shade.TEXT));
    }

    private void line(String text, Type type, Shade shade) {
        Label label = label(inner, text, type, shade);
        label.setAlignment(SWT.CENTER);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
    }

    private void small(String text) {
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(label(inner, text, Type.SMALL, Shade.MUTED));
    }

    private Label label(Composite parent, String text, Type type, Shade shade) {
        Label label = new Label(parent, SWT.WRAP);
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.SURFACE, shade);
        label.setText(text.replace("&", "&&"));
        return label;
    }
}
