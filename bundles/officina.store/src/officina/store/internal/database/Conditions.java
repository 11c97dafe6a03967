// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The "where" of a query, made of conditions that must all hold, with their values. */
public final class Conditions {

    private final StringBuilder text = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    /** Adds a condition; as many question marks as values. */
    public Conditions and(String condition, @Nullable Object... its) {
        text.append(text.isEmpty() ? " where " : " and ").append(condition);
        values.addAll(Arrays.asList(its));
        return this;
    }

    /** Adds one condition for each word: {@code column} must contain it. */
    public Conditions contains(String column, @Nullable String words) {
        for (String pattern : SearchText.patterns(words)) {
            and(column + " like ? escape '#'", pattern);
        }
        return this;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The values, and then these. */
    public @Nullable Object[] values(@Nullable Object... more) {
        List<@Nullable Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
