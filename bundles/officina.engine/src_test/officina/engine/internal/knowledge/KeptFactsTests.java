// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import officina.api.id.RecordId;
import officina.api.memory.IndexCollection;
import officina.api.memory.IndexDocument;
import officina.api.record.IndexedFolder;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import org.junit.jupiter.api.Test;

class KeptFactsTests {

    private static final Path ROOT = Path.of("/home/ann/notes");

    private final MemoryIndex index = new MemoryIndex();
    private final List<IndexedFolderItem> folders = List.of(new IndexedFolderItem(
            new RecordId(new UUID(3, 1)), new IndexedFolder(ROOT, new RecordId(new UUID(4, 4)), false)));

    /** Each look at the clock is ten later. */
    private long now;

    private final KeptFacts facts = new KeptFacts(() -> now += 10);

    private void put(String name) throws InterruptedException {
        index.put(List.of(new IndexDocument(
                IndexCollection.DOCUMENTS, ROOT.resolve(name).toString(), "", name, Map.of(), List.of())));
    }

    private int files(boolean atWork) {
        return facts.of(index, folders, atWork).get(0).files();
    }

    @Test
    void are_gathered_again_only_when_the_index_or_the_folders_have_changed() throws Exception {
        put("a.txt");
        List<FolderStatus> first = facts.of(index, folders, false);

        assertSame(first, facts.of(index, folders, false));

        put("b.txt");
        assertEquals(2, files(false));
        assertEquals(List.of(), facts.of(index, List.of(), false));
        assertEquals(2, files(false));
    }

    @Test
    void may_be_a_little_old_while_a_folder_is_being_read_and_no_longer() throws Exception {
        put("a.txt");
        assertEquals(1, files(true));

        put("b.txt");
        assertEquals(1, files(true));
        assertEquals(2, files(false));

        put("c.txt");
        now += 1_000;
        assertEquals(3, files(true));
    }

    @Test
    void of_no_index_are_nothing() {
        assertEquals(0, facts.of(null, folders, false).get(0).files());
    }
}
