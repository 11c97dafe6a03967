// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.math.BigDecimal;
import java.util.List;
import officina.language.internal.grammar.Capture;
import org.jspecify.annotations.Nullable;

/** The captures of a match by name; the last of a name counts. Numbers were checked by the pattern. */
record View(List<Capture> captures, String prefix) {

    View(List<Capture> captures) {
        this(captures, "");
    }

    /** The captures under a prefix ("to.month" as "month"). */
    View under(String name) {
        return new View(captures, prefix + name + ".");
    }

    boolean isEmpty() {
        return captures.stream().noneMatch(capture -> capture.name().startsWith(prefix));
    }

    boolean has(String name) {
        return text(name) != null;
    }

    @Nullable
    String text(String name) {
        String value = null;
        for (Capture capture : captures) {
            if (capture.name().equals(prefix + name)) {
                value = capture.value();
            }
        }
        return value;
    }

    int number(String name, int otherwise) {
        String value = text(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    /** {@code count} (1 where the pattern keeps none) times {@code times} plus {@code plus}. */
    BigDecimal amount() {
        return decimal("count", "1").multiply(decimal("times", "1")).add(decimal("plus", "0"));
    }

    private BigDecimal decimal(String name, String otherwise) {
        String value = text(name);
        return new BigDecimal(value == null ? otherwise : value);
    }
}
