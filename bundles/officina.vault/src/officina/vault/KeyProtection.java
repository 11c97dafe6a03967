// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

/**
 * What keeps the data key from others.
 *
 * @param text one sentence for the person
 * @param tried whether those who make Officina have tried this on a system like this one
 */
public record KeyProtection(Kind kind, String text, boolean tried) {

    /** The means. */
    public enum Kind {
        KEYRING,
        PASSPHRASE,
        /** In a way that only a newer version knows. */
        UNKNOWN
    }
}
