// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import officina.api.document.DocumentTrouble;
import officina.api.document.Passage;
import officina.base.Redacted;
import officina.document.internal.Effort;
import officina.document.internal.Limits;
import officina.document.internal.Reader;
import officina.document.internal.Source;
import officina.document.internal.Troubles;
import officina.document.internal.UnreadableException;
import officina.document.internal.cut.Cutter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads Word files (.docx) with the archive and XML readers of Java: main text, then foot- and endnotes. */
public final class WordReader implements Reader {

    private static final Logger log = LoggerFactory.getLogger(WordReader.class);
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Limits limits;

    public WordReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Result read(Source source, Effort effort) throws IOException {
        source.requireAtMost(limits.fileBytes());
        if (isOldOffice(source)) {
            // what Word locks, it puts into a file of the old kind
            throw new UnreadableException(Troubles.locked(source.name()));
        }
        try (WordPackage parts = new WordPackage(source, limits, effort)) {
            return read(parts, source, effort);
        } catch (UnreadableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (effort.isSpent()) {
                throw new UnreadableException(Troubles.tooSlow(source.name(), limits));
            }
            effort.check();
            source.requireUnchanged();
            if (e instanceof ZipException || !(e instanceof java.nio.file.FileSystemException)) {
                log.debug("a Word file could not be read", Redacted.of(e));
                throw new UnreadableException(Troubles.broken(source.name()));
            }
            throw e;
        }
    }

    private Result read(WordPackage parts, Source source, Effort effort) throws IOException {
        String main = parts.main();
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        WordStyles styles = new WordStyles();
        parts.read(folder + "styles.xml", styles);
        WordText text = new WordText(styles, limits.characters());
        if (!parts.read(main, text)) {
            throw new UnreadableException(Troubles.broken(source.name()));
        }
        text.flush();
        for (String notes : List.of("footnotes.xml", "endnotes.xml")) {
            parts.read(folder + notes, text);
            text.flush();
        }
        List<Passage> passages = Cutter.cut(text.manuscript(), effort);
        if (passages.isEmpty()) {
            throw new UnreadableException(Troubles.empty(source.name()));
        }
        List<DocumentTrouble> troubles = new ArrayList<>();
        if (text.isFull()) {
            troubles.add(Troubles.cutShort(source.name(), limits.characters()));
        }
        return new Result(passages, troubles);
    }

    private static boolean isOldOffice(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return Arrays.equals(in.readNBytes(OLD_OFFICE.length), OLD_OFFICE);
        }
    }
}
