// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.settings;

import java.math.BigDecimal;
import java.util.List;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNumber;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;

/**
 * A setting that exists.
 *
 * @param key words with hyphens, joined by dots
 * @param title for the person, sentence case
 * @param type what values it takes
 * @param choices the texts it may be, for {@link Type#CHOICE}; empty otherwise
 * @param narrowest the narrowest scope it can be set in; it can in all wider ones, too
 */
public record SettingDefinition(
        String key,
        String title,
        String description,
        Type type,
        List<String> choices,
        JsonValue standard,
        SettingScope narrowest) {

    /** The greatest count. */
    public static final int MOST = 1_000_000;

    /** What values a setting takes. */
    public enum Type {
        TEXT,
        FLAG,
        NUMBER,
        /** A whole number from 0 to {@value SettingDefinition#MOST}. */
        COUNT,
        CHOICE
    }

    public SettingDefinition {
        choices = List.copyOf(choices);
    }

    /** Whether it can be set in that scope. */
    public boolean allows(SettingScope scope) {
        return scope.compareTo(narrowest) <= 0;
    }

    /** Whether the setting may have that value. */
    public boolean takes(JsonValue value) {
        return switch (type) {
            case TEXT -> value instanceof JsonText;
            case FLAG -> value instanceof JsonBoolean;
            case NUMBER -> value instanceof JsonNumber;
            case COUNT -> value instanceof JsonNumber number && isCount(number.value());
            case CHOICE -> value instanceof JsonText(String text) && choices.contains(text);
        };
    }

    private static boolean isCount(BigDecimal number) {
        return number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(MOST)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
