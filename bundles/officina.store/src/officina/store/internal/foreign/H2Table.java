// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.store.internal.foreign.H2Words.Kind;
import officina.store.internal.foreign.H2Words.Word;

/**
 * A table as the statement declares it that H2 keeps of it.
 *
 * @param name with its schema in front where that is not {@code PUBLIC}
 * @param stored whether its rows are in the file
 */
record H2Table(String name, List<Column> columns, boolean stored) {

    /** @param names of its values, where the rows hold numbers that stand for them */
    record Column(String name, List<String> names) {}

    private static final int MOST_DEPTH = 20;
    /** H2 makes none that are longer. */
    private static final int MOST_OF_A_NAME = 256;

    private static final int MOST_OF_A_VALUE = 1 << 20;

    /** @param domains what the types are that the database names itself, by schema and name */
    static H2Table parse(List<Word> words, Map<List<String>, List<Word>> domains) throws IOException {
        int at = nameAt(words);
        String name = shown(qualified(words, at));
        int open = at + 3;
        if (words.get(open).is("COMMENT")) {
            open += 2;
        }
        if (!words.get(open).is("(")) {
            throw new IOException("no columns");
        }
        int close = closing(words, open);
        List<Column> columns = new ArrayList<>();
        for (List<Word> column : parts(words.subList(open + 1, close))) {
            if (column.size() < 2 || column.getFirst().kind() != Kind.NAME) {
                throw new IOException("a column without a name");
            }
            List<String> names = names(column.subList(1, column.size()), domains, name, 0);
            columns.add(new Column(fitting(column.getFirst(), MOST_OF_A_NAME), names));
        }
        List<Word> rest = words.subList(close + 1, words.size());
        if (rest.stream().anyMatch(word -> word.is("ENGINE"))) {
            throw ForeignFailures.unsupported(name);
        }
        boolean stored = rest.stream().noneMatch(word -> word.is("PERSISTENT"));
        return new H2Table(name, List.copyOf(columns), stored);
    }

    /** Where the name of what a statement creates begins. */
    static int nameAt(List<Word> words) throws IOException {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).kind() == Kind.NAME) {
                return i;
            }
        }
        throw new IOException("a statement without a name");
    }

    /** Schema and name. */
    static List<String> qualified(List<Word> words, int at) throws IOException {
        if (at + 3 >= words.size()
                || words.get(at).kind() != Kind.NAME
                || !words.get(at + 1).is(".")
                || words.get(at + 2).kind() != Kind.NAME) {
            throw new IOException("a name without a schema");
        }
        return List.of(fitting(words.get(at), MOST_OF_A_NAME), fitting(words.get(at + 2), MOST_OF_A_NAME));
    }

    static String shown(List<String> qualified) {
        return qualified.getFirst().equals("PUBLIC") ? qualified.getLast() : String.join(".", qualified);
    }

    private static List<String> names(List<Word> type, Map<List<String>, List<Word>> domains, String table, int depth)
            throws IOException {
        if (type.isEmpty()) {
            throw new IOException("a column without a type");
        }
        Word first = type.getFirst();
        if (first.kind() == Kind.NAME) {
            List<Word> domain = domains.get(
                    type.size() == 3 ? List.of(type.get(0).text(), type.get(2).text()) : qualified(type, 0));
            if (domain == null || depth > MOST_DEPTH) {
                throw new IOException("a type that is nowhere");
            }
            return names(domain, domains, table, depth + 1);
        }
        if (!first.is("ENUM")) {
            if (first.is("ROW") && type.subList(0, closing(type, 1)).stream().anyMatch(word -> word.is("ENUM"))) {
                throw ForeignFailures.unsupported(table);
            }
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (List<Word> name : parts(type.subList(2, closing(type, 1)))) {
            if (name.size() != 1 || name.getFirst().kind() != Kind.TEXT) {
                throw new IOException("a value without a name");
            }
            names.add(fitting(name.getFirst(), MOST_OF_A_VALUE));
        }
        return List.copyOf(names);
    }

    private static String fitting(Word word, int most) throws IOException {
        if (word.text().length() > most) {
            throw new IOException("a name that is too long");
        }
        return word.text();
    }

    private static int closing(List<Word> words, int open) throws IOException {
        int depth = 0;
        for (int i = open; i < words.size(); i++) {
            if (words.get(i).is("(")) {
                depth++;
            } else if (words.get(i).is(")") && --depth == 0) {
                return i;
            }
        }
        throw new IOException("brackets that are left open");
    }

    /** Between the commas that stand in no bracket. */
    private static List<List<Word>> parts(List<Word> words) {
        List<List<Word>> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).is("(")) {
                depth++;
            } else if (words.get(i).is(")")) {
                depth--;
            } else if (words.get(i).is(",") && depth == 0) {
                parts.add(words.subList(from, i));
                from = i + 1;
            }
        }
        if (from < words.size()) {
            parts.add(words.subList(from, words.size()));
        }
        return parts;
    }
}
