// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.function.Consumer;
import officina.api.error.Failure;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.jspecify.annotations.Nullable;

/**
 * One part of the page: a heading, how things stand, what that means, and what can be done. A form takes the place of
 * the actions while it is open. UI thread only.
 */
public final class Section {

    private final PaneSite site;
    private final UiKit kit;
    private final Runnable resized;
    private final Composite body;
    private final Label heading;
    private final Label icon;
    private final Label state;
    private final Label more;
    private final Composite actions;
    private final Composite place;
    private final Label notice;
    private @Nullable Composite form;
    private boolean focusWhenShown;

    /** @param resized called when the section needs another height */
    Section(Composite parent, PaneSite site, Runnable resized) {
        this.site = site;
        kit = site.kit();
        this.resized = resized;
        body = composite(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(body);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(body);
        heading = label(body, Type.HEADING, Shade.TEXT);
        Composite line = composite(body);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(Space.S, 0).applyTo(line);
        icon = new Label(line, SWT.NONE);
        kit.theme().paint(icon, Shade.SURFACE, Shade.TEXT);
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.BEGINNING)
                .hint(kit.theme().sized(Space.ICON), kit.theme().sized(Space.ICON))
                .applyTo(icon);
        state = label(line, Type.BODY, Shade.TEXT);
        more = label(body, Type.BODY, Shade.MUTED);
        actions = composite(body);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(actions);
        actions.setLayout(inARow());
        place = composite(body);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(place);
        GridLayoutFactory.fillDefaults().applyTo(place);
        notice = label(body, Type.BODY, Shade.MUTED);
        say("", Shade.MUTED);
        visible(place, false);
    }

    /** Takes the section away. What is told to it afterwards, by work that ends late, is told to nobody. */
    public void dispose() {
        body.dispose();
        resized.run();
    }

    public boolean isDisposed() {
        return body.isDisposed();
    }

    /** Whether something of it has the keyboard. */
    public boolean holdsFocus() {
        return !body.isDisposed() && holdsFocus(body);
    }

    public Section titled(String title) {
        set(heading, title);
        return this;
    }

    private static RowLayout inARow() {
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 0;
        row.marginTop = 0;
        row.spacing = Space.S;
        return row;
    }

    /** Shows how things stand. An open form stays. */
    public void show(Icon shown, Shade shade, String text, String meaning, PaneAction... offered) {
        if (body.isDisposed()) {
            return;
        }
        kit.icons().show(icon, shown, shade, kit.theme().sized(Space.ICON));
        set(state, text);
        set(more, meaning);
        visible(more, !meaning.isEmpty());
        boolean focused = holdsFocus(actions) || focusWhenShown;
        focusWhenShown = false;
        for (Control old : actions.getChildren()) {
            old.dispose();
        }
        for (PaneAction each : offered) {
            new FlatButton(actions, kit, FlatButton.Look.PLAIN, Shade.SURFACE)
                    .text(each.label())
                    .onPress(() -> site.guard(each.run()));
        }
        if (focused) {
            focus();
        }
        resized.run();
    }

    /** Gives the keyboard to the form or the first action, as soon as there is one. */
    public void focus() {
        Composite open = form;
        Composite wanted = open == null ? actions : open;
        if (wanted.getChildren().length > 0) {
            wanted.setFocus();
        } else {
            focusWhenShown = true;
        }
    }

    /** Opens a form in place of the actions; what was said before is gone. */
    public Composite open() {
        close();
        say("", Shade.MUTED);
        Composite opened = composite(place);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(opened);
        GridLayoutFactory.fillDefaults().spacing(0, Space.S).applyTo(opened);
        form = opened;
        visible(actions, false);
        visible(place, true);
        return opened;
    }

    /** After a form was filled with its controls. */
    public void opened(Control first) {
        resized.run();
        first.setFocus();
    }

    public boolean isOpen() {
        return form != null;
    }

    /** Closes the form, where one is open, and gives the keyboard back to the actions. */
    public void close() {
        Composite open = form;
        if (open != null && !body.isDisposed()) {
            form = null;
            boolean focused = holdsFocus(open);
            open.dispose();
            visible(place, false);
            visible(actions, true);
            resized.run();
            if (focused) {
                focus();
            }
        }
    }

    /** Says what was done. */
    public void tell(String done) {
        say(done, Shade.SUCCESS);
    }

    /** Says what has ended because the person did not want it any more. */
    public void mention(String what) {
        say(what, Shade.MUTED);
    }

    /** Says why something was not done. */
    public void object(Failure failure) {
        object(failure.told());
    }

    public void object(String why) {
        say(why, Shade.DANGER);
    }

    private void say(String text, Shade shade) {
        if (body.isDisposed()) {
            return;
        }
        set(notice, text);
        kit.theme().paint(notice, Shade.SURFACE, shade);
        visible(notice, !text.isEmpty());
        resized.run();
    }

    /** A line of text that wraps. */
    public Label label(Composite parent, Type type, Shade shade) {
        Label label = new Label(parent, SWT.WRAP);
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.SURFACE, shade);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(label);
        return label;
    }

    public Label label(Composite parent, Type type, Shade shade, String text) {
        Label label = label(parent, type, shade);
        set(label, text);
        return label;
    }

    /** How wide what stands in it may be. */
    public int width() {
        return body.getSize().x;
    }

    /** The buttons below a form: what it is for, and the way out. */
    public FlatButton buttons(Composite parent, String label, Runnable work, PaneAction... others) {
        Composite row = row(parent);
        FlatButton primary = new FlatButton(row, kit, FlatButton.Look.PRIMARY, Shade.SURFACE)
                .text(label)
                .onPress(() -> site.guard(work));
        for (PaneAction other : others) {
            new FlatButton(row, kit, FlatButton.Look.PLAIN, Shade.SURFACE)
                    .text(other.label())
                    .onPress(() -> site.guard(other.run()));
        }
        onEscape(parent, others.length == 0 ? work : others[others.length - 1].run());
        return primary;
    }

    /** A place for buttons beside each other, which wraps. */
    public Composite row(Composite parent) {
        Composite row = composite(parent);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        row.setLayout(inARow());
        return row;
    }

    private void onEscape(Composite parent, Runnable leave) {
        each(
                parent,
                control -> control.addListener(SWT.Traverse, site.guarded(event -> {
                    if (event.detail == SWT.TRAVERSE_ESCAPE) {
                        event.doit = false;
                        leave.run();
                    }
                })));
    }

    private static void each(Control control, Consumer<Control> work) {
        work.accept(control);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                each(child, work);
            }
        }
    }

    public Composite composite(Composite parent) {
        Composite made = new Composite(parent, SWT.NONE);
        kit.theme().paint(made, Shade.SURFACE, Shade.TEXT);
        return made;
    }

    private static void set(Label label, String text) {
        // a label reads & as the mark of a mnemonic
        label.setText(text.replace("&", "&&"));
    }

    private static boolean holdsFocus(Control outer) {
        for (Control at = outer.getDisplay().getFocusControl(); at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    private static void visible(Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
    }
}
