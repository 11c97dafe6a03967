// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.util.Arrays;

/**
 * Characters that must not be printed or kept: a passphrase, a recovery phrase. Whoever takes one closes it after use,
 * which overwrites the characters. Any thread may use it.
 */
public final class SecretText implements AutoCloseable {

    private final char[] characters;
    private boolean closed;

    /** Takes the array over: it is overwritten when this is closed. */
    public SecretText(char[] characters) {
        this.characters = characters;
    }

    /** A copy that the caller overwrites after use. Throws {@link IllegalStateException} after {@link #close}. */
    public synchronized char[] copy() {
        if (closed) {
            throw new IllegalStateException("the secret was wiped");
        }
        return characters.clone();
    }

    public boolean isEmpty() {
        return characters.length == 0;
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "***";
    }
}
