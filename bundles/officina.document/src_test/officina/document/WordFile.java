// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A Word file for tests, put together by hand. */
final class WordFile {

    private static final String SPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private String comment = "";

    WordFile() {
        part("word/styles.xml", """
                <w:styles %s>
                <w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>
                <w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
                <w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
                <w:style w:styleId="Mine"><w:name w:val="My own"/><w:basedOn w:val="H2"/></w:style>
                <w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
                </w:styles>""".formatted(SPACE));
    }

    WordFile part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    WordFile part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    /** Each part with this comment, which stands in the list of the parts. */
    WordFile commented(String text) {
        comment = text;
        return this;
    }

    /** The main part, of paragraphs or other elements. */
    WordFile body(String... elements) {
        return part(
                "word/document.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document " + SPACE + "><w:body>"
                        + String.join("", elements) + "</w:body></w:document>");
    }

    static String p(String words) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + words + "</w:t></w:r></w:p>";
    }

    static String p(String style, String words) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    Path save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setComment(comment);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
