// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import officina.api.document.DocumentKind;
import officina.api.document.DocumentReading;
import officina.api.document.DocumentTrouble;
import officina.api.document.FileStamp;
import officina.api.document.FolderProgress;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.host.DocumentAccess;
import officina.base.Redacted;
import officina.document.internal.Effort;
import officina.document.internal.Kinds;
import officina.document.internal.Limits;
import officina.document.internal.Reader;
import officina.document.internal.Source;
import officina.document.internal.Troubles;
import officina.document.internal.UnreadableException;
import officina.document.internal.folder.FolderScan;
import officina.document.internal.pdf.PdfReader;
import officina.document.internal.text.TextReader;
import officina.document.internal.word.WordReader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads documents, without asking anybody for leave: whoever hands this to a plug-in puts the permission broker before
 * it. Any thread, several at a time. A library is loaded with the first document that needs it.
 */
@Component(service = Documents.class)
public final class Documents implements DocumentAccess {

    private static final Logger log = LoggerFactory.getLogger(Documents.class);

    private final Limits limits;
    private final LongSupplier nanos;
    private final Map<DocumentKind, Reader> readers = new EnumMap<>(DocumentKind.class);
    private final Kinds kinds = new Kinds();

    @Activate
    public Documents() {
        this(Limits.STANDARD, System::nanoTime);
    }

    /** @param nanos a clock that only goes forward */
    Documents(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** None: nobody is asked here. */
    @Override
    public List<Path> folders() {
        return List.of();
    }

    @Override
    public DocumentReading read(Path file) throws InterruptedException {
        String name = file.toString();
        try {
            return read(file, name);
        } catch (UnreadableException e) {
            return unread(e.trouble());
        } catch (Effort.SpentException e) {
            return unread(Troubles.tooSlow(name, limits));
        } catch (IOException e) {
            requireUninterrupted();
            return unread(logged(Troubles.of(name, e), e));
        } catch (RuntimeException e) {
            requireUninterrupted();
            return unread(logged(Troubles.failed(name), e));
        } catch (OutOfMemoryError | StackOverflowError e) {
            // one document is no reason to end; what it took is free again
            return unread(logged(Troubles.unsafe(name), e));
        }
    }

    @Override
    public FolderReport compare(FolderState known, FolderProgress progress) throws InterruptedException {
        return new FolderScan(kinds, limits, nanos).compare(known, progress);
    }

    private DocumentReading read(Path file, String name) throws IOException, InterruptedException {
        Path last = file.getFileName();
        DocumentKind kind = kinds.of(last == null ? "" : last.toString())
                .orElseThrow(() -> new UnreadableException(Troubles.unsupported(name)));
        Source source = Source.of(file, name);
        if (source.size() == 0) {
            throw new UnreadableException(Troubles.empty(name));
        }
        source.requireAtMost(limits.fileBytes());
        Effort effort = new Effort(limits, nanos);
        String hash = source.hash(effort);
        Reader.Result result = reader(kind).read(source, effort);
        source.requireUnchanged();
        requireUninterrupted();
        return new DocumentReading.Read(
                kind, new FileStamp(source.size(), source.modified(), hash), result.passages(), result.troubles());
    }

    private Reader reader(DocumentKind kind) {
        synchronized (readers) {
            return readers.computeIfAbsent(kind, each -> switch (each) {
                case TEXT -> TextReader.plain(limits);
                case MARKDOWN -> TextReader.markdown(limits);
                case SOURCE -> TextReader.source(limits);
                case PDF -> new PdfReader(limits);
                case WORD -> new WordReader(limits);
            });
        }
    }

    private static DocumentReading unread(DocumentTrouble trouble) {
        return new DocumentReading.Unread(trouble);
    }

    private static DocumentTrouble logged(DocumentTrouble trouble, Throwable cause) {
        log.warn("a document could not be read: {}", trouble.problem(), Redacted.of(cause));
        return trouble;
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("cancelled");
        }
    }
}
