// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.util.List;
import officina.api.event.RunEvent;
import officina.api.record.RecordKind;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.engine.IndexedFolderItem;
import officina.knowledge.ui.model.Words;
import officina.ui.base.Coalesced;
import officina.ui.base.Following;
import officina.ui.base.Icon;
import officina.ui.base.Page;
import officina.ui.base.Pane;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.SettingsForm;
import officina.ui.base.Shade;
import officina.ui.base.Views;

/** The content of the page of Preferences: when folders are read, which, and what of them is not. */
public final class ReadingPane implements Pane {

    private final PaneSite site;
    private final SettingsForm form;
    private final Section folders;

    public ReadingPane(PaneSite site, Engine engine) {
        this.site = site;
        Page page = new Page(site);
        form = page.settings()
                .heading(Words.READING_HEADING.text())
                .flag(SettingsCatalog.SYNC_AT_START, Words.READING_SYNC.text(), Words.READING_SYNC_WHY.text())
                .follow(engine);
        folders = page.section().titled(Words.READING_FOLDERS_TITLE.text());
        IgnoredSection ignored = new IgnoredSection(page.section(), site);
        Coalesced<Boolean> changes = site.coalesced(_ -> load());
        site.owned()
                .own(Following.of(() -> engine.sessions().subscribeAll(event -> {
                    if (event.event() instanceof RunEvent.RecordChanged change
                            && change.kind().equals(RecordKind.INDEXED_FOLDER)) {
                        changes.set(true);
                    }
                })));
        load();
        ignored.follow(engine);
    }

    @Override
    public void focus() {
        form.focus();
    }

    private void load() {
        site.call(engine -> engine.knowledge().folders(), this::show);
    }

    private void show(List<IndexedFolderItem> all) {
        long paused = all.stream().filter(each -> each.folder().paused()).count();
        folders.show(
                Icon.FOLDER,
                Shade.MUTED,
                all.isEmpty() ? Words.READING_FOLDERS_NONE.text() : Words.READING_FOLDERS.text(all.size()),
                all.isEmpty() ? Words.READING_FOLDERS_NONE_MEANING.text() : Words.READING_FOLDERS_PAUSED.text(paused),
                new PaneAction(
                        Words.READING_FOLDERS_SHOW.text(),
                        () -> site.kit().views().show(Views.KNOWLEDGE)));
    }
}
