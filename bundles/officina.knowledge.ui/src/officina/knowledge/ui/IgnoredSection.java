// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import officina.api.json.JsonNull;
import officina.api.json.JsonText;
import officina.api.record.SettingScope;
import officina.core.settings.SettingsCatalog;
import officina.knowledge.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** What of the folders is not read besides what never is. It holds from the next reading on. */
final class IgnoredSection {

    private static final int FIELD = 420;

    private final Section section;
    private final PaneSite site;

    IgnoredSection(Section section, PaneSite site) {
        this.section = section.titled(Words.IGNORED_TITLE.text());
        this.site = site;
    }

    void load() {
        site.call(
                engine -> engine.settings()
                                        .get(SettingsCatalog.IGNORED_NAMES, null)
                                        .value()
                                instanceof JsonText(String names)
                        ? names
                        : "",
                this::show);
    }

    private void show(String names) {
        PaneAction change = new PaneAction(Words.IGNORED_CHANGE.text(), () -> open(names));
        PaneAction none = new PaneAction(Words.IGNORED_NONE_DO.text(), () -> keep(""));
        section.show(
                Icon.SKIP,
                Shade.MUTED,
                names.isBlank() ? Words.IGNORED_NONE.text() : Words.IGNORED.text(names),
                Words.IGNORED_MEANING.text(),
                names.isBlank() ? new PaneAction[] {change} : new PaneAction[] {change, none});
    }

    private void open(String names) {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.MUTED, Words.IGNORED_TEXT.text());
        Field field = new Field(opened, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .named(Words.IGNORED_FIELD.text())
                .hint(Words.IGNORED_EXAMPLE.text());
        field.text().setText(names);
        GridDataFactory.fillDefaults().hint(FIELD, SWT.DEFAULT).applyTo(field);
        Runnable keep = () -> keep(field.text().getText().strip());
        section.buttons(opened, Words.IGNORED_DO.text(), keep, new PaneAction(Words.CANCEL.text(), section::close));
        field.text().addListener(SWT.DefaultSelection, site.guarded(_ -> keep.run()));
        section.opened(field);
    }

    private void keep(String names) {
        site.call(
                engine -> {
                    engine.settings()
                            .set(
                                    SettingsCatalog.IGNORED_NAMES,
                                    SettingScope.GLOBAL,
                                    null,
                                    names.isEmpty() ? JsonNull.NULL : new JsonText(names));
                    return names;
                },
                kept -> {
                    section.close();
                    section.tell(Words.IGNORED_DONE.text());
                    show(kept);
                },
                section::object);
    }
}
