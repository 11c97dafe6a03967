// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** A bundle's manifest, its headers taken apart. */
record BundleManifest(Path folder, Attributes headers) {

    /** One clause of a header: the name, its attributes and directives (with their colon). */
    record Clause(String name, Map<String, String> attributes) {}

    static BundleManifest of(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            return new BundleManifest(folder, new Manifest(in).getMainAttributes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What the build made of the bundle in this folder. */
    static Path jar(Path folder) {
        return Repository.list(folder.resolve("target")).stream()
                .filter(file -> file.toString().endsWith("-SNAPSHOT.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar in " + folder));
    }

    String name() {
        return folder.getFileName().toString();
    }

    @Nullable
    String header(String name) {
        return headers.getValue(name);
    }

    String symbolicName() {
        List<Clause> clauses = clauses("Bundle-SymbolicName");
        return clauses.isEmpty() ? "" : clauses.getFirst().name();
    }

    List<Clause> clauses(String header) {
        String text = header(header);
        List<Clause> clauses = new ArrayList<>();
        if (text != null) {
            for (String clause : split(text, ',')) {
                List<String> parts = split(clause, ';');
                Map<String, String> attributes = new TreeMap<>();
                List<String> names = new ArrayList<>();
                for (String part : parts) {
                    int equals = part.indexOf('=');
                    if (equals < 0) {
                        names.add(part.strip());
                    } else {
                        attributes.put(
                                part.substring(0, equals).strip(),
                                part.substring(equals + 1).strip().replace("\"", ""));
                    }
                }
                names.forEach(name -> clauses.add(new Clause(name, attributes)));
            }
        }
        return clauses;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
