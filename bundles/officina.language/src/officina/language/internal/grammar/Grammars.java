// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The grammars in the bundle, one data file a language below {@code /words}, each on top of {@code root.properties}.
 * Read when first asked for. Any thread.
 */
public final class Grammars {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,8}");

    private final Map<String, Grammar> known = new ConcurrentHashMap<>();

    /** The grammar of the locale's language; only what is independent of language where there is no file for it. */
    public Grammar of(Locale locale) {
        String language = locale.getLanguage();
        String file = LANGUAGE.matcher(language).matches() && has(language) ? language : "root";
        return known.computeIfAbsent(file, Grammars::read);
    }

    private static boolean has(String language) {
        return Grammars.class.getResource(path(language)) != null;
    }

    private static Grammar read(String language) {
        Map<String, String> entries = new HashMap<>(entries("root"));
        if (!language.equals("root")) {
            entries.putAll(entries(language));
        }
        return new Grammar(entries);
    }

    private static Map<String, String> entries(String language) {
        Properties properties = new Properties();
        try (InputStream in = Grammars.class.getResourceAsStream(path(language))) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + path(language));
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path(language), e);
        }
        Map<String, String> entries = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name)));
        return entries;
    }

    private static String path(String language) {
        return "/words/" + language + ".properties";
    }
}
