// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import officina.api.document.DocumentReading;
import officina.document.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Documents are read in the framework as well, where every package that a library uses must be wired. */
class DocumentsOsgiTests {

    @TempDir
    private Path folder;

    @Test
    void each_kind_of_document_is_read() throws Exception {
        Path text = Files.writeString(folder.resolve("a.txt"), "Plain words.");
        Path markdown = Files.writeString(folder.resolve("a.md"), "# Heading\n\nMarked words.\n");
        Path source = Files.writeString(folder.resolve("a.java"), "class A {}\n");

        assertEquals("Plain words.", read(text));
        assertEquals("# Heading\n\nMarked words.", read(markdown));
        assertEquals("class A {}", read(source));
        assertEquals("Printed words", read(pdf()));
        assertEquals("Written words", read(word()));
    }

    private static String read(Path file) throws InterruptedException {
        BundleContext context =
                FrameworkUtil.getBundle(DocumentsOsgiTests.class).getBundleContext();
        ServiceReference<Documents> reference = context.getServiceReference(Documents.class);
        assertNotNull(reference, "nobody reads documents");
        DocumentReading reading = context.getService(reference).read(file);
        return switch (reading) {
            case DocumentReading.Read read -> read.passages().getFirst().text();
            case DocumentReading.Unread unread -> unread.toString();
        };
    }

    private Path word() throws Exception {
        Path file = folder.resolve("a.docx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<d><p><t>Written words</t></p></d>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    private Path pdf() throws Exception {
        String content = "BT /F1 12 Tf 100 700 Td (Printed words) Tj ET";
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                "<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream");
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(file.length());
            file.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 6\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append("%010d 00000 n \n".formatted(offset)));
        file.append("trailer<</Root 1 0 R/Size 6>>\nstartxref\n").append(table).append("\n%%EOF");
        return Files.writeString(folder.resolve("a.pdf"), file, StandardCharsets.ISO_8859_1);
    }
}
