// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.ui;

import java.util.function.Consumer;
import officina.base.SecretText;
import officina.mail.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** Asks for a password. What is typed stays in the field no longer than needed. UI thread only. */
record PasswordForm(Section section, PaneSite site, String account, String host, Consumer<SecretText> keep) {

    private static final int FIELD = 420;

    void open() {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.MUTED, Words.PASSWORD_TEXT.text(host));
        String name = Words.PASSWORD_FIELD.text(account);
        Field field = new Field(opened, site.kit(), SWT.SINGLE | SWT.PASSWORD, Shade.SURFACE)
                .named(name)
                .hint(name);
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(field);
        Runnable done = () -> take(field);
        FlatButton button = section.buttons(
                opened, Words.PASSWORD_DO.text(), done, new PaneAction(Words.CANCEL.text(), () -> leave(field)));
        button.setEnabled(false);
        field.text()
                .addListener(
                        SWT.Modify,
                        site.guarded(_ -> button.setEnabled(field.text().getCharCount() > 0)));
        field.text().addListener(SWT.DefaultSelection, site.guarded(_ -> done.run()));
        section.opened(field);
    }

    private void take(Field field) {
        if (field.text().getCharCount() > 0) {
            SecretText password = new SecretText(field.text().getTextChars());
            field.text().setTextChars(new char[0]);
            keep.accept(password);
        }
    }

    private void leave(Field field) {
        field.text().setTextChars(new char[0]);
        section.close();
    }
}
