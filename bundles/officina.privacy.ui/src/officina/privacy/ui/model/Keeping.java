// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.privacy.ui.model;

import java.util.Optional;
import officina.api.json.JsonNumber;
import officina.api.json.JsonValue;
import officina.core.settings.SettingsCatalog;
import officina.engine.SettingsService;

/**
 * How long conversations are kept where no project says otherwise.
 *
 * @param sessions how many of the newest of a project; 0 for all
 * @param days after something last happened in them; 0 for ever
 */
public record Keeping(int sessions, int days) {

    public static final Keeping ALL = new Keeping(0, 0);

    /** What the settings say. Blocks. */
    public static Keeping of(SettingsService settings) {
        return new Keeping(count(settings, SettingsCatalog.KEEP_SESSIONS), count(settings, SettingsCatalog.KEEP_DAYS));
    }

    private static int count(SettingsService settings, String key) {
        return settings.get(key, null).value() instanceof JsonNumber number ? (int) number.longValue() : 0;
    }

    /** What a person typed; empty where the setting does not take it. An empty field is 0. */
    public static Optional<Integer> typed(String key, String text) {
        try {
            int number = text.isBlank() ? 0 : Integer.parseInt(text.strip());
            return SettingsCatalog.definitions().stream()
                    .filter(each -> each.key().equals(key) && each.takes(JsonValue.of(number)))
                    .findFirst()
                    .map(_ -> number);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** How that is, in a sentence. */
    public String text() {
        if (sessions == 0) {
            return days == 0 ? Words.KEEP_ALL.text() : Words.KEEP_FOR_DAYS.text(days);
        }
        return days == 0 ? Words.KEEP_NEWEST.text(sessions) : Words.KEEP_BOTH.text(sessions, days);
    }
}
