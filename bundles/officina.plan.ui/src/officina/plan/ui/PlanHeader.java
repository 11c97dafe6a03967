// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plan.ui;

import java.util.function.IntConsumer;
import officina.plan.ui.model.PlanSheet;
import officina.plan.ui.model.PlanText;
import officina.plan.ui.model.Words;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneSite;
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

/** What the plan is, where it stands and who proposed it, with the way to its conversation and to its neighbours. */
final class PlanHeader {

    private final UiKit kit;
    private final Composite header;
    private final Label title;
    private final Label icon;
    private final Label standing;
    private final Label origin;
    private final Label remark;
    private final Composite turning;
    private final Label number;
    private final FlatButton previous;
    private final FlatButton next;

    PlanHeader(Composite parent, PaneSite site, IntConsumer turn, Runnable conversation) {
        kit = site.kit();
        header = area(parent, 2);
        title = label(header, Type.HEADING, Shade.TEXT);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(title);
        turning = area(header, 4);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(0, 0).applyTo(turning);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(turning);
        previous = button(Icon.CHEVRON_UP, Words.PREVIOUS, site, () -> turn.accept(-1));
        number = label(turning, Type.SMALL, Shade.MUTED);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(number);
        next = button(Icon.CHEVRON_DOWN, Words.NEXT, site, () -> turn.accept(1));
        button(Icon.MESSAGE, Words.CONVERSATION_WHY, site, conversation);
        Composite line = area(header, 3);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(line);
        icon = new Label(line, SWT.NONE);
        kit.theme().paint(icon, Shade.SURFACE, Shade.TEXT);
        standing = label(line, Type.SMALL_STRONG, Shade.TEXT);
        origin = label(line, Type.SMALL, Shade.MUTED);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(60, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(origin);
        remark = label(header, Type.SMALL, Shade.MUTED);
        GridDataFactory.fillDefaults()
                .span(2, 1)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(remark);
    }

    Control control() {
        return header;
    }

    void show(PlanSheet sheet) {
        set(title, PlanText.title(sheet));
        Look look = Look.of(sheet.standing());
        kit.icons().show(icon, look.icon(), look.shade(), Space.ICON);
        kit.theme().paint(standing, Shade.SURFACE, look.shade());
        set(standing, PlanText.standing(sheet.standing()));
        set(origin, PlanText.origin(sheet));
        String told = PlanText.remark(sheet);
        set(remark, told);
        ((GridData) remark.getLayoutData()).exclude = told.isEmpty();
        remark.setVisible(!told.isEmpty());
        boolean several = sheet.count() > 1;
        set(number, several ? Words.NUMBER.text(sheet.number(), sheet.count()) : "");
        visible(number, several);
        visible(previous, several);
        visible(next, several);
        previous.setEnabled(sheet.number() > 1);
        next.setEnabled(sheet.number() < sheet.count());
        header.getParent().layout(true, true);
    }

    private FlatButton button(Icon shown, Words name, PaneSite site, Runnable work) {
        FlatButton button = new FlatButton(turning, kit, FlatButton.Look.QUIET, Shade.SURFACE)
                .icon(shown)
                .named(name.text())
                .onPress(() -> site.guard(work));
        GridDataFactory.fillDefaults().applyTo(button);
        return button;
    }

    private Composite area(Composite parent, int columns) {
        Composite area = new Composite(parent, SWT.NONE);
        kit.theme().paint(area, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(columns)
                .spacing(Space.XS, Space.XS)
                .applyTo(area);
        return area;
    }

    private Label label(Composite parent, Type type, Shade shade) {
        Label label = new Label(parent, SWT.WRAP);
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.SURFACE, shade);
        return label;
    }

    private static void set(Label label, String text) {
        // a label reads & as the mark of a mnemonic
        label.setText(text.replace("&", "&&"));
    }

    private static void visible(Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
    }
}
