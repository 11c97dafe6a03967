// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.settings;

import java.util.List;
import officina.api.json.JsonValue;

/**
 * A setting that exists.
 *
 * @param key words with hyphens, joined by dots
 * @param title for the person, sentence case
 * @param type what values it takes
 * @param choices the texts it may be, for {@link Type#CHOICE}; empty otherwise
 */
public record SettingDefinition(
        String key, String title, String description, Type type, List<String> choices, JsonValue standard) {

    /** What values a setting takes. */
    public enum Type {
        TEXT,
        FLAG,
        NUMBER,
        /** A whole number, 0 or more. */
        COUNT,
        CHOICE
    }

    public SettingDefinition {
        choices = List.copyOf(choices);
    }
}
