// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How an answer is to be read.
 *
 * @param whole most bytes of a whole answer and of an event
 * @param pieces most bytes of an answer in pieces
 * @param secrets that are masked in whatever comes back; none is empty
 */
record Wanted(Form form, int whole, long pieces, List<byte[]> secrets) {

    private static final String MASK = "***";

    enum Form {
        WHOLE,
        EVENTS,
        PIECES
    }

    Wanted {
        secrets = List.copyOf(secrets);
    }

    /** The value of a header, which the client reads as UTF-8, without what is secret. */
    String masked(String value) {
        String masked = value;
        for (byte[] secret : secrets) {
            masked = masked.replace(new String(secret, StandardCharsets.UTF_8), MASK);
        }
        return masked;
    }
}
