// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.util.function.Consumer;
import officina.base.SecretText;
import officina.privacy.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.PaneSite;
import officina.ui.base.Shade;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Where the person types a whole recovery phrase. What stands in it is gone with it. UI thread only. */
final class PhraseEntry {

    private final Field field;
    private final Consumer<SecretText> submitted;

    /** @param submitted takes what was typed over */
    PhraseEntry(Composite parent, PaneSite site, Consumer<SecretText> submitted) {
        this.submitted = submitted;
        field = new Field(parent, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .named(Words.CHECK_NAME.text())
                .hint(Words.CHECK_NAME.text());
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(field);
        field.text().addListener(SWT.DefaultSelection, site.guarded(_ -> submit()));
    }

    Control control() {
        return field;
    }

    void submit() {
        if (field.text().getCharCount() > 0) {
            submitted.accept(new SecretText(field.text().getTextChars()));
        } else {
            field.setFocus();
        }
    }
}
