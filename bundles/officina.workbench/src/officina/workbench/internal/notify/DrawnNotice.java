// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.Type;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;

/** A notification that Officina draws itself, in the corner of the desktop above all windows. UI thread only. */
record DrawnNotice(Display display, UiKit kit) {

    private static final long MILLIS = 8_000;
    private static final int WIDTH = 300;

    void show(Notice notice, Runnable onPress) {
        NotificationPopup.forDisplay(display)
                .title(notice.title(), true)
                .titleImage(kit.icons().image(Icon.BELL, Shade.ACCENT, Space.ICON))
                .content(parent -> content(parent, notice.text(), onPress))
                .delay(MILLIS)
                .fadeIn(false)
                .build()
                .open();
    }

    private Control content(Composite parent, String text, Runnable onPress) {
        Composite body = new Composite(parent, SWT.NONE);
        kit.theme().paint(body, Shade.SURFACE, Shade.TEXT);
        GridLayoutFactory.fillDefaults().margins(0, Space.S).applyTo(body);
        Label label = new Label(body, SWT.WRAP);
        kit.theme().paint(label, Shade.SURFACE, Shade.TEXT);
        label.setText(text.replace("&", "&&"));
        label.setFont(kit.theme().font(Type.BODY));
        GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).applyTo(label);
        label.addListener(SWT.MouseUp, _ -> onPress.run());
        return body;
    }
}
