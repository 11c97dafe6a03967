// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import officina.language.internal.text.Tokens;
import org.jspecify.annotations.Nullable;

/** The words, rules and settings of one language, ready to use. Immutable. */
public final class Grammar {

    private final Words words;
    private final Map<String, String> settings;
    private final Map<String, List<Rule>> rules = new HashMap<>();

    /**
     * Compiles the entries of a data file: {@code word.CLASS}, {@code macro.NAME}, {@code setting.NAME} and
     * {@code KIND.NAME} for a rule; throws {@link IllegalArgumentException} naming the entry that is wrong.
     */
    public Grammar(Map<String, String> entries) {
        Map<String, String> sorted = new TreeMap<>(entries);
        words = words(sorted);
        settings = section(sorted, "setting.");
        Compiler compiler = new Compiler(words, Compiler.macros(section(sorted, "macro.")));
        sorted.forEach((name, pattern) -> {
            String kind = name.substring(0, Math.max(0, name.indexOf('.')));
            if (!List.of("word", "macro", "setting").contains(kind)) {
                add(name, kind, pattern, compiler);
            }
        });
    }

    public Words words() {
        return words;
    }

    /** A setting of the data file; {@code null} where it says nothing. */
    public @Nullable String setting(String name) {
        return settings.get(name);
    }

    /** The rules worth trying at a token. */
    List<Rule> startingAt(Tokens tokens, int token) {
        List<Rule> byForm = rules.getOrDefault(tokens.form(token), List.of());
        return tokens.kind(token) == Tokens.Kind.NUMBER ? rules.getOrDefault(Part.DIGITS, byForm) : byForm;
    }

    private void add(String name, String kind, String pattern, Compiler compiler) {
        try {
            Node start = compiler.compile(PatternReader.read(pattern));
            Rule rule = new Rule(kind, start);
            Compiler.firsts(start)
                    .forEach(form -> rules.computeIfAbsent(form, unused -> new ArrayList<>())
                            .add(rule));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** Classes that take over others are defined after them, however the names sort. */
    private static Words words(Map<String, String> entries) {
        Words words = new Words();
        Map<String, String> classes = section(entries, "word.");
        classes.forEach((name, members) -> {
            if (!members.contains("@")) {
                words.define(name, members);
            }
        });
        classes.forEach((name, members) -> {
            if (members.contains("@")) {
                words.define(name, members);
            }
        });
        return words;
    }

    private static Map<String, String> section(Map<String, String> entries, String prefix) {
        Map<String, String> section = new TreeMap<>();
        entries.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                section.put(name.substring(prefix.length()), value);
            }
        });
        return section;
    }
}
