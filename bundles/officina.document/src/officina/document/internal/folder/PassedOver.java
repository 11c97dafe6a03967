// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Folders and files that nobody wrote, by name: a table in {@code passed-over.properties}. Hidden ones as well. */
final class PassedOver {

    private static final String FOLDER = "folder.";

    private final Set<String> always;
    private final Map<String, Set<String>> beside = new HashMap<>();
    private final Set<String> files;
    private final Set<String> endings;

    PassedOver() {
        Properties table = new Properties();
        try (InputStream in = PassedOver.class.getResourceAsStream("passed-over.properties")) {
            if (in == null) {
                throw new IllegalStateException("passed-over.properties is missing");
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                table.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        always = words(table, "folders");
        files = words(table, "files");
        endings = words(table, "endings");
        for (String key : table.stringPropertyNames()) {
            if (key.startsWith(FOLDER)) {
                beside.put(key.substring(FOLDER.length()), words(table, key));
            }
        }
    }

    /** @param neighbours the names of everything in the same folder */
    boolean folder(String name, Set<String> neighbours) {
        return name.startsWith(".")
                || always.contains(name)
                || beside.getOrDefault(name, Set.of()).stream().anyMatch(neighbours::contains);
    }

    boolean file(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.startsWith(".")
                || files.contains(small)
                || endings.stream().anyMatch(small::endsWith);
    }

    private static Set<String> words(Properties table, String key) {
        return Arrays.stream(table.getProperty(key, "").split(" "))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }
}
