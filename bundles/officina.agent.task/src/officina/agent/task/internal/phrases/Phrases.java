// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.task.internal.phrases;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases of a language, read from its data file. Immutable; any thread. */
public final class Phrases {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern SHARED = Pattern.compile("\\{([a-z]+)\\}");

    private final Map<String, Map<String, String>> words = new TreeMap<>();
    private final Map<String, Pattern> expressions = new TreeMap<>();
    private final Map<String, String> texts = new TreeMap<>();
    private final List<Known> patterns = new ArrayList<>();
    private final List<Pattern> politeness = new ArrayList<>();
    private final List<Pattern> questions = new ArrayList<>();

    /** A pattern of requests with the intent it stands for. */
    record Known(String intent, Pattern pattern) {}

    /** The English phrases. */
    public static Phrases english() {
        return new Phrases(load("en.properties"));
    }

    Phrases(Map<String, String> entries) {
        Map<String, String> shared = shared(entries);
        new TreeMap<>(entries).forEach((key, value) -> {
            String[] name = key.split("\\.");
            switch (name[0]) {
                case "word" -> words.put(name[1], words(value));
                case "text" -> texts.put(name[1], value);
                case "strip" -> politeness.add(compile(value, shared));
                case "ask" -> questions.add(compile(value, shared));
                case "pattern" -> patterns.add(new Known(name[2], compile(value, shared)));
                case "title", "filter" -> {
                    texts.put(key, value);
                    expressions.put(key, compile(value, shared));
                }
                default -> throw new IllegalArgumentException("no such entry: " + key);
            }
        });
        expressions.put("quiet", compile(shared.getOrDefault("quiet", ""), shared));
    }

    /** The words of a list with their values; none where there is no such list. */
    public Map<String, String> words(Words list) {
        return words.getOrDefault(list.key(), Map.of());
    }

    public boolean has(Words list, String word) {
        return words(list).containsKey(word.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
    }

    /** An expression of the sections {@code title} and {@code filter}. */
    public Pattern expression(String key) {
        Pattern expression = expressions.get(key);
        if (expression == null) {
            throw new IllegalArgumentException("the phrases lack " + key);
        }
        return expression;
    }

    /** An entry of these sections as it is written. */
    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    List<Known> patterns() {
        return patterns;
    }

    List<Pattern> politeness() {
        return politeness;
    }

    /** Politeness that makes a question of a request. */
    List<Pattern> questions() {
        return questions;
    }

    Set<String> intents() {
        return Set.copyOf(patterns.stream().map(Known::intent).toList());
    }

    /** The shared expressions: those of the file and the characters that stand for entities. */
    private static Map<String, String> shared(Map<String, String> entries) {
        Map<String, String> shared = new TreeMap<>();
        for (Mark mark : Mark.values()) {
            shared.put(mark.name().toLowerCase(Locale.ROOT), mark.expression());
        }
        entries.forEach((key, value) -> {
            if (key.startsWith("text.")) {
                shared.put(key.substring("text.".length()), value);
            }
        });
        return shared;
    }

    private static Pattern compile(String text, Map<String, String> shared) {
        String whole = text;
        for (int depth = 0; depth < 4; depth++) {
            whole = SHARED.matcher(whole).replaceAll(name -> {
                String value = shared.get(name.group(1));
                return Matcher.quoteReplacement(value == null ? name.group() : value);
            });
        }
        return Pattern.compile(whole, FLAGS);
    }

    /** Words separated by spaces; {@code word:value}; {@code _} stands for a space inside a word or for an empty value. */
    private static Map<String, String> words(String list) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : list.strip().split("\\s+")) {
            int colon = word.indexOf(':');
            String name = (colon < 0 ? word : word.substring(0, colon)).replace('_', ' ');
            String value = colon < 0 ? name : word.substring(colon + 1);
            words.put(name, value.equals("_") ? "" : value);
        }
        return words;
    }

    private static Map<String, String> load(String file) {
        Properties properties = new Properties();
        try (InputStream in = Phrases.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + file);
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name)));
        return entries;
    }
}
