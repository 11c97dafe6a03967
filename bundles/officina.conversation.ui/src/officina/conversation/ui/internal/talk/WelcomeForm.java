// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import officina.conversation.ui.internal.Words;
import officina.conversation.ui.model.SessionGroup;
import officina.core.run.RunPhase;
import officina.core.run.SessionSummary;
import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * What an empty conversation shows: to a newcomer examples to try, to whoever has been here what waits for them and what
 * they did last.
 */
final class WelcomeForm {

    private record Example(Icon icon, Words text) {}

    private static final List<Example> EXAMPLES = List.of(
            new Example(Icon.BELL, Words.EXAMPLE_REMIND),
            new Example(Icon.TODO, Words.EXAMPLE_LIST),
            new Example(Icon.SPARK, Words.EXAMPLE_SUGGEST));

    private static final int WIDTH = 500;
    private static final int MOST = 4;

    /** What the person chose. */
    interface Listener {

        void example(String text);

        void open(SessionSummary session);

        /** Opens the conversation and goes on with what was interrupted in it. */
        void resume(SessionSummary session);
    }

    private final UiKit kit;
    private final Listener listener;
    private final Composite outer;
    private final Composite inner;
    private final Label explained;
    private final List<Control> cards = new ArrayList<>();

    WelcomeForm(Composite parent, UiKit kit, Listener listener) {
        this.kit = kit;
        this.listener = listener;
        outer = surface(parent);
        GridLayoutFactory.fillDefaults().margins(Space.L, Space.L).applyTo(outer);
        inner = surface(outer);
        GridDataFactory.fillDefaults()
                .align(SWT.CENTER, SWT.CENTER)
                .grab(true, true)
                .applyTo(inner);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(inner);
        line(Words.WELCOME, Type.TITLE, Shade.TEXT);
        explained = line(Words.WELCOME_TEXT, Type.BODY, Shade.MUTED);
        Label gap = new Label(inner, SWT.NONE);
        kit.theme().paint(gap, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults().hint(SWT.DEFAULT, Space.S).applyTo(gap);
        outer.addListener(SWT.Resize, _ -> fit());
        show(List.of());
    }

    Composite control() {
        return outer;
    }

    /** Shows these conversations, what needs the person first; examples where there are none. */
    void show(List<SessionSummary> sessions) {
        cards.forEach(Control::dispose);
        cards.clear();
        say(explained, sessions.isEmpty() ? Words.WELCOME_TEXT : Words.WELCOME_BACK);
        if (sessions.isEmpty()) {
            EXAMPLES.forEach(each -> {
                String text = each.text().text();
                card(new WelcomeCard.Face(each.icon(), Shade.ACCENT, text, ""), () -> listener.example(text));
            });
        }
        sessions.stream()
                .sorted(Comparator.comparing((SessionSummary each) -> SessionGroup.of(each.phase()))
                        .thenComparing(SessionSummary::updatedAt, Comparator.reverseOrder()))
                .limit(MOST)
                .forEach(this::card);
        fit();
    }

    private void card(SessionSummary session) {
        boolean interrupted = session.phase() == RunPhase.INTERRUPTED;
        card(
                new WelcomeCard.Face(
                        icon(session.phase()),
                        interrupted ? Shade.WARNING : Shade.ACCENT,
                        session.info().title(),
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
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(card);
        cards.add(card);
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

    /** In a narrow view the cards are narrower; in a low one what is said above them makes room. */
    private void fit() {
        int width = Math.min(WIDTH, outer.getClientArea().width - 2 * Space.L);
        for (Control card : cards) {
            GridData place = (GridData) card.getLayoutData();
            place.widthHint = Math.max(width, 0);
            place.heightHint = WelcomeCard.HEIGHT;
        }
        GridData place = (GridData) explained.getLayoutData();
        place.exclude = false;
        place.exclude = inner.computeSize(SWT.DEFAULT, SWT.DEFAULT).y > outer.getClientArea().height - 2 * Space.L;
        explained.setVisible(!place.exclude);
        outer.layout(true, true);
    }

    private Composite surface(Composite parent) {
        Composite surface = new Composite(parent, SWT.NONE);
        kit.theme().paint(surface, Shade.SURFACE, Shade.TEXT);
        return surface;
    }

    private Label line(Words text, Type type, Shade shade) {
        Label label = new Label(inner, SWT.WRAP | SWT.CENTER);
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.SURFACE, shade);
        label.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, false, false));
        say(label, text);
        return label;
    }

    private static void say(Label label, Words text) {
        label.setText(text.text());
        GridData place = (GridData) label.getLayoutData();
        place.widthHint = Math.min(label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, WIDTH);
    }
}
