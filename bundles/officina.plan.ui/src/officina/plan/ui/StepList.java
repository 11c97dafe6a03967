// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.id.StepId;
import officina.api.plan.PlanStep;
import officina.api.plan.StepStatus;
import officina.plan.ui.model.FieldText;
import officina.plan.ui.model.PlanBoard;
import officina.plan.ui.model.PlanDraft;
import officina.plan.ui.model.PlanSheet;
import officina.plan.ui.model.StepFacts;
import officina.plan.ui.model.Words;
import officina.ui.base.FlatButton;
import officina.ui.base.Names;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.jspecify.annotations.Nullable;

/** The steps of a plan, one below the other. The arrows go from step to step, Tab goes into one and out of all. */
final class StepList implements StepCard.Owner {

    /** What the list asks of the view it is in. */
    interface Owner {

        void toggled(PlanStep step);

        void edited(StepCard card, Map<String, String> typed);

        /** Editing has begun or ended somewhere. */
        void editing(boolean editing);

        /** Ctrl+Enter. */
        void approve();
    }

    /** So many steps are shown at first, and so many more on demand: few plans have more, and some have a thousand. */
    private static final int CHUNK = 100;

    /** Plans as short as this are shown whole, so that nobody approves what they have not seen. */
    private static final int SHORT = 2;

    private final PaneSite site;
    private final Owner owner;
    private final FieldText texts;
    private final ScrolledComposite scroll;
    private final Composite list;
    private final List<StepCard> cards = new ArrayList<>();
    private final Set<StepId> expanded = new HashSet<>();
    private final Set<StepId> failed = new HashSet<>();
    private @Nullable PlanSheet sheet;
    private @Nullable FlatButton more;
    private int limit = CHUNK;
    private int current;
    private boolean building;

