// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the Javadoc of {@code officina.api} from its sources: the reference repeats it, so that it has one home. */
final class ApiDocs {

    /** What a type is, and what its components or constants are. */
    record Doc(String text, Map<String, String> members) {}

    private static final Path SOURCES = Path.of("../officina.api/src");
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*(.*?)\\*/\\s*", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\{@(?:code|link|linkplain)\\s+([^}]*)}");

    private final Map<Class<?>, Doc> known = new HashMap<>();

    Doc of(Class<?> type) {
        return known.computeIfAbsent(type, this::read);
    }

    private Doc read(Class<?> type) {
        Class<?> outermost = type;
        while (outermost.getDeclaringClass() != null) {
            outermost = outermost.getDeclaringClass();
        }
        String source;
        try {
            source = Files.readString(SOURCES.resolve(outermost.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Pattern declaration = Pattern.compile(
                "(?:public |static |final |sealed )*(?:record|interface|enum|class) " + type.getSimpleName() + "\\b.*",
                Pattern.DOTALL);
        Matcher comment = COMMENT.matcher(source);
        while (comment.find()) {
            String rest = source.substring(comment.end());
            if (declaration.matcher(rest).matches()) {
                Doc doc = parse(comment.group(1));
                return type.isEnum() ? new Doc(doc.text(), constants(type, rest)) : doc;
            }
        }
        throw new IllegalStateException(type + " has no Javadoc");
    }

    private static Doc parse(String comment) {
        String text = comment.lines()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", "").strip())
                .reduce("", (a, b) -> a + " " + b)
                .replaceAll("\\s*<p>\\s*", " ");
        String[] pieces = text.split("@param ");
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 1; i < pieces.length; i++) {
            String[] words = pieces[i].split("\\s", 2);
            members.put(words[0], plain(words[1]));
        }
        return new Doc(plain(pieces[0]), members);
    }

    private static Map<String, String> constants(Class<?> type, String source) {
        Map<String, String> members = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Matcher matcher = Pattern.compile("/\\*\\*([^/]*?)\\*/\\s*" + ((Enum<?>) constant).name() + "\\b")
                    .matcher(source);
            if (matcher.find()) {
                members.put(((Enum<?>) constant).name(), parse(matcher.group(1)).text());
            }
        }
        return members;
    }

    private static String plain(String text) {
        return INLINE.matcher(text)
                .replaceAll(inline -> Matcher.quoteReplacement(
                        inline.group(1).strip().replaceFirst("^#", "").replace('#', '.')))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
