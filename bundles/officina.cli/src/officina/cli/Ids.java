// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/** Finds what a person means by a whole identifier or by its end, as lists show it. */
final class Ids {

    private static final int SHOWN = 8;
    private static final String WHOLE = "\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}";

    private Ids() {}

    /** What lists show of an identifier. */
    static String shown(Object id) {
        String text = id.toString();
        return text.substring(text.length() - SHOWN);
    }

    /** Whether that is an identifier and not only the end of one. */
    static boolean isWhole(String wanted) {
        return Pattern.matches(WHOLE, wanted);
    }

    /** The one thing whose identifier is or ends so; {@code usage.unknown-id}, {@code usage.ambiguous-id}. */
    static <T> T find(String wanted, List<T> all, Function<T, Object> id, String kind) {
        String end = wanted.toLowerCase(Locale.ROOT);
        List<T> found = end.isEmpty()
                ? List.of()
                : all.stream()
                        .filter(each -> id.apply(each).toString().endsWith(end))
                        .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw found.isEmpty()
                ? unknown(kind, wanted)
                : new FailureException(Failure.of(
                        "usage.ambiguous-id",
                        ErrorKind.USER,
                        found.size() + " of them end with \"" + wanted + "\".",
                        "Give more of the identifier."));
    }

    static FailureException unknown(String kind, String wanted) {
        return new FailureException(Failure.of(
                "usage.unknown-id",
                ErrorKind.USER,
                "There is no " + kind + " \"" + wanted + "\".",
                "The list command shows the identifiers."));
    }
}
