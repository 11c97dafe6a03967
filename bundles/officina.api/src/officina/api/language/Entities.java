// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.language;

import java.util.List;
import java.util.Optional;

/** What was found in a text, in order of appearance. */
public record Entities(String text, List<Entity> all) {

    public Entities {
        all = List.copyOf(all);
    }

    /** The first of that type. */
    public <E extends Entity> Optional<E> first(Class<E> type) {
        return all.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** All of that type. */
    public <E extends Entity> List<E> of(Class<E> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The text without these entities, spaces and stray punctuation tidied. */
    public String without(List<? extends Entity> taken) {
        StringBuilder rest = new StringBuilder(text);
        taken.stream()
                .map(Entity::span)
                .sorted((a, b) -> Integer.compare(b.start(), a.start()))
                .forEach(span -> rest.replace(span.start(), span.end(), " "));
        return rest.toString()
                .replaceAll("\\s+", " ")
                .replaceAll("\\s+([,.;:!?])", "$1")
                .replaceAll("([,;:])(\\s*[,;:.])+", "$1")
                .replaceAll("^[\\s,;:.]+|[\\s,;:.]+$", "")
                .strip();
    }
}
