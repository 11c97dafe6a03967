// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
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
        assertEquals("Printed words", read(SampleDocuments.pdf(folder.resolve("a.pdf"), "Printed words")));
        assertEquals("Written words", read(SampleDocuments.word(folder.resolve("a.docx"), "Written words")));
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
}
