// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.util.Set;
import officina.api.json.JsonNull;
import officina.api.json.JsonText;
import officina.api.record.SettingScope;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.engine.SettingsService;
import officina.knowledge.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.ShownSettings;
import officina.ui.base.Type;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** What of the folders is not read besides what never is. It holds from the next reading on. */
final class IgnoredSection {

    private static final int FIELD = 420;

    private final Section section;
    private final PaneSite site;
    private final ShownSettings<String> settings;

    IgnoredSection(Section section, PaneSite site) {
        this.section = section.titled(Words.IGNORED_TITLE.text());
        this.site = site;
        settings = new ShownSettings<>(
                site, Set.of(SettingsCatalog.IGNORED_NAMES), engine -> names(engine.settings()), this::show);
    }

    void follow(Engine engine) {
        settings.follow(engine);
    }

    private static String names(SettingsService settings) {
        return settings.get(SettingsCatalog.IGNORED_NAMES, null).value() instanceof JsonText(String names) ? names : "";
    }

    private void show(String names) {
        PaneAction change =
                new PaneAction(Words.IGNORED_CHANGE.text(), () -> settings.read(this::open, section::object));
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
        Runnable keep = () -> {
            String typed = field.text().getText().strip();
            if (typed.equals(names)) {
                // what somebody else has said since stays
                section.close();
            } else {
                keep(typed);
            }
        };
        section.buttons(opened, Words.IGNORED_DO.text(), keep, new PaneAction(Words.CANCEL.text(), section::close));
        field.text().addListener(SWT.DefaultSelection, site.guarded(_ -> keep.run()));
        section.opened(field);
    }

    private void keep(String names) {
        settings.keep(
                engine -> {
                    engine.settings()
                            .set(
                                    SettingsCatalog.IGNORED_NAMES,
                                    SettingScope.GLOBAL,
                                    null,
                                    names.isEmpty() ? JsonNull.NULL : new JsonText(names));
                    return true;
                },
                () -> {
                    section.close();
                    section.tell(Words.IGNORED_DONE.text());
                },
                section::object);
    }
}
