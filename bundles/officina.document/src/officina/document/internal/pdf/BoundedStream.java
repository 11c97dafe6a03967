// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import officina.document.internal.Effort;
import officina.document.internal.Limits;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;

/**
 * A stream of a PDF that is tried before the library unpacks it into memory: what grows beyond the limit is refused, and
 * so is packing that only pictures use.
 */
final class BoundedStream extends COSStream {

    private static final Set<COSName> PACKED = Set.of(
            COSName.FLATE_DECODE,
            COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE,
            COSName.LZW_DECODE_ABBREVIATION,
            COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION,
            COSName.ASCII_HEX_DECODE,
            COSName.ASCII_HEX_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE,
            COSName.ASCII85_DECODE_ABBREVIATION,
            COSName.CRYPT);
    private static final int MOST_FILTERS = 4;
    private static final int WIDEST_ROW = 1 << 20;

    private final Limits limits;
    private final Effort effort;
    private final Findings findings;
    private boolean tried;

    /** @param content as it stands in the file */
    BoundedStream(RandomAccessStreamCache cache, byte[] content, Limits limits, Effort effort, Findings findings)
            throws IOException {
        super(cache, new RandomAccessReadView(new RandomAccessReadBuffer(content), 0, content.length, true));
        this.limits = limits;
        this.effort = effort;
        this.findings = findings;
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
        tryOut();
        return super.createInputStream(options);
    }

    @Override
    public RandomAccessRead createView() throws IOException {
        tryOut();
        return super.createView();
    }

    /** Throws when it may not be unpacked. */
    void tryOut() throws IOException {
        if (tried) {
            return;
        }
        List<COSName> filters = filters();
        if (filters.size() > MOST_FILTERS || !PACKED.containsAll(filters) || rowsTooWide()) {
            throw findings.unsafe();
        }
        byte[] between = {};
        for (int i = 0; i < filters.size(); i++) {
            boolean last = i == filters.size() - 1;
            try (InputStream in = i == 0 ? createRawInputStream() : new ByteArrayInputStream(between);
                    Counted out = new Counted(!last)) {
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, out, this, i);
                between = out.kept.toByteArray();
            }
        }
        tried = true;
    }

    private List<COSName> filters() {
        return switch (getFilters()) {
            case COSName one -> List.of(one);
            case COSArray several ->
                several.toList().stream()
                        .filter(COSName.class::isInstance)
                        .map(COSName.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }

    /** A row of a predictor is kept whole, and its length is only a number in the file. */
    private boolean rowsTooWide() {
        return switch (getDictionaryObject(COSName.DECODE_PARMS, COSName.DP)) {
            case COSDictionary one -> tooWide(one);
            case COSArray several -> {
                boolean wide = false;
                for (int i = 0; i < several.size(); i++) {
                    wide |= several.getObject(i) instanceof COSDictionary one && tooWide(one);
                }
                yield wide;
            }
            case null, default -> false;
        };
    }

    private static boolean tooWide(COSDictionary parameters) {
        return parameters.getInt(COSName.COLUMNS, 1) > WIDEST_ROW;
    }

    /** Counts what comes out, and keeps it where another filter follows. */
    private final class Counted extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final boolean keep;
        private long count;

        Counted(boolean keep) {
            this.keep = keep;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            effort.check();
            count += length;
            if (count > limits.partBytes()) {
                throw findings.unsafe();
            }
            findings.unpacked(length, limits);
            if (keep) {
                kept.write(bytes, offset, length);
            }
        }
    }
}
