// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.pdf;

import java.io.IOException;

/** What was found out about a PDF while a library read it, which may swallow what is thrown. */
final class Findings {

    private boolean unsafe;

    /** Notes that something in it unpacks without measure; what is returned is to be thrown. */
    IOException unsafe() {
        unsafe = true;
        return new IOException("a stream that unpacks to too much");
    }

    boolean isUnsafe() {
        return unsafe;
    }
}
