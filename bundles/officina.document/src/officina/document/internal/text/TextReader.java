// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.text;

import java.io.IOException;
import java.util.List;
import officina.api.document.Passage;
import officina.base.TextDecoder;
import officina.document.internal.Effort;
import officina.document.internal.Limits;
import officina.document.internal.Reader;
import officina.document.internal.Source;
import officina.document.internal.Troubles;
import officina.document.internal.UnreadableException;
import officina.document.internal.cut.Borders;
import officina.document.internal.cut.Cutter;
import officina.document.internal.cut.Manuscript;

/** Reads files of text; what a syntax adds to the borders of plain text is a {@link Syntax}. */
public final class TextReader implements Reader {

    /** What a kind of text knows about itself. */
    @FunctionalInterface
    interface Syntax {

        /** Adds borders and headings. */
        void mark(String text, TextLines lines, Borders borders, Manuscript manuscript);
    }

    private final Limits limits;
    private final Syntax syntax;

    private TextReader(Limits limits, Syntax syntax) {
        this.limits = limits;
        this.syntax = syntax;
    }

    public static TextReader plain(Limits limits) {
        return new TextReader(limits, (text, lines, borders, manuscript) -> {});
    }

    public static TextReader markdown(Limits limits) {
        return new TextReader(limits, new MarkdownSyntax());
    }

    public static TextReader source(Limits limits) {
        return new TextReader(limits, new SourceSyntax());
    }

    @Override
    public Result read(Source source, Effort effort) throws IOException {
        String text = TextDecoder.decode(source.content(limits.textBytes()))
                .orElseThrow(() -> new UnreadableException(Troubles.binary(source.name())));
        List<Passage> passages = passages(text, effort);
        if (passages.isEmpty()) {
            throw new UnreadableException(Troubles.empty(source.name()));
        }
        return new Result(passages, List.of());
    }

    List<Passage> passages(String text, Effort effort) throws IOException {
        TextLines lines = new TextLines(text);
        Borders borders = Borders.of(text);
        Manuscript manuscript = new Manuscript(text, borders, lines);
        syntax.mark(text, lines, borders, manuscript);
        return Cutter.cut(manuscript, effort);
    }
}
