// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import java.util.LinkedHashMap;
import java.util.Map;
import officina.core.settings.SettingsCatalog;
import officina.engine.Engine;
import officina.ui.base.Page;
import officina.ui.base.Pane;
import officina.ui.base.PaneSite;
import officina.ui.base.SettingsForm;

/** The content of the page: how the window looks, how messages are worked on, what is shown by itself. */
final class GeneralPane implements Pane {

    private final SettingsForm form;

    GeneralPane(PaneSite site, Engine engine) {
        form = new Page(site)
                .settings()
                .heading(Words.LOOKS.text())
                .choice(SettingsCatalog.THEME, Words.THEME.text(), Words.THEME_WHY.text(), themes())
                .heading(Words.CONVERSATIONS.text())
                .choice(SettingsCatalog.EXECUTION_MODE, Words.MODE.text(), Words.MODE_WHY.text(), modes())
                .heading(Words.BY_ITSELF.text())
                .flag(SettingsCatalog.WELCOME, Words.TOUR.text(), Words.TOUR_WHY.text())
                .flag(SettingsCatalog.NOTIFICATIONS, Words.NOTIFY.text(), Words.NOTIFY_WHY.text())
                .follow(engine);
    }

    @Override
    public void focus() {
        form.focus();
    }

    private static Map<String, String> themes() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("system", Words.THEME_SYSTEM.text());
        words.put("light", Words.THEME_LIGHT.text());
        words.put("dark", Words.THEME_DARK.text());
        return words;
    }

    private static Map<String, String> modes() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("plan", Words.MODE_PLAN.text());
        words.put("direct", Words.MODE_DIRECT.text());
        return words;
    }
}
