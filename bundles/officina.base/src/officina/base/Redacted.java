// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A throwable as a log may have it: classes, places and the numbers of database errors, no words. Messages quote what they were given: statements, paths, texts of the person. Every logger call passes
 * {@code Redacted.of(error)}, and {@code officina.logging} prints in this form whatever else reaches it.
 */
public final class Redacted extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int DEPTH = 8;

    private Redacted(Throwable original, @Nullable Throwable cause) {
        super(headline(original), cause, true, true);
        setStackTrace(original.getStackTrace());
    }

    /** The same throwable, its causes and what was suppressed, without their messages. */
    public static Redacted of(Throwable original) {
        return of(original, DEPTH);
    }

    private static Redacted of(Throwable original, int depth) {
        if (original instanceof Redacted already) {
            return already;
        }
        Throwable cause = depth == 0 ? null : original.getCause();
        Redacted redacted = new Redacted(original, cause == null ? null : of(cause, depth - 1));
        if (depth > 0) {
            for (Throwable suppressed : original.getSuppressed()) {
                redacted.addSuppressed(of(suppressed, depth - 1));
            }
        }
        return redacted;
    }

    private static String headline(Throwable original) {
        String name = original.getClass().getName();
        return original instanceof SQLException sql ? name + " [" + sql.getErrorCode() + "]" : name;
    }

    /** The class of the original. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
