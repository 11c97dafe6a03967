// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.regex.Pattern;

/** Names a step inside its plan. */
public record StepId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public StepId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a StepId looks like step-1, not: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
