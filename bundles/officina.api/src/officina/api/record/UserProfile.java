// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import officina.api.json.JsonObject;

/**
 * The person: record kind {@code user-profile}; exactly one.
 *
 * @param name how to address the person; empty where unknown
 * @param locale language and region for words, dates and numbers
 * @param zone where "tomorrow at nine" is
 */
public record UserProfile(String name, Locale locale, ZoneId zone) {

    public static UserProfile from(JsonObject fields) {
        return new UserProfile(
                Fields.text(fields, "name"), Locale.forLanguageTag(fields.requireText("locale")), zone(fields));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("name", name)
                .with("locale", locale.toLanguageTag())
                .with("zone", zone.getId());
    }

    private static ZoneId zone(JsonObject fields) {
        try {
            return ZoneId.of(fields.requireText("zone"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("field \"zone\" must be a time zone like Europe/Rome", e);
        }
    }
}
