// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table as its statement declares it.
 *
 * @param key the column that stands for the number of the row; -1 where none does
 */
record SqliteTable(String name, long root, List<String> columns, int key) {

    private static final Pattern CONSTRAINT =
            Pattern.compile("(?i)(constraint|primary|unique|check|foreign)\\b.*", Pattern.DOTALL);
    private static final Pattern KEY =
            Pattern.compile("(?is)^integer\\s+(constraint\\s+\\S+\\s+)?primary\\s+key\\b(?!\\s+desc).*");
    private static final Pattern KEY_OF_TABLE =
            Pattern.compile("(?is)(?:constraint\\s+\\S+\\s+)?primary\\s+key\\s*\\(\\s*([^,)\\s]+)\\s*\\).*");
    private static final Pattern COMPUTED = Pattern.compile("(?is).*(\\bgenerated\\s+always\\b|\\bas\\s*\\().*");
    private static final Pattern COMMENTS = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** {@code null} for a form whose rows lie otherwise than this can tell: without row numbers, with computed columns. */
    static @Nullable SqliteTable parse(String name, long root, String statement) {
        String sql = COMMENTS.matcher(statement).replaceAll(" ");
        int open = sql.indexOf('(');
        int close = sql.lastIndexOf(')');
        if (open < 0
                || close < open
                || sql.substring(close).toLowerCase(Locale.ROOT).contains("without")) {
            return null;
        }
        List<String> columns = new ArrayList<>();
        Set<Integer> whole = new HashSet<>();
        int key = -1;
        for (String part : parts(sql.substring(open + 1, close))) {
            String declared = part.strip();
            if (CONSTRAINT.matcher(declared).matches()) {
                Matcher alone = KEY_OF_TABLE.matcher(declared);
                if (alone.matches()) {
                    int at = columns.indexOf(unquoted(alone.group(1)));
                    key = at >= 0 && whole.contains(at) ? at : key;
                }
                continue;
            }
            int end = nameEnd(declared);
            String rest = declared.substring(end).strip();
            if (COMPUTED.matcher(rest).matches()) {
                return null;
            }
            if (rest.toLowerCase(Locale.ROOT).matches("(?s)integer(\\s.*)?")) {
                whole.add(columns.size());
            }
            if (KEY.matcher(rest).matches()) {
                key = columns.size();
            }
            columns.add(unquoted(declared.substring(0, end)));
        }
        return new SqliteTable(name, root, List.copyOf(columns), key);
    }

    /** Between the commas that stand in no bracket and no quotation. */
    private static List<String> parts(String declarations) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < declarations.length(); i++) {
            char each = declarations.charAt(i);
            if (each == '\'' || each == '"' || each == '`' || each == '[') {
                int end = declarations.indexOf(each == '[' ? ']' : each, i + 1);
                i = end < 0 ? declarations.length() : end;
            } else if (each == '(') {
                depth++;
            } else if (each == ')') {
                depth--;
            } else if (each == ',' && depth == 0) {
                parts.add(declarations.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(declarations.substring(from));
        return parts;
    }

    private static int nameEnd(String declared) {
        if (declared.isEmpty()) {
            return 0;
        }
        char first = declared.charAt(0);
        if (first == '"' || first == '`' || first == '[' || first == '\'') {
            int end = declared.indexOf(first == '[' ? ']' : first, 1);
            return end < 0 ? declared.length() : end + 1;
        }
        int end = 0;
        while (end < declared.length()
                && !Character.isWhitespace(declared.charAt(end))
                && declared.charAt(end) != '(') {
            end++;
        }
        return end;
    }

    private static String unquoted(String name) {
        return name.length() > 1 && "\"`['".indexOf(name.charAt(0)) >= 0 ? name.substring(1, name.length() - 1) : name;
    }
}
