// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.pdf;

import java.io.IOException;
import java.io.InputStream;
import officina.document.internal.Effort;
import officina.document.internal.Limits;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;

/** Parses a PDF for its text: streams are bounded, and pictures have no content. */
final class TextParser extends PDFParser {

    private final StreamCacheCreateFunction memory;
    private final Limits limits;
    private final Effort effort;
    private final Findings findings;

    TextParser(RandomAccessRead file, StreamCacheCreateFunction memory, Limits limits, Effort effort, Findings findings)
            throws IOException {
        super(file, "", null, null, memory);
        this.memory = memory;
        this.limits = limits;
        this.effort = effort;
        this.findings = findings;
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        effort.check();
        boolean picture = COSName.IMAGE.equals(dictionary.getItem(COSName.SUBTYPE));
        try (COSStream plain = super.parseCOSStream(dictionary);
                InputStream in = picture ? InputStream.nullInputStream() : plain.createRawInputStream()) {
            byte[] content = in.readAllBytes();
            BoundedStream stream = new BoundedStream(memory.create(), content, limits, effort, findings);
            plain.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(COSName.LENGTH))
                    .filter(entry -> !picture || !entry.getKey().equals(COSName.FILTER))
                    .forEach(entry -> stream.setItem(entry.getKey(), entry.getValue()));
            return stream;
        }
    }
}
