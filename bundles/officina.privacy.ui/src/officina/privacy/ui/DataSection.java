// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import officina.engine.PersonalData.Facts;
import officina.privacy.ui.model.Sizes;
import officina.privacy.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** Where the data lies, and what can be done with all of it: take it out, do away with it. */
final class DataSection {

    private static final int FIELD = 160;

    private final Section section;
    private final PaneSite site;
    private final PrivacyPane.FileChoice chooseFile;

    /** @param chooseFile asks the person where to export to; empty when they change their mind */
    DataSection(Section section, PaneSite site, PrivacyPane.FileChoice chooseFile) {
        this.section = section.titled(Words.DATA_TITLE.text());
        this.site = site;
        this.chooseFile = chooseFile;
    }

    void show(Facts facts) {
        section.show(
                Icon.FOLDER,
                Shade.MUTED,
                Words.DATA_STATE.text(facts.folder().toString(), Sizes.text(facts.bytes())),
                Words.DATA_MEANING.text(),
                new PaneAction(Words.EXPORT.text(), this::export),
                new PaneAction(Words.ERASE.text(), () -> erase(facts)));
    }

    /** Opens the form of an export. */
    void export() {
        new ExportForm(section, site, chooseFile).open();
    }

    private void erase(Facts facts) {
        Composite opened = section.open();
        section.label(
                opened,
                Type.BODY,
                Shade.DANGER,
                Words.ERASE_TEXT.text(facts.folder().toString(), Words.ERASE_WORD.text()));
        Field word = new Field(opened, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .named(Words.ERASE_HINT.text(Words.ERASE_WORD.text()))
                .hint(Words.ERASE_WORD.text());
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(word);
        FlatButton button = section.buttons(
                opened,
                Words.ERASE_DO.text(),
                () -> eraseIfTyped(word),
                new PaneAction(Words.CANCEL.text(), section::close));
        button.setEnabled(false);
        word.text().addListener(SWT.Modify, site.guarded(_ -> button.setEnabled(isTyped(word))));
        word.text().addListener(SWT.DefaultSelection, site.guarded(_ -> eraseIfTyped(word)));
        section.opened(word);
    }

    private static boolean isTyped(Field word) {
        return word.text().getText().strip().equals(Words.ERASE_WORD.text());
    }

    private void eraseIfTyped(Field word) {
        if (isTyped(word)) {
            site.kit().engine().erase(section::object);
        }
    }
}
