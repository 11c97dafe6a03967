// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentReading;

/** Any bytes as a file of each kind: the first byte says which. Run by {@code releng/scripts/fuzz}. */
public final class DocumentFuzz {

    private static final String[] ENDINGS = {"txt", "md", "java", "pdf", "docx"};

    private DocumentFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        String ending = ENDINGS[Byte.toUnsignedInt(data[0]) % ENDINGS.length];
        try {
            Path file = Files.createTempFile("document", "." + ending);
            try {
                Files.write(file, Arrays.copyOfRange(data, 1, data.length));
                check(Read.of(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static List<byte[]> seeds() throws IOException {
        Path folder = Files.createTempDirectory("seeds");
        Path file = folder.resolve("seed");
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(seed(0, "Text.\n\nMore text. \u65e5\u672c".getBytes(StandardCharsets.UTF_16)));
        seeds.add(seed(1, "---\na: b\n---\n# One\n\nText\n\nTwo\n---\n".getBytes(StandardCharsets.UTF_8)));
        seeds.add(seed(1, ("# One" + " \t".repeat(5_000) + "two\n\nText\n").getBytes(StandardCharsets.UTF_8)));
        seeds.add(seed(2, "class A {\n\n  void b() {}\n}\n".getBytes(StandardCharsets.UTF_8)));
        seeds.add(seed(3, Files.readAllBytes(Pdfs.pages(file, "Text.", "More."))));
        seeds.add(seed(3, Files.readAllBytes(Pdfs.encrypted(file, "", "Text."))));
        seeds.add(seed(3, Files.readAllBytes(Pdfs.hello(file, Pdfs.plain("Hello"), ""))));
        seeds.add(seed(
                4,
                Files.readAllBytes(new WordFile()
                        .body(WordFile.p("H1", "A"), WordFile.p("B"))
                        .save(file))));
        Files.delete(file);
        Files.delete(folder);
        return seeds;
    }

    private static void check(DocumentReading reading) {
        switch (reading) {
            case DocumentReading.Read read -> {
                if (read.passages().isEmpty()) {
                    throw new AssertionError("read, and nothing in it");
                }
            }
            case DocumentReading.Unread unread -> {
                if (unread.trouble().problem() == DocumentProblem.FAILED) {
                    throw new AssertionError("a failure nobody foresaw: " + unread);
                }
            }
        }
    }

    private static byte[] seed(int kind, byte[] content) {
        byte[] seed = new byte[content.length + 1];
        seed[0] = (byte) kind;
        System.arraycopy(content, 0, seed, 1, content.length);
        return seed;
    }
}
