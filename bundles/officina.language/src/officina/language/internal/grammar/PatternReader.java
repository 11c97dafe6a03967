// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the notation of patterns:
 *
 * <pre>
 * word  ,          this word, number or mark
 * 'x'              the same for a mark that has a meaning in the notation
 * &lt;class:name&gt;     a word of the class, its value kept under the name (":name" may be missing)
 * &lt;^class:name&gt;    the same, written with a capital letter
 * &lt;1-31:name&gt;      a number in that range; &lt;01-31:name&gt; with exactly two digits
 * {macro prefix}   what the macro says, its names with the prefix (which may be missing)
 * ( a | b )        one of them
 * [ a | b ]        one of them or nothing
 * !( a | b )       none of them follows
 * ~                no space here
 * $                a clause ends here
 * =name:value      keeps a value
 * </pre>
 */
final class PatternReader {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*('[^']+'|<[^>]+>|\\{[^}]+\\}|!\\(|=[\\w.]+:[^\\s()\\[\\]|]+|[()\\[\\]|~$]|[^\\s()\\[\\]|~$<>{}]+)");

    private final String pattern;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private PatternReader(String pattern) {
        this.pattern = pattern;
        Matcher matcher = TOKEN.matcher(pattern);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!pattern.substring(end).isBlank()) {
            throw wrong("cannot read \"" + pattern.substring(end).strip() + "\"");
        }
    }

    /** The ways of a pattern; throws {@link IllegalArgumentException} that quotes what cannot be read. */
    static List<List<Item>> read(String pattern) {
        PatternReader reader = new PatternReader(pattern);
        List<List<Item>> ways = reader.ways("");
        if (reader.at < reader.tokens.size()) {
            throw reader.wrong("unexpected \"" + reader.tokens.get(reader.at) + "\"");
        }
        return ways;
    }

    private List<List<Item>> ways(String close) {
        List<List<Item>> ways = new ArrayList<>();
        List<Item> way = new ArrayList<>();
        while (at < tokens.size() && !tokens.get(at).equals(close)) {
            String token = tokens.get(at++);
            if (token.equals("|")) {
                ways.add(way);
                way = new ArrayList<>();
            } else {
                way.add(item(token));
            }
        }
        if (!close.isEmpty() && at++ == tokens.size()) {
            throw wrong("\"" + close + "\" is missing");
        }
        ways.add(way);
        return ways;
    }

    private Item item(String token) {
        return switch (token.charAt(0)) {
            case '(' -> new Item.Group(ways(")"), false);
            case '[' -> new Item.Group(ways("]"), true);
            case '!' -> new Item.Not(ways(")"));
            case '~' -> new Item.Adjacent();
            case '$' -> new Item.End();
            case '\'' -> new Item.Literal(token.substring(1, token.length() - 1));
            case '=' -> assignment(token.substring(1));
            case '<' -> reference(token.substring(1, token.length() - 1));
            case '{' -> macro(token.substring(1, token.length() - 1).strip());
            case ')', ']' -> throw wrong("unexpected \"" + token + "\"");
            default -> new Item.Literal(token);
        };
    }

    private static Item assignment(String text) {
        int colon = text.indexOf(':');
        return new Item.Assignment(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Item reference(String text) {
        boolean capital = text.startsWith("^");
        String plain = capital ? text.substring(1) : text;
        int colon = plain.indexOf(':');
        return colon < 0
                ? new Item.Reference(plain, null, capital)
                : new Item.Reference(plain.substring(0, colon), plain.substring(colon + 1), capital);
    }

    private static Item macro(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? new Item.Macro(text, "")
                : new Item.Macro(
                        text.substring(0, space), text.substring(space + 1).strip() + ".");
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " in the pattern: " + pattern);
    }
}
