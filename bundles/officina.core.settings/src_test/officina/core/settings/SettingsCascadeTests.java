// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.Setting;
import officina.api.record.SettingScope;
import org.junit.jupiter.api.Test;

class SettingsCascadeTests {

    private static final RecordId GROUP = new RecordId(new UUID(0, 1));
    private static final RecordId PROJECT = new RecordId(new UUID(0, 2));
    private static final RecordId TALK = new RecordId(new UUID(0, 4));
    private static final RecordId OTHER = new RecordId(new UUID(0, 3));
    private static final Setting GLOBAL_VALUE =
            new Setting(SettingScope.GLOBAL, null, SettingsCatalog.THEME, new JsonText("light"));
    private static final Setting GROUP_VALUE =
            new Setting(SettingScope.GROUP, GROUP, SettingsCatalog.THEME, new JsonText("dark"));
    private static final Setting PROJECT_VALUE =
            new Setting(SettingScope.PROJECT, PROJECT, SettingsCatalog.THEME, new JsonText("system"));
    private static final List<Setting> ALL = List.of(PROJECT_VALUE, GLOBAL_VALUE, GROUP_VALUE);

    @Test
    void the_project_wins_over_its_group_and_the_group_over_the_global_value() {
        assertEquals(Optional.of(PROJECT_VALUE), SettingsCascade.resolve(ALL, GROUP, PROJECT, null));
        assertEquals(Optional.of(GROUP_VALUE), SettingsCascade.resolve(ALL, GROUP, OTHER, null));
        assertEquals(Optional.of(GLOBAL_VALUE), SettingsCascade.resolve(ALL, OTHER, OTHER, null));
        assertEquals(Optional.of(GLOBAL_VALUE), SettingsCascade.resolve(ALL, null, null, null));
    }

    @Test
    void a_conversation_wins_over_its_project_and_says_nothing_to_others() {
        Setting value = new Setting(SettingScope.CONVERSATION, TALK, SettingsCatalog.THEME, new JsonText("light"));
        List<Setting> all = List.of(value, PROJECT_VALUE);

        assertEquals(Optional.of(value), SettingsCascade.resolve(all, GROUP, PROJECT, TALK));
        assertEquals(Optional.of(PROJECT_VALUE), SettingsCascade.resolve(all, GROUP, PROJECT, OTHER));
        assertEquals(Optional.of(PROJECT_VALUE), SettingsCascade.resolve(all, GROUP, PROJECT, null));
    }

    @Test
    void nothing_stored_leaves_the_default() {
        assertEquals(Optional.empty(), SettingsCascade.resolve(List.of(), GROUP, PROJECT, null));
    }

    @Test
    void a_value_outside_the_choices_is_refused_with_the_choices() {
        FailureException refused = assertThrows(
                FailureException.class, () -> SettingsCatalog.check(SettingsCatalog.THEME, new JsonText("pink")));
        assertEquals("settings.invalid", refused.failure().code());
        assertEquals("It takes one of system, light, dark.", refused.failure().remedy());
    }

    @Test
    void a_setting_is_refused_in_scopes_narrower_than_its_own() {
        for (SettingScope scope : SettingScope.values()) {
            SettingsCatalog.check(SettingsCatalog.MODEL, scope);
        }
        SettingsCatalog.check(SettingsCatalog.KEEP_DAYS, SettingScope.PROJECT);
        SettingsCatalog.check(SettingsCatalog.KEEP_DAYS, SettingScope.GROUP);
        FailureException refused = assertThrows(
                FailureException.class,
                () -> SettingsCatalog.check(SettingsCatalog.KEEP_DAYS, SettingScope.CONVERSATION));
        assertEquals("settings.scope", refused.failure().code());
        assertEquals(
                "The setting \"retention.days\" cannot be set for one conversation.",
                refused.failure().message());
        assertThrows(FailureException.class, () -> SettingsCatalog.check(SettingsCatalog.THEME, SettingScope.GROUP));
    }

    @Test
    void every_default_is_a_value_its_setting_takes() {
        SettingsCatalog.definitions().forEach(each -> SettingsCatalog.check(each.key(), each.standard()));
    }

    @Test
    void an_unknown_key_is_named_with_the_known_ones() {
        FailureException refused =
                assertThrows(FailureException.class, () -> SettingsCatalog.check("x.y", JsonValue.of(true)));
        assertEquals("settings.unknown", refused.failure().code());
    }
}
