// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the kinds that are not plain text. Texts are of plain ASCII without brackets. */
final class SampleDocuments {

    private SampleDocuments() {}

    static Path word(Path file, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<d><p><t>" + text + "</t></p></d>").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    /** A page for each text. */
    static Path pdf(Path file, String... pages) throws IOException {
        List<String> objects = new ArrayList<>(
                List.of("<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"));
        StringBuilder kids = new StringBuilder();
        for (String text : pages) {
            String content = "BT /F1 12 Tf 100 700 Td (" + text + ") Tj ET";
            int page = objects.size() + 1;
            kids.append(page).append(" 0 R ");
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents " + (page + 1)
                    + " 0 R/Resources<</Font<</F1 3 0 R>>>>>>");
            objects.add("<</Length " + content.length() + ">>\nstream\n" + content + "\nendstream");
        }
        objects.set(1, "<</Type/Pages/Kids[" + kids + "]/Count " + pages.length + ">>");
        StringBuilder made = new StringBuilder("%PDF-1.7\n");
        List<Integer> offsets = new ArrayList<>();
        for (String object : objects) {
            offsets.add(made.length());
            made.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = made.length();
        int size = objects.size() + 1;
        made.append("xref\n0 ").append(size).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> made.append("%010d 00000 n \n".formatted(offset)));
        made.append("trailer<</Root 1 0 R/Size ")
                .append(size)
                .append(">>\nstartxref\n")
                .append(table)
                .append("\n%%EOF");
        return Files.writeString(file, made, StandardCharsets.ISO_8859_1);
    }
}
