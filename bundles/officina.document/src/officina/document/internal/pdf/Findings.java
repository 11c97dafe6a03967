// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.pdf;

import java.io.IOException;
import officina.document.internal.Limits;

/** What was found out about a PDF while a library read it, which may swallow what is thrown. */
final class Findings {

    private boolean unsafe;
    private long unpacked;

    /** Notes that something in it unpacks without measure; what is returned is to be thrown. */
    IOException unsafe() {
        unsafe = true;
        return new IOException("a stream that unpacks to too much");
    }

    /** Counts what was unpacked; throws when that is more than all of a document may have. */
    void unpacked(long bytes, Limits limits) throws IOException {
        unpacked += bytes;
        if (unpacked > limits.unpackedBytes()) {
            throw unsafe();
        }
    }

    boolean isUnsafe() {
        return unsafe;
    }
}
