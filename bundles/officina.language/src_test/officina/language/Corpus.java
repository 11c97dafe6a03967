// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.LanguageContext;

/** The phrases of {@code corpus.txt} with what must be found in them. */
final class Corpus {

    private static final String FILE = "corpus.txt";

    /** One phrase; {@code line} is where it stands in the file. */
    record Phrase(int line, String text, LanguageContext context, String expected) {}

    private Corpus() {}

    static List<Phrase> read() {
        List<Phrase> phrases = new ArrayList<>();
        LocalDateTime now = LocalDateTime.MIN;
        ZoneId zone = ZoneId.of("UTC");
        Locale locale = Locale.UK;
        int number = 0;
        for (String line : lines()) {
            number++;
            if (line.startsWith("@now ")) {
                now = LocalDateTime.parse(line.substring(5));
            } else if (line.startsWith("@zone ")) {
                zone = ZoneId.of(line.substring(6));
            } else if (line.startsWith("@locale ")) {
                locale = Locale.forLanguageTag(line.substring(8));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                int arrow = line.lastIndexOf(" => ");
                String text = line.substring(0, arrow).replace("\\n", "\n");
                LanguageContext context = new LanguageContext(now.atZone(zone).toInstant(), zone, locale);
                phrases.add(new Phrase(number, text, context, line.substring(arrow + 4)));
            }
        }
        return phrases;
    }

    /** What was found, in the notation of the file. */
    static String show(Entities entities) {
        return entities.all().isEmpty()
                ? "-"
                : entities.all().stream()
                        .map(entity -> show(entity, entities.text()))
                        .collect(Collectors.joining(" | "));
    }

    private static String show(Entity entity, String text) {
        String words = "[" + entity.span().in(text) + "] ";
        return switch (entity) {
            case Entity.Day day -> "day" + words + day.date();
            case Entity.Period period -> "period" + words + period.first() + ".." + period.last();
            case Entity.Time time -> "time" + words + time.time();
            case Entity.Level level -> "level" + words + level.priority();
            case Entity.Quantity quantity -> ("quantity" + words + quantity.amount() + " " + quantity.unit()).strip();
            case Entity.Person person -> "person" + words + person.name();
            case Entity.Title title -> "title" + words + title.text();
        };
    }

    private static List<String> lines() {
        try (InputStream in = Corpus.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the tests lack " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
