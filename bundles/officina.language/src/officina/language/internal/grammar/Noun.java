// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.Map;
import java.util.Set;
import officina.language.internal.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What is counted: a unit of the class {@code unit}, or a word that looks like a plural by the class {@code plural}
 * (ending and what the singular has instead; an ending that stands for itself is no plural); its value is the singular.
 * Words of {@code not-unit} are none.
 */
final class Noun implements Part {

    private static final int SHORTEST = 4;

    private final Words words;

    Noun(Words words) {
        this.words = words;
    }

    @Override
    public @Nullable Found find(Reading reading, int at) {
        Tokens tokens = reading.tokens();
        String form = tokens.form(at);
        if (tokens.kind(at) != Tokens.Kind.WORD || words.contains("not-unit", form)) {
            return null;
        }
        String singular = words.value("unit", form);
        if (singular == null && tokens.gap(at) == Tokens.Gap.SPACE) {
            singular = singular(form);
        }
        return singular == null ? null : new Found(at + 1, singular);
    }

    @Override
    public Set<String> firsts() {
        throw new IllegalStateException("a pattern cannot begin with a noun");
    }

    private @Nullable String singular(String form) {
        String irregular = words.value("irregular", form);
        if (irregular != null || form.length() < SHORTEST) {
            return irregular;
        }
        for (Map.Entry<String, String> ending : words.of("plural").entrySet()) {
            if (form.endsWith(ending.getKey())) {
                String stem = form.substring(0, form.length() - ending.getKey().length());
                return ending.getKey().equals(ending.getValue()) ? null : stem + ending.getValue();
            }
        }
        return null;
    }
}
