// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.error;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in a form that may cross a process boundary. Holds no secret and no stack trace. Its words are for the
 * person and may quote what the person wrote, so a log gets the code and never the message.
 *
 * @param code stable and listed in the reference; code branches on it, never on the message
 * @param message what happened and why, one or two sentences for the person
 * @param remedy what to do about it; {@code null} where there is nothing to do
 * @param retryAfter how long to wait before a retry makes sense; {@code null} where nobody knows
 */
public record Failure(
        String code,
        ErrorKind kind,
        String message,
        @Nullable String remedy,
        boolean retryable,
        @Nullable Duration retryAfter) {

    private static final Pattern CODE = Pattern.compile("[a-z]+(\\.[a-z]+(-[a-z]+)*+)++");

    public Failure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a code looks like provider.rate-limited, not: " + code);
        }
    }

    /** A failure that trying again does not mend. */
    public static Failure of(String code, ErrorKind kind, String message, @Nullable String remedy) {
        return new Failure(code, kind, message, remedy, false, null);
    }

    /** What happened, and what to do about it where something can be done; sentences in one line. */
    public String told() {
        return remedy == null ? message : message + " " + remedy;
    }

    /**
     * Whether Officina's own storage is in the way, a full disk for example: what was being done has not failed then, and
     * goes on from where it is once that is mended.
     */
    public boolean isStorageTrouble() {
        return kind == ErrorKind.RESOURCE && (code.startsWith("journal.") || code.startsWith("store."));
    }
}
