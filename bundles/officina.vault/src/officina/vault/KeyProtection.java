// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault;

/**
 * What keeps the data key from others.
 *
 * @param text one sentence for the person
 */
public record KeyProtection(Kind kind, String text) {

    /** The means. */
    public enum Kind {
        KEYRING,
        PASSPHRASE,
        /** In a way that only a newer version knows. */
        UNKNOWN
    }
}
