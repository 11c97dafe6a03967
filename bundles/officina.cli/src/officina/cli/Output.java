// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import officina.api.error.Failure;
import officina.base.SecretText;
import officina.cli.Syntax.Printed;
import officina.protocol.Json;

/** Prints results for people, or one JSON value a line for programs. */
final class Output {

    private final Terminal terminal;
    private final boolean json;

    Output(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    boolean json() {
        return json;
    }

    /** One result: as JSON, or the text. */
    <T> void print(Printed<T> as, T result, String text) {
        terminal.out().println(json ? Json.text(as.form().json(result)) : printable(text));
    }

    /** One result as JSON, also where that was not asked for. */
    <T> void line(Printed<T> as, T result) {
        terminal.out().println(Json.text(as.form().json(result)));
    }

    /** Text that only people need. */
    void say(String text) {
        if (!json) {
            terminal.out().println(printable(text));
        }
    }

    /** One result that is a secret of plain letters, as JSON, without making a string of it. */
    void secret(Printed<SecretText> as, SecretText secret) {
        char[] letters = secret.copy();
        terminal.out().print("{\"" + as.form().members().getFirst().name() + "\":\"");
        terminal.out().print(letters);
        terminal.out().println("\"}");
        Arrays.fill(letters, '\0');
    }

    void failure(Failure failure) {
        if (json) {
            terminal.err().println(Json.text(FailureForms.ERROR.json(failure)));
            return;
        }
        terminal.err().println("officina: " + printable(failure.message()));
        String remedy = failure.remedy();
        if (remedy != null) {
            terminal.err().println("  " + printable(remedy));
        }
    }

    /** Words that mean nothing, for people: what is wrong with them, and what the command takes. */
    void wrong(Failure failure, String usage) {
        terminal.err().println("officina: " + printable(failure.message()));
        terminal.err().println(usage.stripTrailing());
    }

    /** Aligned columns, two spaces apart; the last column is as long as it likes. Nothing for no rows. */
    void table(List<List<String>> rows) {
        List<List<String>> safe = rows.stream()
                .map(row -> row.stream().map(Output::printable).toList())
                .toList();
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : safe) {
            for (int i = 0; i < row.size(); i++) {
                int width = row.get(i).length();
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(widths.get(i), width));
                }
            }
        }
        StringJoiner lines = new StringJoiner("\n");
        safe.forEach(row -> lines.add(line(row, widths)));
        if (!rows.isEmpty()) {
            say(lines.toString());
        }
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(cell);
            if (i < row.size() - 1) {
                line.repeat(' ', widths.get(i) - cell.length() + 2);
            }
        }
        return line.toString();
    }

    /** Data may hold control characters that would steer the terminal; they are shown, not obeyed. */
    static String printable(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            if (steers(text.charAt(i))) {
                safe = safe == null ? new StringBuilder(text) : safe;
                safe.setCharAt(i, '\ufffd');
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean steers(char sign) {
        return Character.isISOControl(sign) && sign != '\n' && sign != '\t';
    }
}
