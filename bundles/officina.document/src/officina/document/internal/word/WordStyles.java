// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.word;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which styles of a Word file are headings, and how deep: 0 for the title, 1 for the outermost. */
final class WordStyles implements WordPackage.Elements {

    static final int NO_HEADING = -1;

    private static final int DEEPEST = 9;
    private static final Pattern NAME = Pattern.compile("heading ?([1-9])");

    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private @Nullable String style;

    /** The depth of a style's heading; {@link #NO_HEADING} for any other. */
    int level(String id) {
        Set<String> seen = new HashSet<>();
        for (String each = id; each != null && seen.add(each); each = parents.get(each)) {
            Integer level = levels.get(each);
            if (level != null) {
                return level;
            }
        }
        return NO_HEADING;
    }

    /** The depth that an {@code outlineLvl} says. */
    static int outline(@Nullable String value) {
        if (value == null || !value.matches("[0-8]")) {
            return NO_HEADING;
        }
        return Integer.parseInt(value) + 1;
    }

    @Override
    public void begin(String name, XMLStreamReader reader) {
        switch (name) {
            case "style" -> {
                style = WordText.attribute(reader, "styleId");
                named(style, style);
            }
            case "name" -> named(style, WordText.attribute(reader, "val"));
            case "basedOn" -> {
                String parent = WordText.attribute(reader, "val");
                if (style != null && parent != null) {
                    parents.put(style, parent);
                }
            }
            case "outlineLvl" -> {
                int level = outline(WordText.attribute(reader, "val"));
                if (style != null && level != NO_HEADING) {
                    levels.put(style, level);
                }
            }
            default -> {
                // looks
            }
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("style")) {
            style = null;
        }
    }

    @Override
    public void characters(String text) {}

    private void named(@Nullable String id, @Nullable String name) {
        if (id == null || name == null) {
            return;
        }
        String small = name.toLowerCase(Locale.ROOT);
        Matcher heading = NAME.matcher(small);
        if (heading.matches()) {
            levels.put(id, Math.min(DEEPEST, Integer.parseInt(heading.group(1))));
        } else if (small.equals("title")) {
            levels.put(id, 0);
        }
    }
}
