// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.osgi.util.ManifestElement;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleException;

/**
 * One clause of a header: {@code name; attribute=value; directive:=value}.
 *
 * @param attributes by name, without the type that may follow the name
 */
record Clause(String name, Map<String, String> attributes, Map<String, String> directives) {

    Clause {
        attributes = Map.copyOf(attributes);
        directives = Map.copyOf(directives);
    }

    /** The clauses of a header; none, and a problem, where it cannot be read. */
    static List<Clause> parse(
            Map<String, String> headers, String header, String bundle, Consumer<PluginProblem> problems) {
        List<Clause> clauses = new ArrayList<>();
        try {
            ManifestElement[] elements = ManifestElement.parseHeader(header, headers.get(header));
            for (ManifestElement element : elements == null ? new ManifestElement[0] : elements) {
                for (String name : element.getValueComponents()) {
                    clauses.add(of(name, element));
                }
            }
        } catch (BundleException e) {
            problems.accept(new PluginProblem(bundle, header, "The header cannot be read: " + e.getMessage()));
        }
        return clauses;
    }

    private static Clause of(String name, ManifestElement element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String key : names(element.getKeys())) {
            int type = key.indexOf(':');
            attributes.put((type < 0 ? key : key.substring(0, type)).strip(), element.getAttribute(key));
        }
        Map<String, String> directives = new LinkedHashMap<>();
        for (String key : names(element.getDirectiveKeys())) {
            directives.put(key, element.getDirective(key));
        }
        return new Clause(name, attributes, directives);
    }

    private static List<String> names(@Nullable Enumeration<String> keys) {
        return keys == null ? List.of() : Collections.list(keys);
    }

    @Nullable
    String attribute(String attribute) {
        return attributes.get(attribute);
    }

    /** The values of a list; a backslash keeps a comma inside a value. */
    List<String> list(String attribute) {
        String value = attributes.get(attribute);
        List<String> items = new ArrayList<>();
        for (String item : value == null ? new String[0] : value.split("(?<!\\\\),")) {
            String text = item.replace("\\,", ",").strip();
            if (!text.isEmpty()) {
                items.add(text);
            }
        }
        return items;
    }
}
