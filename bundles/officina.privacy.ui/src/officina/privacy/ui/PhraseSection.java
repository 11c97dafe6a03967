// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import officina.base.SecretText;
import officina.engine.Keys;
import officina.engine.Keys.KeyState;
import officina.engine.Keys.Phrase;
import officina.privacy.ui.model.Words;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.swt.widgets.Composite;
import org.jspecify.annotations.Nullable;

/** The recovery phrase: whether there is one, and making, checking and removing it. */
final class PhraseSection {

    private final Section section;
    private final PaneSite site;
    private final Runnable changed;
    private @Nullable Phrase known;

    PhraseSection(Section section, PaneSite site, Runnable changed) {
        this.section = section.titled(Words.PHRASE_TITLE.text());
        this.site = site;
        this.changed = changed;
    }

    void show(KeyState state) {
        known = state.phrase();
        PaneAction make = new PaneAction(Words.PHRASE_MAKE.text(), this::make);
        PaneAction again = new PaneAction(Words.PHRASE_NEW.text(), this::make);
        PaneAction check = new PaneAction(Words.PHRASE_CHECK.text(), this::check);
        PaneAction remove = new PaneAction(Words.PHRASE_REMOVE.text(), this::remove);
        String meaning = Words.PHRASE_MEANING.text();
        switch (state.phrase()) {
            case NONE -> section.show(Icon.WARNING, Shade.WARNING, Words.PHRASE_NONE.text(), meaning, make);
            case UNCHECKED ->
                section.show(Icon.WARNING, Shade.WARNING, Words.PHRASE_UNCHECKED.text(), meaning, check, again, remove);
            case CHECKED ->
                section.show(Icon.SHIELD, Shade.SUCCESS, Words.PHRASE_CHECKED.text(), meaning, check, again, remove);
            case REPLACING ->
                section.show(Icon.SHIELD, Shade.SUCCESS, Words.PHRASE_REPLACING.text(), meaning, check, again, remove);
        }
    }

    /** Makes one unless there is a checked one, which nobody replaces by a slip. */
    void makeIfMissing() {
        if (known == Phrase.NONE || known == Phrase.UNCHECKED) {
            make();
        } else {
            section.focus();
        }
    }

    private void make() {
        site.kit()
                .engine()
                .call(
                        engine -> engine.keys().newPhrase(),
                        // a page that was closed meanwhile must not leave the words in memory
                        phrase -> site.kit().ui().post(() -> made(phrase)),
                        failure -> site.post(() -> section.object(failure)));
    }

    private void made(SecretText phrase) {
        if (site.parent().isDisposed()) {
            phrase.close();
            return;
        }
        site.guard(() -> {
            new PhraseLesson(section, site, phrase, this::done).show();
            changed.run();
        });
    }

    /** The whole phrase, from paper. */
    private void check() {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.MUTED, Words.CHECK_TEXT.text());
        PhraseEntry entry = new PhraseEntry(opened, site, typed -> tryOut(typed));
        section.buttons(
                opened, Words.CHECK_DO.text(), entry::submit, new PaneAction(Words.CANCEL.text(), section::close));
        section.opened(entry.control());
    }

    private void tryOut(SecretText typed) {
        change(
                keys -> {
                    try (typed) {
                        keys.checkPhrase(typed);
                    }
                },
                Words.CHECK_DONE);
    }

    private void remove() {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.TEXT, Words.REMOVE_TEXT.text());
        section.opened(section.buttons(
                opened,
                Words.REMOVE_DO.text(),
                () -> change(Keys::removePhrase, Words.REMOVE_DONE),
                new PaneAction(Words.CANCEL.text(), section::close)));
    }

    /** A change of the keys that says nothing back. */
    private interface Change {
        void on(Keys keys);
    }

    private void change(Change change, Words told) {
        site.call(
                engine -> {
                    change.on(engine.keys());
                    return true;
                },
                _ -> done(told),
                section::object);
    }

    private void done(Words told) {
        section.close();
        section.tell(told.text());
        changed.run();
    }
}
