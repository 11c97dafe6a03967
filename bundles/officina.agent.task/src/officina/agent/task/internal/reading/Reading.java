// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import officina.api.language.Entities;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.tool.ToolContext;

/**
 * How words are read in one call: in English, which is what the phrases are in, with the numbers, dates and weeks of the
 * person's region.
 *
 * @param locale the person's own, for what they are shown
 */
public record Reading(EntityExtractor extractor, LanguageContext language, Locale locale) {

    public static Reading of(ToolContext context) {
        LanguageContext own = context.language();
        Locale english = new Locale.Builder()
                .setLanguage("en")
                .setRegion(own.locale().getCountry())
                .build();
        return new Reading(context.entities(), new LanguageContext(own.now(), own.zone(), english), own.locale());
    }

    public Entities entities(String text) {
        return extractor.extract(text, language);
    }

    public LocalDate today() {
        return language.today();
    }

    public LocalDateTime now() {
        return LocalDateTime.ofInstant(language.now(), language.zone());
    }

    public ZoneId zone() {
        return language.zone();
    }
}
