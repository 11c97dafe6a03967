// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.preferences;

import officina.ui.base.Wording;

/** The texts of Preferences. */
enum Words implements Wording {
    BY_ITSELF,
    CONVERSATIONS,
    GENERAL,
    KEYS,
    KNOWLEDGE,
    LOOKS,
    MAIL,
    MODE,
    MODE_DIRECT,
    MODE_PLAN,
    MODE_WHY,
    MODELS,
    NOTIFY,
    NOTIFY_WHY,
    PAGES,
    PLUGINS,
    PRIVACY,
    THEME,
    THEME_DARK,
    THEME_LIGHT,
    THEME_SYSTEM,
    THEME_WHY,
    TOUR,
    TOUR_WHY
}
