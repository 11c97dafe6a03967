// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import officina.api.error.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedTextTests {

    @TempDir
    private Path folder;

    @Test
    void text_is_read_as_it_was_written() throws IOException {
        assertEquals(
                "Gr\u00fc\u00dfe \ud83d\ude00",
                read("Gr\u00fc\u00dfe \ud83d\ude00".getBytes(StandardCharsets.UTF_8))
                        .text());
        assertEquals(
                "Gr\u00fc\u00dfe",
                read("\ufeffGr\u00fc\u00dfe".getBytes(StandardCharsets.UTF_8)).text());
        assertEquals(
                "Gr\u00fc\u00dfe \u201ehier\u201c",
                read("Gr\u00fc\u00dfe \u201ehier\u201c".getBytes(Charset.forName("windows-1252")))
                        .text());
        assertEquals("", read(new byte[0]).text());
    }

    @Test
    void of_a_huge_file_the_beginning_is_read_up_to_a_whole_character() throws IOException {
        // the last character that begins before the limit ends behind it
        int whole = (OpenedText.MOST - 2) / 3;
        OpenedText read = read(("aa" + "\u20ac".repeat(whole + 10)).getBytes(StandardCharsets.UTF_8));

        assertTrue(read.cut());
        assertEquals("aa" + "\u20ac".repeat(whole), read.text());
    }

    @Test
    void a_file_that_is_gone_is_said_to_be_so() {
        FailureException gone = assertThrows(FailureException.class, () -> OpenedText.read(folder.resolve("gone.txt")));

        assertEquals("document.unreadable", gone.failure().code());
    }

    @Test
    void it_is_read_as_the_index_reads_it() throws IOException {
        assertEquals(
                "one\ntwo \u20ac\n",
                read(("\ufeffone\r\ntwo \u20ac\r\n").getBytes(StandardCharsets.UTF_16LE))
                        .text());
        Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("text.txt"));

        FailureException link = assertThrows(FailureException.class, () -> OpenedText.read(folder.resolve("link.txt")));
        assertEquals("document.unreadable", link.failure().code());
        FailureException binary = assertThrows(FailureException.class, () -> read(new byte[] {1, 0, 2, 0, 0, 0, 7}));
        assertEquals("document.no-text", binary.failure().code());
    }

    private OpenedText read(byte[] bytes) throws IOException {
        return OpenedText.read(Files.write(folder.resolve("text.txt"), bytes));
    }
}
