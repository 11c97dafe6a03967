// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import org.jspecify.annotations.Nullable;

/**
 * A throwable as a log may have it: its classes and places, without its words, which may quote what the user wrote. For
 * failures of code that is not ours, and wherever a message may hold data.
 */
public final class Redacted extends Exception {

    private static final long serialVersionUID = 1L;

    private Redacted(Throwable original, @Nullable Throwable cause) {
        super(original.getClass().getName(), cause, false, true);
        setStackTrace(original.getStackTrace());
    }

    /** The same throwable without its messages and those of its causes; suppressed ones are left out. */
    public static Redacted of(Throwable original) {
        return of(original, 8);
    }

    private static Redacted of(Throwable original, int depth) {
        Throwable cause = depth == 0 ? null : original.getCause();
        return new Redacted(original, cause == null ? null : of(cause, depth - 1));
    }
}
