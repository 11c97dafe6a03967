// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.util.Arrays;
import officina.base.SecretText;
import officina.engine.Keys.KeyState;
import officina.engine.Keys.Storage;
import officina.privacy.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.PassphraseStrength;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** What opens the data: the key ring or a passphrase, and the ways to change that. */
final class KeySection {

    private static final int FIELD = 360;

    private final Section section;
    private final PaneSite site;
    private final Runnable changed;
    private @Nullable Form form;

    /** The fields of a new passphrase. */
    private record Form(Text passphrase, Text repeated, Label hint, FlatButton use) {}

    KeySection(Section section, PaneSite site, Runnable changed) {
        this.section = section.titled(Words.KEY_TITLE.text());
        this.site = site;
        this.changed = changed;
    }

    void focus() {
        section.focus();
    }

    void show(KeyState state) {
        PaneAction passphrase = new PaneAction(
                (state.storage() == Storage.PASSPHRASE ? Words.PASSPHRASE_CHANGE : Words.PASSPHRASE_INSTEAD).text(),
                this::choosePassphrase);
        PaneAction keyring = new PaneAction(Words.KEYRING_INSTEAD.text(), this::useKeyring);
        PaneAction[] offered =
                switch (state.storage()) {
                    case KEYRING -> new PaneAction[] {passphrase};
                    case PASSPHRASE -> new PaneAction[] {passphrase, keyring};
                    case UNKNOWN -> new PaneAction[] {};
                };
        section.show(Icon.SHIELD, Shade.SUCCESS, state.text(), Words.KEY_MEANING.text(), offered);
    }

    /** Opens the form for a new passphrase. */
    void choosePassphrase() {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.MUTED, Words.PASSPHRASE_TEXT.text());
        Text first = field(opened, Words.PASSPHRASE_NEW.text());
        Text second = field(opened, Words.PASSPHRASE_AGAIN.text());
        Label hint = section.label(opened, Type.SMALL, Shade.MUTED, " ");
        FlatButton use = section.buttons(
                opened,
                Words.PASSPHRASE_USE.text(),
                this::usePassphrase,
                new PaneAction(Words.CANCEL.text(), this::leave));
        form = new Form(first, second, hint, use);
        check();
        section.opened(first);
    }

    private Text field(Composite parent, String name) {
        Field field = new Field(parent, site.kit(), SWT.SINGLE | SWT.PASSWORD, Shade.SURFACE)
                .named(name)
                .hint(name);
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(field);
        field.text().addListener(SWT.Modify, site.guarded(_ -> check()));
        field.text().addListener(SWT.DefaultSelection, site.guarded(_ -> usePassphrase()));
        return field.text();
    }

    private void check() {
        Form open = form;
        if (open == null) {
            return;
        }
        char[] typed = open.passphrase().getTextChars();
        char[] again = open.repeated().getTextChars();
        boolean same = Arrays.equals(typed, again);
        open.use().setEnabled(typed.length > 0 && same);
        open.hint().setText(hint(typed, same, again.length > 0));
        Arrays.fill(typed, '\0');
        Arrays.fill(again, '\0');
    }

    private static String hint(char[] typed, boolean same, boolean repeated) {
        if (typed.length == 0) {
            return " ";
        }
        return !same && repeated
                ? Words.PASSPHRASES_DIFFER.text()
                : PassphraseStrength.of(typed).text();
    }

    private void usePassphrase() {
        Form open = form;
        if (open == null || !open.use().isEnabled()) {
            return;
        }
        SecretText secret = new SecretText(open.passphrase().getTextChars());
        open.use().setEnabled(false);
        site.call(
                engine -> {
                    try (secret) {
                        engine.keys().usePassphrase(secret);
                    }
                    return true;
                },
                _ -> done(Words.PASSPHRASE_DONE.text()),
                failure -> {
                    secret.close();
                    section.object(failure);
                    check();
                });
    }

    private void useKeyring() {
        site.call(
                engine -> {
                    engine.keys().useKeyring();
                    return true;
                },
                _ -> done(Words.KEYRING_DONE.text()),
                section::object);
    }

    private void done(String text) {
        leave();
        section.tell(text);
        changed.run();
    }

    private void leave() {
        Form open = form;
        form = null;
        if (open != null) {
            open.passphrase().setTextChars(new char[0]);
            open.repeated().setTextChars(new char[0]);
        }
        section.close();
    }
}
