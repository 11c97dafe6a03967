// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal;

import java.time.Duration;

/**
 * How much is read at most. Beyond a size nothing is read; beyond a number of characters, pages or seconds what was read
 * until then counts, and the rest is reported.
 *
 * @param textBytes of a text file
 * @param fileBytes of any other file
 * @param characters of a document's text
 * @param pages of a PDF
 * @param partBytes of one part of a document, unpacked
 * @param unpackedBytes of all parts of a document together
 * @param pageCharacters that one page of a PDF draws
 * @param operators that draw the pages of a PDF
 * @param time for one document
 * @param documents in one folder
 */
public record Limits(
        long textBytes,
        long fileBytes,
        int characters,
        int pages,
        long partBytes,
        long unpackedBytes,
        int pageCharacters,
        int operators,
        Duration time,
        int documents) {

    /** Those of the product, stated in docs/reference/documents.md. */
    public static final Limits STANDARD = new Limits(
            16L << 20,
            256L << 20,
            16 << 20,
            5_000,
            64L << 20,
            512L << 20,
            250_000,
            50_000_000,
            Duration.ofMinutes(2),
            200_000);
}
