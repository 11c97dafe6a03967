// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import officina.base.SecretText;
import officina.engine.Keys.KeyState;
import officina.engine.Keys.Storage;
import officina.privacy.ui.model.Words;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** What opens the data: the keyring or a passphrase, and the ways to change that. */
final class KeySection {

    private final Section section;
    private final PaneSite site;
    private final Runnable changed;
    private @Nullable Form form;

    /** The form for a new passphrase. */
    private record Form(NewPassphraseFields fields, FlatButton use) {}

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
        NewPassphraseFields fields = new NewPassphraseFields(
                section, opened, site, Words.PASSPHRASE_NEW, " ", this::check, this::usePassphrase);
        FlatButton use = section.buttons(
                opened,
                Words.PASSPHRASE_USE.text(),
                this::usePassphrase,
                new PaneAction(Words.CANCEL.text(), this::leave));
        form = new Form(fields, use);
        check();
        section.opened(fields.first());
    }

    private void check() {
        Form open = form;
        if (open != null) {
            open.use().setEnabled(!open.fields().isEmpty() && open.fields().same());
        }
    }

    private void usePassphrase() {
        Form open = form;
        if (open == null || !open.use().isEnabled()) {
            return;
        }
        SecretText secret = open.fields().secret();
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
            open.fields().wipe();
        }
        section.close();
    }
}
