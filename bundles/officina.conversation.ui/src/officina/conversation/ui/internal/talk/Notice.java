// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import officina.api.error.Failure;
import officina.conversation.ui.internal.Words;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.Shade;
import officina.ui.base.Space;
import officina.ui.base.UiKit;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Says above the composer what did not work, why, and what to do; gone with the next try. */
final class Notice {

    private final Composite bar;
    private final Label text;
    private final GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);

    Notice(Composite parent, UiKit kit) {
        bar = new Composite(parent, SWT.NONE);
        bar.setLayoutData(place);
        kit.theme().paint(bar, Shade.DANGER_SOFT, Shade.TEXT);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .margins(Space.M, Space.XS)
                .spacing(Space.S, 0)
                .applyTo(bar);
        Label sign = new Label(bar, SWT.NONE);
        kit.theme().paint(sign, Shade.DANGER_SOFT, Shade.TEXT);
        kit.icons().show(sign, Icon.WARNING, Shade.DANGER, Space.ICON);
        text = new Label(bar, SWT.WRAP);
        kit.theme().paint(text, Shade.DANGER_SOFT, Shade.TEXT);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(100, SWT.DEFAULT)
                .applyTo(text);
        new FlatButton(bar, kit, FlatButton.Look.QUIET, Shade.DANGER_SOFT)
                .icon(Icon.CLOSE)
                .named(Words.DISMISS.text())
                .onPress(this::clear);
        clear();
    }

    void show(Failure failure) {
        text.setText(failure.told().replace("&", "&&"));
        visible(true);
    }

    void clear() {
        visible(false);
    }

    private void visible(boolean shown) {
        bar.setVisible(shown);
        place.exclude = !shown;
        bar.requestLayout();
    }
}
