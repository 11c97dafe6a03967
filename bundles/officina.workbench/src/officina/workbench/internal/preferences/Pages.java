// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import java.util.List;
import officina.knowledge.ui.ReadingPane;
import officina.mail.ui.MailPane;
import officina.models.ui.ModelsPane;
import officina.plugins.ui.PluginsPane;
import officina.privacy.ui.PrivacyPane;
import officina.ui.base.Icon;
import officina.ui.base.Pane;
import officina.ui.base.UiKit;
import officina.ui.base.Views;
import officina.workbench.internal.palette.KeysPage;
import org.jspecify.annotations.Nullable;

/** The pages there are, in their order. */
final class Pages {

    private Pages() {}

    static List<PreferencesPage> of(UiKit kit) {
        return List.of(
                PreferencesPage.of(kit, Views.GENERAL, Words.GENERAL.text(), Icon.SETTINGS, GeneralPane::new),
                PreferencesPage.of(
                        kit, Views.MODELS, Words.MODELS.text(), Icon.MODEL, (site, _) -> new ModelsPane(site)),
                PreferencesPage.of(kit, Views.MAIL, Words.MAIL.text(), Icon.MESSAGE, (site, _) -> new MailPane(site)),
                PreferencesPage.of(kit, Views.READING, Words.KNOWLEDGE.text(), Icon.SEARCH, ReadingPane::new),
                PreferencesPage.of(kit, Views.PLUGINS, Words.PLUGINS.text(), Icon.TOOL, PluginsPane::of),
                PreferencesPage.of(kit, Views.PRIVACY, Words.PRIVACY.text(), Icon.SHIELD, PrivacyPane::of),
                keys(kit));
    }

    private static PreferencesPage keys(UiKit kit) {
        return new PreferencesPage(Views.KEYS, Words.KEYS.text(), Icon.KEYBOARD, place -> {
            KeysPage page = new KeysPage(place, kit);
            return new PreferencesPage.Made() {
                @Override
                public void focus() {
                    page.focus();
                }

                @Override
                public @Nullable Pane pane() {
                    return null;
                }
            };
        });
    }
}
