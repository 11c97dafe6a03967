// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The word classes of a language: for each class its words in lower case, each with a value. */
public final class Words {

    private final Map<String, Map<String, String>> classes = new HashMap<>();

    /**
     * Adds to a class. Words are separated by spaces; {@code word:value} gives a value, which is else the word itself;
     * {@code @other} takes over another class that is known already; {@code _} stands for a space in a value.
     */
    void define(String name, String words) {
        Map<String, String> members = classes.computeIfAbsent(name, unused -> new LinkedHashMap<>());
        for (String word : words.strip().split("\\s+")) {
            int colon = word.indexOf(':', 1);
            if (word.startsWith("@") && word.length() > 1) {
                members.putAll(of(word.substring(1)));
            } else if (colon > 0) {
                members.put(word.substring(0, colon), word.substring(colon + 1).replace('_', ' '));
            } else if (!word.isEmpty()) {
                members.put(word, word);
            }
        }
    }

    public boolean has(String name) {
        return classes.containsKey(name);
    }

    /** The words of a class with their values, in the order of the file; none where the language has no such class. */
    public Map<String, String> of(String name) {
        return Collections.unmodifiableMap(classes.getOrDefault(name, Map.of()));
    }

    /** The value of a word in a class; {@code null} where it is not in there. */
    public @Nullable String value(String name, String word) {
        return classes.getOrDefault(name, Map.of()).get(word);
    }

    public boolean contains(String name, String word) {
        return classes.getOrDefault(name, Map.of()).containsKey(word);
    }
}
