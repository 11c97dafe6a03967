// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.status;

import officina.ui.base.FlatButton;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** What one item of the status area means, above the item. Gone with Escape or a click elsewhere. */
final class StatusDetails extends PopupDialog {

    private static final int WIDTH = 340;

    private final Control anchor;
    private final UiKit kit;
    private final StatusItem item;
    private final String value;

    StatusDetails(Control anchor, UiKit kit, StatusItem item, String value) {
        super(anchor.getShell(), PopupDialog.HOVER_SHELLSTYLE, true, false, false, false, false, null, null);
        this.anchor = anchor;
        this.kit = kit;
        this.item = item;
        this.value = value;
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        kit.theme().paint(parent, Shade.BORDER, Shade.TEXT);
        kit.theme().paint(body, Shade.RAISED, Shade.TEXT);
        GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        GridLayoutFactory.fillDefaults()
                .margins(Space.L, Space.M)
                .spacing(0, Space.XS)
                .applyTo(body);
        line(body, item.title(), Type.SMALL, Shade.MUTED);
        line(body, value, Type.HEADING, Shade.TEXT);
        line(body, item.why(), Type.BODY, Shade.MUTED);
        FlatButton open = new FlatButton(body, kit, FlatButton.Look.PLAIN, Shade.RAISED)
                .text(item.open())
                .onPress(() -> {
                    close();
                    kit.views().show(item.view());
                });
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.CENTER)
                .indent(0, Space.XS)
                .applyTo(open);
        return body;
    }

    private void line(Composite parent, String text, Type type, Shade shade) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setFont(kit.theme().font(type));
        kit.theme().paint(label, Shade.RAISED, shade);
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(label);
    }

    @Override
    protected Point getInitialLocation(Point size) {
        Point place = anchor.toDisplay(0, 0);
        return new Point(place.x, place.y - size.y - Space.XS);
    }
}
