// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui;

import java.util.List;
import officina.api.error.Failure;
import officina.engine.Corrections;
import officina.engine.Corrections.CorrectionItem;
import officina.engine.Engine;
import officina.privacy.ui.model.Words;
import officina.ui.base.FlatButton;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.PluginNames;
import officina.ui.base.Section;
import officina.ui.base.Shade;
import officina.ui.base.Type;
import org.eclipse.swt.widgets.Composite;

/** What was learned when the person sent a message on to another agent, and how to have it forgotten. */
final class LearnedSection {

    /** More are shown once some of these are forgotten. */
    private static final int SHOWN = 20;

    private final Section section;
    private final PaneSite site;
    private List<CorrectionItem> items = List.of();

    LearnedSection(Section section, PaneSite site) {
        this.section = section.titled(Words.LEARNED_TITLE.text());
        this.site = site;
    }

    void load() {
        site.call(engine -> engine.corrections().list(), this::show);
    }

    private void show(List<CorrectionItem> now) {
        items = now;
        PaneAction[] actions = now.isEmpty()
                ? new PaneAction[0]
                : new PaneAction[] {new PaneAction(Words.LEARNED_SEE.text(), this::open)};
        section.show(
                Icon.INFO, Shade.MUTED, Words.LEARNED_STATE.text(now.size()), Words.LEARNED_MEANING.text(), actions);
    }

    private void open() {
        Composite form = section.open();
        for (CorrectionItem item : items.subList(0, Math.min(SHOWN, items.size()))) {
            String agent = PluginNames.of(item.agent());
            section.label(form, Type.BODY, Shade.TEXT, Words.LEARNED_ITEM.text(item.phrase(), agent));
            new FlatButton(section.row(form), site.kit(), FlatButton.Look.PLAIN, Shade.SURFACE)
                    .text(Words.LEARNED_FORGET.text())
                    .named(Words.LEARNED_FORGET_NAME.text(item.phrase()))
                    .onPress(() -> site.guard(() -> forget(List.of(item))));
        }
        FlatButton all = section.buttons(
                form,
                Words.LEARNED_FORGET_ALL.text(),
                () -> forget(items),
                new PaneAction(Words.CANCEL.text(), section::close));
        section.opened(all);
    }

    private void forget(List<CorrectionItem> gone) {
        site.call(
                engine -> forgotten(engine, gone),
                now -> {
                    section.close();
                    show(now);
                    section.tell(Words.LEARNED_FORGOTTEN.text(gone.size()));
                },
                this::failed);
    }

    private static List<CorrectionItem> forgotten(Engine engine, List<CorrectionItem> gone) {
        Corrections corrections = engine.corrections();
        gone.forEach(item -> corrections.remove(item.id()));
        return corrections.list();
    }

    private void failed(Failure failure) {
        section.object(failure);
        load();
    }
}
