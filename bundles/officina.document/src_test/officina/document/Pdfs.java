// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** PDFs for tests: those a program would make, and those nobody should. */
final class Pdfs {

    private Pdfs() {}

    /** One page for each text, its lines one below the other. */
    static Path pages(Path file, String... pages) throws IOException {
        try (PDDocument document = document(pages)) {
            document.save(file.toFile());
        }
        return file;
    }

    /** The same, encrypted; an empty user password opens it for everybody. */
    static Path encrypted(Path file, String userPassword, String... pages) throws IOException {
        try (PDDocument document = document(pages)) {
            AccessPermission may = new AccessPermission();
            may.setCanExtractContent(false);
            document.protect(new StandardProtectionPolicy("owner", userPassword, may));
            document.save(file.toFile());
        }
        return file;
    }

    /** The same with a title, which lies among the objects that are packed together. */
    static Path titled(Path file, String title, String... pages) throws IOException {
        try (PDDocument document = document(pages)) {
            document.getDocumentInformation().setTitle(title);
            document.save(file.toFile());
        }
        return file;
    }

    private static PDDocument document(String... pages) throws IOException {
        PDDocument document = new PDDocument();
        for (String text : pages) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.setLeading(14);
                content.newLineAtOffset(60, 740);
                for (String line : text.split("\n", -1)) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
        }
        return document;
    }

    /** A file of these objects, the first being the catalogue. */
    static Path raw(Path file, List<byte[]> objects) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        out.writeBytes(ascii("%PDF-1.7\n"));
        for (byte[] object : objects) {
            offsets.add(out.size());
            out.writeBytes(ascii(offsets.size() + " 0 obj\n"));
            out.writeBytes(object);
            out.writeBytes(ascii("\nendobj\n"));
        }
        int table = out.size();
        out.writeBytes(ascii("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n"));
        offsets.forEach(offset -> out.writeBytes(ascii(String.format(Locale.ROOT, "%010d 00000 n \n", offset))));
        out.writeBytes(
                ascii("trailer<</Root 1 0 R/Size " + (offsets.size() + 1) + ">>\nstartxref\n" + table + "\n%%EOF"));
        return Files.write(file, out.toByteArray());
    }

    /** A page that says Hello, with these contents, a font with that addition, and further objects from the sixth on. */
    static Path hello(Path file, byte[] content, String fontAddition, byte[]... more) throws IOException {
        List<byte[]> objects = new ArrayList<>(List.of(
                ascii("<</Type/Catalog/Pages 2 0 R>>"),
                ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
                ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 5 0 R"
                        + "/Resources<</Font<</F1 4 0 R>>>>>>"),
                ascii("<</Type/Font/Subtype/Type1/BaseFont/Helvetica" + fontAddition + ">>"),
                content));
        objects.addAll(Arrays.asList(more));
        return raw(file, objects);
    }

    static byte[] plain(String words) {
        return stream("", words(words));
    }

    static byte[] words(String words) {
        return ascii("BT /F1 12 Tf 100 700 Td (" + words + ") Tj ET");
    }

    /** A stream that is packed. */
    static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
            packed.write(content);
        }
        return stream("/Filter/FlateDecode", out.toByteArray());
    }

    static byte[] stream(String entries, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("<<" + entries + "/Length " + content.length + ">>\nstream\n"));
        out.writeBytes(content);
        out.writeBytes(ascii("\nendstream"));
        return out.toByteArray();
    }

    /** A packed stream that unpacks to so many blanks. */
    static byte[] blanks(long count) throws IOException {
        byte[] block = new byte[1 << 16];
        Arrays.fill(block, (byte) ' ');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
            for (long i = 0; i < count; i += block.length) {
                packed.write(block);
            }
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