    StepList(Composite parent, PaneSite site, FieldText texts, Owner owner) {
        this.site = site;
        this.texts = texts;
        this.owner = owner;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        site.kit().theme().paint(scroll, Shade.SURFACE, Shade.TEXT);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.getVerticalBar().setIncrement(Space.XL);
        list = new Composite(scroll, SWT.NONE);
        site.kit().theme().paint(list, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(list);
        Names.set(list, Words.STEPS.text());
        scroll.setContent(list);
        scroll.addListener(SWT.Resize, _ -> resized());
    }

    Control control() {
        return scroll;
    }

    /** Gives the keyboard to the current step; while there is none, it waits here for one. */
    void focus() {
        if (current < cards.size()) {
            cards.get(current).focus();
        } else {
            scroll.forceFocus();
        }
    }

    /** The card that is being edited; {@code null} for none. */
    @Nullable
    StepCard editing() {
        return cards.stream().filter(StepCard::editing).findFirst().orElse(null);
    }

    /** The card of that step, if it is shown. */
    @Nullable
    StepCard card(StepId step) {
        return cards.stream()
                .filter(card -> card.step().id().equals(step))
                .findFirst()
                .orElse(null);
    }

    /** Shows a plan. Cards are kept while the steps are the same, so that focus, place and typing stay. */
    void show(PlanBoard.View view, PlanSheet next, PlanDraft draft) {
        PlanSheet before = sheet;
        sheet = next;
        if (before == null || !before.id().equals(next.id())) {
            start(next);
            build(next);
        } else if (!before.plan().equals(next.plan())) {
            build(next);
        }
        StepFacts facts = new StepFacts(texts, view.names());
        building = true;
        try {
            for (StepCard card : cards) {
                card.show(next, draft, facts);
                // what fails is opened once, then it is the person's to close
                if (next.step(card.step()).status() == StepStatus.FAILED
                        && failed.add(card.step().id())) {
                    card.expand(true);
                }
            }
        } finally {
            building = false;
        }
        resized();
    }

    private void start(PlanSheet next) {
        expanded.clear();
        failed.clear();
        limit = CHUNK;
        current = 0;
        if (next.plan().steps().size() <= SHORT) {
            next.plan().steps().forEach(step -> expanded.add(step.id()));
        }
        scroll.setOrigin(0, 0);
    }

    private void build(PlanSheet next) {
        boolean focused = holdsFocus();
        if (editing() != null) {
            owner.editing(false);
        }
        for (Control child : list.getChildren()) {
            child.dispose();
        }
        cards.clear();
        more = null;
        add(next);
        if (focused) {
            focus();
        }
    }

    private void add(PlanSheet next) {
        List<PlanStep> steps = next.plan().steps();
        building = true;
        try {
            for (int i = cards.size(); i < Math.min(limit, steps.size()); i++) {
                PlanStep step = steps.get(i);
                cards.add(new StepCard(list, site, this, texts, step, i + 1, expanded.contains(step.id())));
            }
        } finally {
            building = false;
        }
        int rest = steps.size() - cards.size();
        if (rest > 0) {
            more = new FlatButton(list, site.kit(), FlatButton.Look.QUIET, Shade.SURFACE)
                    .text(Words.MORE.text(Math.min(rest, CHUNK)))
                    .onPress(() -> site.guard(this::showMore));
            more.setToolTipText(Words.MORE_WHY.text(rest));
            GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(more);
        }
        tabs();
    }

    private void showMore() {
        limit += CHUNK;
        if (more != null) {
            more.dispose();
            more = null;
        }
        PlanSheet shown = sheet;
        if (shown != null) {
            current = cards.size();
            add(shown);
            owner.editing(editing() != null);
            focus();
        }
    }

    private boolean holdsFocus() {
        for (Control each = list.getDisplay().getFocusControl(); each != null; each = each.getParent()) {
            if (each == list) {
                return true;
            }
        }
        return false;
    }

    /** Tab goes into the current card and from there out of the list, however many steps there are. */
    private void tabs() {
        if (current < cards.size()) {
            Control card = cards.get(current).control();
            list.setTabList(more == null ? new Control[] {card} : new Control[] {card, more});
        }
    }

    private void go(int to) {
        int next = Math.clamp(to, 0, Math.max(0, cards.size() - 1));
        if (next < cards.size()) {
            current = next;
            tabs();
            cards.get(next).focus();
            reveal(cards.get(next).control());
        }
    }

    private void reveal(Control card) {
        Rectangle place = card.getBounds();
        int top = scroll.getOrigin().y;
        int height = scroll.getClientArea().height;
        if (place.y < top) {
            scroll.setOrigin(0, place.y);
        } else if (place.y + place.height > top + height) {
            scroll.setOrigin(0, Math.min(place.y, place.y + place.height - height));
        }
    }

    // --- cards ---

    @Override
    public void toggled(PlanStep step) {
        owner.toggled(step);
    }

    @Override
    public void expanded(PlanStep step, boolean open) {
        if (open) {
            expanded.add(step.id());
        } else {
            expanded.remove(step.id());
        }
    }

    @Override
    public void edited(PlanStep step, Map<String, String> typed) {
        StepCard card = card(step.id());
        if (card != null) {
            owner.edited(card, typed);
        }
    }

    @Override
    public void editing(PlanStep step, boolean editing) {
        owner.editing(editing);
    }

    @Override
    public void key(StepCard card, Event key) {
        int at = cards.indexOf(card);
        current = at;
        tabs();
        boolean enter = key.keyCode == SWT.CR || key.keyCode == SWT.KEYPAD_CR;
        if (enter && (key.stateMask & SWT.MOD1) != 0) {
            owner.approve();
            return;
        }
        switch (key.keyCode) {
            case SWT.ARROW_DOWN -> go(at + 1);
            case SWT.ARROW_UP -> go(at - 1);
            case SWT.HOME -> go(0);
            case SWT.END -> go(cards.size() - 1);
            case SWT.ARROW_RIGHT -> card.expand(true);
            case SWT.ARROW_LEFT -> card.expand(false);
            case SWT.CR, SWT.KEYPAD_CR -> card.flip();
            case SWT.F2 -> card.edit();
            case ' ' -> owner.toggled(card.step());
            default -> {}
        }
    }

    @Override
    public void resized() {
        if (!building) {
            list.layout(true, true);
            int width = scroll.getClientArea().width;
            scroll.setMinSize(list.computeSize(Math.max(1, width), SWT.DEFAULT));
        }
    }
}
