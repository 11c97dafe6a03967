// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds comments, texts, numbers and keywords in listings: enough to read them by, for any language of the C or script family. */
public final class Highlighter {

    /** A coloured piece of a listing. */
    public record Token(int start, int end, Kind kind) {}

    /** What a piece is. */
    public enum Kind {
        COMMENT,
        TEXT,
        NUMBER,
        KEYWORD
    }

    private static final Set<String> HASH_COMMENTS = Set.of(
            "bash",
            "sh",
            "shell",
            "zsh",
            "python",
            "py",
            "ruby",
            "rb",
            "yaml",
            "yml",
            "toml",
            "make",
            "makefile",
            "dockerfile",
            "r",
            "perl",
            "properties",
            "ini",
            "conf");

    private static final Set<String> PLAIN = Set.of("", "text", "txt", "plain", "console", "output", "markdown", "md");

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "def",
            "default",
            "del",
            "do",
            "done",
            "echo",
            "elif",
            "else",
            "end",
            "enum",
            "esac",
            "except",
            "export",
            "extends",
            "false",
            "fi",
            "final",
            "finally",
            "fn",
            "for",
            "from",
            "func",
            "function",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "int",
            "interface",
            "is",
            "lambda",
            "let",
            "long",
            "match",
            "mut",
            "new",
            "nil",
            "None",
            "not",
            "null",
            "or",
            "package",
            "pass",
            "private",
            "protected",
            "pub",
            "public",
            "raise",
            "record",
            "return",
            "sealed",
            "self",
            "static",
            "struct",
            "super",
            "switch",
            "then",
            "this",
            "throw",
            "throws",
            "trait",
            "True",
            "False",
            "true",
            "try",
            "type",
            "use",
            "val",
            "var",
            "void",
            "when",
            "while",
            "with",
            "yield",
            "select",
            "insert",
            "update",
            "delete",
            "where",
            "group",
            "order",
            "by",
            "join",
            "on",
            "create",
            "table",
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "FROM",
            "WHERE",
            "GROUP",
            "ORDER",
            "BY",
            "JOIN",
            "ON",
            "AND",
            "OR",
            "CREATE",
            "TABLE",
            "INTO",
            "VALUES",
            "SET",
            "NOT",
            "NULL");

    // possessive quantifiers, and no search for an end that is far away or nowhere: hostile input must not make it slow
    private static final String REST =
            "|(?<text>\"(?:[^\"\\\\\\n]|\\\\.){0,500}+\"|'(?:[^'\\\\\\n]|\\\\.){0,500}+'|`[^`\\n]*+`)"
                    + "|(?<number>\\b\\d[\\d_.xXa-fA-FeE]*+\\b)|(?<word>[A-Za-z_][A-Za-z0-9_]*+)";

    private static final Pattern SLASHES =
            Pattern.compile("(?<comment>//[^\\n]*+|/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+(?:\\*/|\\z))" + REST);
    private static final Pattern HASHES = Pattern.compile("(?<comment>#[^\\n]*+)" + REST);
    private static final Pattern DASHES = Pattern.compile("(?<comment>--[^\\n]*+)" + REST);

    private Highlighter() {}

    /**
     * The tokens in order; none for languages that have no such things. A comment that does not end goes to the end; a text
     * that does not end on its line within 500 characters is none. The work is proportional to the listing.
     */
    public static List<Token> tokens(String language, CharSequence code) {
        String name = language.toLowerCase(java.util.Locale.ROOT);
        if (PLAIN.contains(name)) {
            return List.of();
        }
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = pattern(name).matcher(code);
        while (matcher.find()) {
            if (matcher.group("comment") != null) {
                tokens.add(new Token(matcher.start(), matcher.end(), Kind.COMMENT));
            } else if (matcher.group("text") != null) {
                tokens.add(new Token(matcher.start(), matcher.end(), Kind.TEXT));
            } else if (matcher.group("number") != null) {
                tokens.add(new Token(matcher.start(), matcher.end(), Kind.NUMBER));
            } else if (KEYWORDS.contains(matcher.group())) {
                tokens.add(new Token(matcher.start(), matcher.end(), Kind.KEYWORD));
            }
        }
        return tokens;
    }

    private static Pattern pattern(String language) {
        if (HASH_COMMENTS.contains(language)) {
            return HASHES;
        }
        return language.equals("sql") || language.equals("lua") ? DASHES : SLASHES;
    }
}
