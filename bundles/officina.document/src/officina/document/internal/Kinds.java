// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import officina.api.document.DocumentKind;

/** How a file is read, by its name: a table in {@code kinds.properties}. What is in it is looked at as well. */
public final class Kinds {

    private final Map<String, DocumentKind> endings = new HashMap<>();
    private final Map<String, DocumentKind> names = new HashMap<>();

    public Kinds() {
        Properties table = new Properties();
        try (InputStream in = Kinds.class.getResourceAsStream("kinds.properties")) {
            if (in == null) {
                throw new IllegalStateException("kinds.properties is missing");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                table.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (DocumentKind kind : DocumentKind.values()) {
            String key = kind.name().toLowerCase(Locale.ROOT);
            fill(endings, table.getProperty(key + ".endings", ""), kind);
            fill(names, table.getProperty(key + ".names", ""), kind);
        }
    }

    /** The kind of a file of that name; empty for what is not read. */
    public Optional<DocumentKind> of(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        DocumentKind named = names.get(small);
        if (named != null) {
            return Optional.of(named);
        }
        int dot = small.lastIndexOf('.');
        return dot <= 0 ? Optional.empty() : Optional.ofNullable(endings.get(small.substring(dot + 1)));
    }

    private static void fill(Map<String, DocumentKind> map, String words, DocumentKind kind) {
        for (String word : words.split(" ")) {
            if (!word.isBlank()) {
                map.put(word, kind);
            }
        }
    }
}
