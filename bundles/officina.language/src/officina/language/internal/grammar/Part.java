// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One element of a pattern: reads one or a bounded number of tokens. Keeps no state. */
interface Part {

    /** Stands in {@link #firsts()} for "any number". */
    String DIGITS = "0";

    /** What it matches at that token, which exists; {@code null} for nothing. */
    @Nullable
    Found find(Reading reading, int at);

    /** The forms with which it may begin, {@link #DIGITS} among them; what pattern it is worth trying at a token. */
    Set<String> firsts();
}
