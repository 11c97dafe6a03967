// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import officina.api.chat.DocumentPassage;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.document.Documents;
import officina.engine.AttachedFile;
import officina.engine.internal.knowledge.Meanings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is attached, with real files, compared by words. */
class AttachmentsTests {

    @TempDir
    private Path folder;

    private final Attachments attachments = new Attachments(
            Documents::new,
            new Meanings(
                    () -> {
                        throw new FailureException(
                                Failure.of("embedding.unsupported", ErrorKind.RESOURCE, "No library.", null));
                    },
                    Path.of("native")));

    private Path lease;

    @BeforeEach
    void write() throws Exception {
        lease = Files.writeString(
                folder.resolve("lease.md"),
                "# Pets\n\nCats may be kept, dogs not.\n\n# Rent\n\nThe rent is due on the first.\n");
    }

    private static Message asks(String text, Path... files) {
        List<ContentPart> attached =
                Arrays.stream(files).<ContentPart>map(AttachedFile::part).toList();
        return new Message(
                MessageRole.USER,
                Stream.concat(Stream.of(new ContentPart.Text(text)), attached.stream())
                        .toList());
    }

    private static String code(FailureException failure) {
        return failure.failure().code();
    }

    @Test
    void passages_come_in_the_order_in_which_they_fit_with_their_places() throws Exception {
        List<DocumentPassage> passages = attachments.passages(asks("When is the rent due?", lease), List.of());

        assertEquals(lease.toUri(), passages.getFirst().document().uri());
        assertEquals(
                "Rent",
                passages.getFirst().text().lines().findFirst().orElse("").replace("# ", ""));
        assertEquals("lines 5-7", passages.getFirst().place());
    }

    @Test
    void what_came_earlier_counts_too_as_long_as_it_is_there() throws Exception {
        Message earlier = asks("Look at this", lease);
        assertEquals(
                1,
                attachments.passages(asks("Are dogs kept?"), List.of(earlier)).stream()
                        .filter(each -> each.text().contains("dogs not"))
                        .count());
        Files.delete(lease);
        assertEquals(List.of(), attachments.passages(asks("Are dogs kept?"), List.of(earlier)));
    }

    @Test
    void what_cannot_be_read_is_told_with_the_message_that_brings_it() throws Exception {
        Path binary = Files.write(folder.resolve("song.mp3"), new byte[] {1, 2, 0, 3, (byte) 0xff});
        Message message = asks("What is this?", binary);
        assertEquals(
                "document.unsupported",
                code(assertThrows(FailureException.class, () -> attachments.passages(message, List.of()))));
        assertEquals(
                "chat.attachment-folder", code(assertThrows(FailureException.class, () -> AttachedFile.part(folder))));
        assertEquals(
                "chat.attachment-missing",
                code(assertThrows(FailureException.class, () -> AttachedFile.part(folder.resolve("gone")))));
    }

    @Test
    void nothing_is_read_where_nothing_is_attached() throws Exception {
        Attachments none = new Attachments(
                () -> {
                    throw new AssertionError("no file is read here");
                },
                new Meanings(
                        () -> {
                            throw new AssertionError("nothing is compared here");
                        },
                        Path.of("native")));
        assertEquals(List.of(), none.passages(asks("Good morning"), List.of(asks("Hello"))));
    }
}
