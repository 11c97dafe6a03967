// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Takes the statements apart that H2 keeps of what there is in a database. They are read, and never run. */
final class H2Words {

    enum Kind {
        WORD,
        NAME,
        TEXT,
        SIGN
    }

    /** @param text without its quotation marks */
    record Word(Kind kind, String text) {
        boolean is(String expected) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equals(expected);
        }
    }

    private final String statement;
    private int at;

    private H2Words(String statement) {
        this.statement = statement;
    }

    static List<Word> of(String statement) throws IOException {
        H2Words words = new H2Words(statement);
        List<Word> all = new ArrayList<>();
        while (words.at < statement.length()) {
            if (Character.isWhitespace(statement.charAt(words.at))) {
                words.at++;
            } else {
                all.add(words.next());
            }
        }
        return all;
    }

    private Word next() throws IOException {
        boolean coded = statement.startsWith("U&\"", at) || statement.startsWith("U&'", at);
        if (coded) {
            at += 2;
        }
        char first = statement.charAt(at);
        if (first == '"' || first == '\'') {
            String quoted = quoted(first);
            return new Word(first == '"' ? Kind.NAME : Kind.TEXT, coded ? decoded(quoted) : quoted);
        }
        int from = at++;
        if (!Character.isLetterOrDigit(first)) {
            return new Word(Kind.SIGN, String.valueOf(first));
        }
        while (at < statement.length()
                && (Character.isLetterOrDigit(statement.charAt(at)) || statement.charAt(at) == '_')) {
            at++;
        }
        return new Word(Kind.WORD, statement.substring(from, at));
    }

    private String quoted(char mark) throws IOException {
        StringBuilder text = new StringBuilder();
        int from = at + 1;
        while (true) {
            int end = statement.indexOf(mark, from);
            if (end < 0) {
                throw new IOException("a quotation without an end");
            }
            text.append(statement, from, end);
            if (end + 1 == statement.length() || statement.charAt(end + 1) != mark) {
                at = end + 1;
                return text.toString();
            }
            text.append(mark);
            from = end + 2;
        }
    }

    /** {@code \\} is one, {@code \00e4} and {@code \+01f388} are characters. */
    private static String decoded(String coded) throws IOException {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < coded.length()) {
            char each = coded.charAt(i++);
            if (each != '\\') {
                text.append(each);
            } else if (coded.startsWith("\\", i)) {
                text.append('\\');
                i++;
            } else {
                boolean six = coded.startsWith("+", i);
                int from = six ? i + 1 : i;
                i = from + (six ? 6 : 4);
                if (i > coded.length()) {
                    throw new IOException("half a character");
                }
                text.appendCodePoint(Integer.parseInt(coded, from, i, 16));
            }
        }
        return text.toString();
    }
}
