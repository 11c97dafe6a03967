// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import officina.api.document.DocumentReading;
import officina.api.document.FolderChange;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.document.Passage;
import org.junit.jupiter.api.Test;

/** Documents in memory behave as those on a disk. */
class InMemoryDocumentsTests {

    private static final Path HOME = Path.of("/home/ada");

    private final InMemoryDocuments documents = new InMemoryDocuments(HOME);

    @Test
    void each_line_is_a_passage_and_what_is_not_there_is_not_read() {
        documents.write("letter.md", "Dear Charles,\n\nHow is the engine?");

        DocumentReading.Read read =
                assertInstanceOf(DocumentReading.Read.class, documents.read(HOME.resolve("letter.md")));
        assertEquals(
                List.of("line 1: Dear Charles,", "line 3: How is the engine?"),
                read.passages().stream()
                        .map((Passage each) -> each.place() + ": " + each.text())
                        .toList());
        assertInstanceOf(DocumentReading.Unread.class, documents.read(HOME.resolve("other.md")));
    }

    @Test
    void what_changed_in_a_folder_is_told_once() {
        documents.write("a/one.txt", "one").write("a/two.txt", "two").write("b/three.txt", "three");
        FolderState empty = FolderState.empty(HOME.resolve("a"));
        FolderReport first = documents.compare(empty, (found, hashed) -> {});
        assertEquals(
                List.of("one.txt", "two.txt"),
                first.changes().stream().map(FolderChange::path).toList());

        FolderState known = empty.after(first.changes());
        documents.write("a/one.txt", "uno").delete("a/two.txt");
        FolderReport second = documents.compare(known, (found, hashed) -> {});
        assertEquals(2, second.changes().size());
        assertEquals(new FolderChange.Removed("two.txt"), second.changes().getFirst());
        assertInstanceOf(FolderChange.Changed.class, second.changes().getLast());
        assertEquals(
                List.of(),
                documents
                        .compare(known.after(second.changes()), (found, hashed) -> {})
                        .changes());
    }
}
