// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.pdf;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import officina.document.internal.Effort;
import officina.document.internal.Limits;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Takes the text from pages, with an empty line between paragraphs, and stops when it was too much work. */
final class PageText extends PDFTextStripper {

    private static final int EVERY = 256;

    private final Limits limits;
    private final Effort effort;
    private int operators;
    private boolean tooMany;
    private int glyphs;
    private int room;
    private boolean overfull;

    PageText(Limits limits, Effort effort) {
        this.limits = limits;
        this.effort = effort;
        setLineSeparator("\n");
        setParagraphEnd("\n");
        setPageEnd("");
        setAddMoreFormatting(false);
    }

    /** Whether the pages draw without end. */
    boolean tooMany() {
        return tooMany;
    }

    /** Whether the last page draws more than is read of a page; what came first was taken. */
    boolean overfull() {
        return overfull;
    }

    /** The library unpacks what a page draws piece by piece, past what bounds every other stream. */
    @Override
    public void processPage(PDPage page) throws IOException {
        for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
            if (streams.next().getCOSObject() instanceof BoundedStream stream) {
                stream.tryOut();
            }
        }
        room = limits.pageCharacters();
        overfull = false;
        super.processPage(page);
    }

    /** The library keeps far more of each character than its byte, and one string may be all of a page. */
    @Override
    protected void showText(byte[] string) throws IOException {
        // a character takes at least one byte
        if (string.length > room) {
            overfull = true;
        }
        if (room > 0) {
            super.showText(string.length > room ? Arrays.copyOf(string, room) : string);
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (++glyphs % EVERY == 0) {
            check();
        }
        String unicode = text.getUnicode();
        // a font may make a long text of one character
        int length = unicode == null ? 1 : Math.max(1, unicode.length());
        if (length > room) {
            overfull = true;
            room = 0;
            return;
        }
        room -= length;
        super.processTextPosition(text);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators % EVERY == 0) {
            check();
        }
        if (operators > limits.operators()) {
            tooMany = true;
            throw new StoppedException(null);
        }
        super.processOperator(operator, operands);
    }

    private void check() {
        try {
            effort.check();
        } catch (IOException e) {
            throw new StoppedException(e);
        }
    }

    /** The library goes on behind whatever is thrown for one step, except for this. */
    private static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoppedException(@Nullable IOException cause) {
            super(cause);
        }
    }
}
