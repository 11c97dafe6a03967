// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import officina.api.document.DocumentTrouble;
import officina.api.document.Passage;
import officina.api.document.Place;
import officina.base.Redacted;
import officina.document.internal.Effort;
import officina.document.internal.Limits;
import officina.document.internal.Reader;
import officina.document.internal.Source;
import officina.document.internal.Troubles;
import officina.document.internal.UnreadableException;
import officina.document.internal.cut.Borders;
import officina.document.internal.cut.Cutter;
import officina.document.internal.cut.Manuscript;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads PDFs with PDFBox. Everything it unpacks stays in memory and within limits; it looks at no font of the machine.
 * A passage never goes over the end of a page.
 */
public final class PdfReader implements Reader {

    private static final Logger log = LoggerFactory.getLogger(PdfReader.class);
    /** The library knows one for the whole process. */
    private static final OneFont FONT = new OneFont();

    private static final int MOST_DAMAGED = 20;

    private final Limits limits;

    public PdfReader(Limits limits) {
        this.limits = limits;
        FontMappers.set(FONT);
    }

    @Override
    public Result read(Source source, Effort effort) throws IOException {
        source.requireAtMost(limits.fileBytes());
        Findings findings = new Findings();
        try (MeteredFile file = new MeteredFile(new RandomAccessReadBufferedFile(source.file()), effort);
                PDDocument document =
                        new TextParser(file, IOUtils.createMemoryOnlyStreamCache(), limits, effort, findings).parse()) {
            return new Work(source, effort, findings).of(document);
        } catch (InvalidPasswordException e) {
            throw new UnreadableException(Troubles.locked(source.name()));
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw unreadable(source, effort, findings, e);
        }
    }

    /** What it was that kept the library from opening the file; what the library itself says is for nobody. */
    private IOException unreadable(Source source, Effort effort, Findings findings, Throwable error)
            throws IOException {
        if (findings.isUnsafe() || error instanceof StackOverflowError) {
            return new UnreadableException(Troubles.unsafe(source.name()));
        } else if (effort.isSpent()) {
            return new UnreadableException(Troubles.tooSlow(source.name(), limits));
        }
        effort.check();
        source.requireUnchanged();
        log.debug("a PDF could not be read", Redacted.of(error));
        return new UnreadableException(Troubles.broken(source.name()));
    }

    /** The reading of one document that could be opened. */
    private final class Work {

        private final Source source;
        private final Effort effort;
        private final Findings findings;
        private final StringBuilder text = new StringBuilder();
        private final NavigableMap<Integer, Integer> pages = new TreeMap<>();
        private final List<DocumentTrouble> troubles = new ArrayList<>();

        Work(Source source, Effort effort, Findings findings) {
            this.source = source;
            this.effort = effort;
            this.findings = findings;
        }

        Result of(PDDocument document) throws IOException {
            readPages(document);
            Borders borders = Borders.of(text.toString());
            pages.keySet().forEach(start -> borders.raise(start, Borders.SECTION));
            List<Passage> passages =
                    Cutter.cut(new Manuscript(text.toString(), borders, (from, to) -> place(from)), cutting());
            if (passages.isEmpty()) {
                throw new UnreadableException(
                        troubles.isEmpty() ? Troubles.pictures(source.name()) : troubles.getFirst());
            }
            return new Result(passages, troubles);
        }

        private void readPages(PDDocument document) throws IOException {
            int count = document.getNumberOfPages();
            int damaged = 0;
            int last = Math.min(count, limits.pages());
            PageText stripper = new PageText(limits, effort);
            int leftOut = 0;
            for (int page = 1; page <= last; page++) {
                if (damaged > MOST_DAMAGED) {
                    leftOut = last - page + 1;
                    break;
                }
                String words = "";
                try {
                    effort.check();
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    words = stripper.getText(document);
                } catch (IOException | RuntimeException | StackOverflowError e) {
                    damaged++;
                    log.debug("page {} of a PDF could not be read", page, Redacted.of(e));
                }
                if (effort.isSpent() || stripper.tooMany()) {
                    troubles.add(Troubles.tooSlow(source.name(), limits));
                    return;
                }
                if (Thread.currentThread().isInterrupted()) {
                    effort.check();
                }
                if (!take(page, words)) {
                    return;
                }
                if (stripper.overfull()) {
                    troubles.add(Troubles.tooSlow(source.name(), limits));
                    return;
                }
            }
            if (findings.isUnsafe()) {
                troubles.add(Troubles.unsafe(source.name()));
            }
            leftOut += damaged;
            if (leftOut > 0) {
                troubles.add(
                        leftOut == count ? Troubles.broken(source.name()) : Troubles.partial(source.name(), leftOut));
            }
            if (count > limits.pages()) {
                troubles.add(Troubles.tooManyPages(source.name(), limits.pages()));
            }
        }

        private boolean take(int page, String words) {
            pages.put(text.length(), page);
            int room = limits.characters() - text.length();
            if (words.length() <= room) {
                text.append(clean(words));
                return true;
            }
            boolean inside = room > 0 && Character.isHighSurrogate(words.charAt(room - 1));
            text.append(clean(words.substring(0, inside ? room - 1 : room)));
            troubles.add(Troubles.cutShort(source.name(), limits.characters()));
            return false;
        }

        /** Cutting what was read takes its own time, for reading may have used up the document's. */
        private Effort cutting() {
            return effort.isSpent() ? new Effort(limits, System::nanoTime) : effort;
        }

        private Place place(int from) {
            Map.Entry<Integer, Integer> page = pages.floorEntry(from);
            return new Place.Page(page == null ? 1 : page.getValue());
        }
    }

    /** Without the signs that fonts without names for theirs give, and with nothing that is half a code point. */
    private static String clean(String words) {
        int[] points = words.codePoints()
                .map(point -> point == '\n' || point == '\t' || !Character.isISOControl(point) ? point : ' ')
                .filter(point -> !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE))
                .toArray();
        return new String(Arrays.copyOf(points, points.length), 0, points.length);
    }
}
