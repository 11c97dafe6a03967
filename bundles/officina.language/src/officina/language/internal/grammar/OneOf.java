// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.grammar;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A word, number or mark out of a list, standing for the value beside it. */
record OneOf(Map<String, String> members) implements Part {

    @Override
    public @Nullable Found find(Reading reading, int at) {
        String value = members.get(reading.tokens().form(at));
        return value == null ? null : new Found(at + 1, value);
    }

    @Override
    public Set<String> firsts() {
        return members.keySet();
    }
}
