// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import java.util.function.Consumer;
import officina.base.SecretText;
import officina.models.ui.model.Words;
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

/** Asks for a key. What is typed stays in the field no longer than needed. UI thread only. */
final class KeyForm {

    private static final int FIELD = 420;

    private final Section section;
    private final PaneSite site;
    private final String account;
    private final String address;
    private final Consumer<SecretText> keep;

    /** @param keep is given the key and closes it */
    KeyForm(Section section, PaneSite site, String account, String address, Consumer<SecretText> keep) {
        this.section = section;
        this.site = site;
        this.account = account;
        this.address = address;
        this.keep = keep;
    }

    void open() {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.MUTED, Words.KEY_TEXT.text(address));
        String name = Words.KEY_FIELD.text(account);
        Field field = new Field(opened, site.kit(), SWT.SINGLE | SWT.PASSWORD, Shade.SURFACE)
                .named(name)
                .hint(name);
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(field);
        Runnable done = () -> keep(field);
        FlatButton button = section.buttons(
                opened, Words.KEY_DO.text(), done, new PaneAction(Words.CANCEL.text(), () -> leave(field)));
        button.setEnabled(false);
        field.text()
                .addListener(
                        SWT.Modify,
                        site.guarded(_ -> button.setEnabled(field.text().getCharCount() > 0)));
        field.text().addListener(SWT.DefaultSelection, site.guarded(_ -> done.run()));
        section.opened(field);
    }

    private void keep(Field field) {
        if (field.text().getCharCount() > 0) {
            SecretText key = new SecretText(field.text().getTextChars());
            field.text().setTextChars(new char[0]);
            keep.accept(key);
        }
    }

    private void leave(Field field) {
        field.text().setTextChars(new char[0]);
        section.close();
    }
}
