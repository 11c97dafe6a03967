// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.jspecify.annotations.Nullable;

/**
 * The last line of a view, or lines where it takes more to say it: what was just done, with a way back, or why it was not; else whatever stands there at rest. UI
 * thread only.
 */
public final class NoticeLine {

    private final UiKit kit;
    private final Composite line;
    private final Label icon;
    private final Label text;
    private final Link action;
    private String rest = "";
    private boolean noticing;
    private boolean problem;
    private Runnable run = () -> {};

    public NoticeLine(Composite parent, PaneSite site) {
        kit = site.kit();
        line = new Composite(parent, SWT.NONE);
        kit.theme().paint(line, Shade.SURFACE, Shade.MUTED);
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(Space.XS, 0).applyTo(line);
        icon = new Label(line, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
        kit.theme().paint(icon, Shade.SURFACE, Shade.DANGER);
        kit.icons().show(icon, Icon.WARNING, Shade.DANGER, Space.ICON);
        text = new Label(line, SWT.WRAP);
        text.setFont(kit.theme().font(Type.SMALL));
        kit.theme().paint(text, Shade.SURFACE, Shade.MUTED);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(60, SWT.DEFAULT)
                .applyTo(text);
        action = new Link(line, SWT.NONE);
        action.setFont(kit.theme().font(Type.SMALL));
        kit.theme().paint(action, Shade.SURFACE, Shade.MUTED);
        action.addListener(SWT.Selection, site.guarded(_ -> run.run()));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(action);
        Owned.by(line).own(kit.theme().onChange(this::colour));
        set("", null);
    }

    public Composite control() {
        return line;
    }

    /** What stands there while there is nothing to tell. */
    public void rest(String resting) {
        rest = resting;
        if (!noticing) {
            set(rest, null);
        }
    }

    /** What was done. */
    public void tell(String done) {
        notice(done, false, null);
    }

    /** What was done, and what may be done about it. */
    public void tell(String done, PaneAction next) {
        notice(done, false, next);
    }

    /** Why something was not done, or is not acceptable. */
    public void object(String why) {
        notice(why, true, null);
    }

    /** Nothing to tell any more. */
    public void clear() {
        noticing = false;
        problem = false;
        set(rest, null);
    }

    private void notice(String shown, boolean isProblem, @Nullable PaneAction next) {
        noticing = true;
        problem = isProblem;
        set(shown, next);
    }

    private void set(String shown, @Nullable PaneAction next) {
        // a label reads & as the mark of a mnemonic
        text.setText(shown.replace("&", "&&"));
        text.setToolTipText(shown);
        action.setText(next == null ? "" : "<a>" + next.label() + "</a>");
        run = next == null ? () -> {} : next.run();
        visible(icon, problem);
        visible(action, next != null);
        colour();
        // from the text on: it may take more lines than what stood there
        text.requestLayout();
    }

    private void colour() {
        text.setForeground(kit.theme().color(problem ? Shade.DANGER : Shade.MUTED));
        action.setLinkForeground(kit.theme().color(Shade.LINK));
    }

    private static void visible(Control control, boolean visible) {
        GridData place = control.getLayoutData() instanceof GridData data ? data : new GridData();
        place.exclude = !visible;
        control.setLayoutData(place);
        control.setVisible(visible);
    }
}
