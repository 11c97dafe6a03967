// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.models.ui;

import java.util.Optional;
import officina.engine.ModelChoice;
import officina.models.ui.ModelsPane.Shown;
import officina.models.ui.model.Words;
import officina.ui.base.Icon;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.Section;
import officina.ui.base.Shade;

/** Which model answers. */
final class AnswersSection {

    private final Section section;
    private final PaneSite site;
    private final Runnable changed;

    AnswersSection(Section section, PaneSite site, Runnable changed) {
        this.section = section.titled(Words.ANSWERS_TITLE.text());
        this.site = site;
        this.changed = changed;
    }

    void show(Shown shown) {
        Optional<ModelChoice> choice = shown.choice();
        if (choice.isEmpty()) {
            section.show(Icon.MODEL, Shade.MUTED, Words.ANSWERS_NONE.text(), Words.ANSWERS_NONE_MEANING.text());
            return;
        }
        ModelChoice chosen = choice.get();
        boolean there =
                shown.accounts().stream().anyMatch(each -> each.account().name().equals(chosen.account()));
        section.show(
                there ? Icon.MODEL : Icon.WARNING,
                there ? Shade.SUCCESS : Shade.WARNING,
                (there ? Words.ANSWERS_MODEL : Words.ANSWERS_ACCOUNT_GONE).text(chosen.account(), chosen.model()),
                Words.ANSWERS_MEANING.text(),
                new PaneAction(Words.ANSWERS_NONE_DO.text(), this::useNone));
    }

    private void useNone() {
        site.call(engine -> engine.models().use(null, null, null), _ -> changed.run(), section::object);
    }
}
