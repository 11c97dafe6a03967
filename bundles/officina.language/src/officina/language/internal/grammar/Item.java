// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item of a pattern as the data file writes it; see {@link PatternReader} for the notation. */
sealed interface Item {

    /** A word, number or mark by itself. */
    record Literal(String form) implements Item {}

    /** {@code <class>}, {@code <class:capture>}, {@code <1-31:capture>}, {@code <^class>} with a capital letter. */
    record Reference(String name, @Nullable String capture, boolean capital) implements Item {}

    /** {@code {macro}} or {@code {macro prefix}}, which puts the prefix before the macro's captures. */
    record Macro(String name, String prefix) implements Item {}

    /** {@code ( | )}, or {@code [ | ]} for what may be missing. */
    record Group(List<List<Item>> ways, boolean optional) implements Item {}

    /** {@code !( )} */
    record Not(List<List<Item>> ways) implements Item {}

    /** {@code =name:value} */
    record Assignment(String name, String value) implements Item {}

    /** {@code ~} */
    record Adjacent() implements Item {}

    /** {@code $} */
    record End() implements Item {}
}
