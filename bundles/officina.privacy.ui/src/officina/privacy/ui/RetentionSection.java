// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import officina.api.json.JsonNull;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.engine.SettingsService;
import officina.privacy.ui.model.Keeping;
import officina.privacy.ui.model.Words;
import officina.ui.base.Field;
import officina.ui.base.FlatButton;
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
import org.eclipse.swt.widgets.Label;

/** How long conversations are kept. What goes is gone for ever, so that nothing is changed before it is confirmed. */
final class RetentionSection {

    private static final int FIELD = 120;

    private final Section section;
    private final PaneSite site;
    private final ShownSettings<Keeping> settings;

    RetentionSection(Section section, PaneSite site) {
        this.section = section.titled(Words.KEEP_TITLE.text());
        this.site = site;
        settings = new ShownSettings<>(
                site,
                Set.of(SettingsCatalog.KEEP_SESSIONS, SettingsCatalog.KEEP_DAYS),
                engine -> Keeping.of(engine.settings()),
                this::show);
    }

    void follow(Engine engine) {
        settings.follow(engine);
    }

    private void show(Keeping now) {
        PaneAction change = new PaneAction(Words.KEEP_CHANGE.text(), () -> settings.read(this::open, section::object));
        PaneAction all = new PaneAction(Words.KEEP_ALL_DO.text(), this::keepAll);
        section.show(
                Icon.CLOCK,
                Shade.MUTED,
                now.text(),
                Words.KEEP_MEANING.text(),
                now.equals(Keeping.ALL) ? new PaneAction[] {change} : new PaneAction[] {change, all});
    }

    private void open(Keeping now) {
        Composite opened = section.open();
        section.label(opened, Type.BODY, Shade.DANGER, Words.KEEP_TEXT.text());
        Field newest = field(opened, Words.KEEP_NEWEST_FIELD, Words.KEEP_NEWEST_NONE, now.sessions());
        Field days = field(opened, Words.KEEP_DAYS_FIELD, Words.KEEP_DAYS_NONE, now.days());
        Label wrong = section.label(opened, Type.SMALL, Shade.DANGER, " ");
        Runnable keep = () -> typed(newest, days).ifPresent(wanted -> keep(now, wanted));
        FlatButton button = section.buttons(
                opened, Words.KEEP_DO.text(), keep, new PaneAction(Words.CANCEL.text(), section::close));
        for (Field each : List.of(newest, days)) {
            each.text().addListener(SWT.Modify, site.guarded(_ -> {
                newest.setWrong(count(SettingsCatalog.KEEP_SESSIONS, newest).isEmpty());
                days.setWrong(count(SettingsCatalog.KEEP_DAYS, days).isEmpty());
                boolean fine = typed(newest, days).isPresent();
                wrong.setText(fine ? " " : Words.KEEP_WRONG.text());
                button.setEnabled(fine);
            }));
            each.text().addListener(SWT.DefaultSelection, site.guarded(_ -> keep.run()));
        }
        section.opened(newest);
        newest.text().selectAll();
    }

    private Field field(Composite parent, Words label, Words none, int value) {
        section.label(parent, Type.BODY, Shade.TEXT, label.text());
        Field field = new Field(parent, site.kit(), SWT.SINGLE, Shade.SURFACE)
                .named(label.text())
                .hint(none.text());
        field.text().setText(value == 0 ? "" : Integer.toString(value));
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.CENTER)
                .hint(FIELD, SWT.DEFAULT)
                .applyTo(field);
        return field;
    }

    private static Optional<Integer> count(String key, Field field) {
        return Keeping.typed(key, field.text().getText());
    }

    private static Optional<Keeping> typed(Field newest, Field days) {
        return count(SettingsCatalog.KEEP_SESSIONS, newest)
                .flatMap(sessions -> count(SettingsCatalog.KEEP_DAYS, days).map(each -> new Keeping(sessions, each)));
    }

    /** What the person left as it was may be kept otherwise by now, and stays so. */
    private void keep(Keeping before, Keeping wanted) {
        keep(kept -> {
            if (wanted.sessions() != before.sessions()) {
                set(kept, SettingsCatalog.KEEP_SESSIONS, wanted.sessions());
            }
            if (wanted.days() != before.days()) {
                set(kept, SettingsCatalog.KEEP_DAYS, wanted.days());
            }
        });
    }

    private void keepAll() {
        keep(kept -> {
            set(kept, SettingsCatalog.KEEP_SESSIONS, 0);
            set(kept, SettingsCatalog.KEEP_DAYS, 0);
        });
    }

    private void keep(Consumer<SettingsService> change) {
        settings.keep(
                engine -> {
                    change.accept(engine.settings());
                    return true;
                },
                () -> {
                    section.close();
                    section.tell(Words.KEEP_DONE.text());
                },
                section::object);
    }

    /** Nothing is stored where it is as it was at first. */
    private static void set(SettingsService settings, String key, int count) {
        settings.set(key, SettingScope.GLOBAL, null, count == 0 ? JsonNull.NULL : JsonValue.of(count));
    }
}
