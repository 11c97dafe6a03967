// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.util.Arrays;
import officina.base.SecretText;
import officina.privacy.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.PaneSite;
import officina.ui.base.PassphraseStrength;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Two fields for a passphrase and its repetition, with a word about it below. UI thread only. */
final class NewPassphraseFields {

    private static final int FIELD = 360;

    private final PaneSite site;
    private final Text passphrase;
    private final Text repeated;
    private final Label hint;
    private final String whenEmpty;
    private final Runnable changed;

    /**
     * @param whenEmpty what is said while nothing is typed
     * @param changed called after each change
     * @param entered called for Enter
     */
    NewPassphraseFields(
            Section section,
            Composite parent,
            PaneSite site,
            Words name,
            String whenEmpty,
            Runnable changed,
            Runnable entered) {
        this.site = site;
        this.whenEmpty = whenEmpty;
        this.changed = changed;
        passphrase = field(parent, name.text(), entered);
        repeated = field(parent, Words.PASSPHRASE_AGAIN.text(), entered);
        hint = section.label(parent, Type.SMALL, Shade.MUTED, whenEmpty);
    }

    Control first() {
        return passphrase;
    }

    /** Whether both hold the same; also when both are empty. */
    boolean same() {
        char[] typed = passphrase.getTextChars();
        char[] again = repeated.getTextChars();
        boolean equal = Arrays.equals(typed, again);
        Arrays.fill(typed, '\0');
        Arrays.fill(again, '\0');
        return equal;
    }

    boolean isEmpty() {
        return passphrase.getCharCount() == 0;
    }

    /** What is typed, as the caller's. */
    SecretText secret() {
        return new SecretText(passphrase.getTextChars());
    }

    void wipe() {
        passphrase.setTextChars(new char[0]);
        repeated.setTextChars(new char[0]);
    }

    private Text field(Composite parent, String name, Runnable entered) {
        Field field = new Field(parent, site.kit(), SWT.SINGLE | SWT.PASSWORD, Shade.SURFACE)
                .named(name)
                .hint(name);
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(field);
        field.text().addListener(SWT.Modify, site.guarded(_ -> check()));
        field.text().addListener(SWT.DefaultSelection, site.guarded(_ -> entered.run()));
        return field.text();
    }

    private void check() {
        if (isEmpty()) {
            hint.setText(whenEmpty);
        } else if (!same() && repeated.getCharCount() > 0) {
            hint.setText(Words.PASSPHRASES_DIFFER.text());
        } else {
            char[] typed = passphrase.getTextChars();
            hint.setText(PassphraseStrength.of(typed).text());
            Arrays.fill(typed, '\0');
        }
        changed.run();
    }
}
