// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

/** How long what was lent or borrowed may be used. */
final class Life {

    private volatile boolean over;

    void end() {
        over = true;
    }

    /** Throws {@link IllegalStateException} when it is over. */
    void check() {
        if (over) {
            throw new IllegalStateException("what was lent for a call is valid only until that call returns");
        }
    }
}
