// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.memory.IndexHit;
import officina.api.memory.IndexQuery;
import officina.api.record.IndexedFolder;
import officina.base.Progress;
import officina.document.Documents;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import officina.engine.SyncedFolders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSyncsTests {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final long LIMIT_SECONDS = 20;

    private final MemoryIndex index = new MemoryIndex();
    private final Path temp;
    private final Path root;
    private final IndexedFolderItem folder;
    private FolderSyncs syncs;
    private Instant now = NOW;
    private volatile List<String> ignored = List.of();

    FolderSyncsTests(@TempDir Path temp) throws IOException {
        this.temp = temp;
        root = Files.createDirectory(temp.resolve("notes")).toRealPath();
        folder = item(root, 1);
        syncs = syncs(index, temp, Files.createDirectory(temp.resolve("data")));
    }

    @AfterEach
    void close() {
        syncs.close();
    }

    private static IndexedFolderItem item(Path path, long number) {
        return new IndexedFolderItem(
                new RecordId(new UUID(3, number)), new IndexedFolder(path, new RecordId(new UUID(4, 4)), false));
    }

    private FolderSyncs syncs(MemoryIndex index, Path temp, Path data) {
        return new FolderSyncs(
                new EngineIndex(
                        () -> (_, _, _) -> index,
                        temp.resolve("index"),
                        new SecretKeySpec(new byte[32], "AES"),
                        new Meanings(
                                () -> {
                                    throw new IllegalStateException("this index compares nothing");
                                },
                                temp)),
                Documents::new,
                data,
                _ -> ignored,
                () -> now);
    }

    @Test
    void what_is_to_be_passed_over_goes_out_of_the_index_and_comes_back() throws Exception {
        Files.writeString(root.resolve("kept.txt"), "marmalade");
        Files.writeString(root.resolve("noise.log"), "marmalade");
        sync();
        assertEquals(List.of("kept.txt, line 1", "noise.log, line 1"), sorted(places("marmalade")));
        ignored = List.of("*.log");
        sync();
        assertEquals(List.of("kept.txt, line 1"), places("marmalade"));
        ignored = List.of();
        sync();
        assertEquals(List.of("kept.txt, line 1", "noise.log, line 1"), sorted(places("marmalade")));
    }

    private static List<String> sorted(List<String> all) {
        return all.stream().sorted().toList();
    }

    private SyncedFolders sync() throws InterruptedException {
        return syncs.begin(folder, () -> {}).await(Progress.NONE);
    }

    private List<String> places(String word) {
        return index.search(IndexQuery.of(word, 10)).hits().stream()
                .map(hit -> root.relativize(Path.of(hit.document())) + ", " + hit.place())
                .toList();
    }

    private FolderStatus status() {
        return FolderFacts.of(index).status(folder);
    }

    private String troubles() {
        return status().troubles().stream()
                .map(each -> each.path() + " " + each.failure().code())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    @Test
    void what_a_moved_file_had_made_of_it_is_there_until_it_is_written_anew() throws Exception {
        Files.writeString(root.resolve("a.txt"), "The roses are red.\n");
        Files.writeString(root.resolve("b.txt"), "The tulips are yellow.\n");
        sync();
        Files.move(root.resolve("a.txt"), root.resolve("c.txt"));
        Files.delete(root.resolve("b.txt"));
        List<String> atWriting = new ArrayList<>();
        index.beforePut(() -> {
            if (atWriting.isEmpty()) {
                atWriting.addAll(places("The"));
            }
        });

        sync();

        assertEquals(List.of("a.txt, line 1"), atWriting);
        assertEquals(List.of("c.txt, line 1"), places("The"));
    }

    @Test
    void what_is_new_changed_moved_touched_or_gone_is_followed_and_the_rest_left_alone() throws Exception {
        Files.writeString(root.resolve("a.txt"), "The roses are red.\n");
        Files.writeString(root.resolve("b.md"), "# Garden\n\nThe tulips are yellow.\n");
        Files.createDirectory(root.resolve("deep"));
        Files.writeString(root.resolve("deep/C.java"), "class C {\n    // violets\n}\n");
        Files.writeString(root.resolve("d.txt"), "The lilies are white.\n");

        assertEquals(new SyncedFolders(1, 4, 0), sync());
        assertEquals(List.of("a.txt, line 1"), places("roses"));
        assertEquals(List.of("b.md, lines 1-3"), places("tulips"));
        assertEquals(List.of("deep/C.java, lines 1-3"), places("violets"));
        assertEquals(new SyncedFolders(1, 0, 0), sync());

        Files.writeString(root.resolve("a.txt"), "Now there are\nonly asters left.\n");
        Files.move(root.resolve("b.md"), root.resolve("deep/moved.md"));
        Files.delete(root.resolve("deep/C.java"));
        Files.setLastModifiedTime(root.resolve("d.txt"), FileTime.from(NOW));

        // the moved one under its new name is written, under its old one removed
        assertEquals(new SyncedFolders(1, 2, 2), sync());
        assertEquals(List.of("a.txt, lines 1-2"), places("asters"));
        assertEquals(List.of(), places("roses"));
        assertEquals(List.of("deep/moved.md, lines 1-3"), places("tulips"));
        assertEquals(List.of(), places("violets"));
        assertEquals(6, index.puts());
        FolderStatus status = status();
        assertEquals(
                List.of(3, 3, 0, 0), List.of(status.files(), status.passages(), status.wordsOnly(), status.troubled()));
        assertEquals(NOW, status.syncedAt());
    }

    @Test
    void trouble_with_a_file_is_told_and_not_tried_again_before_the_file_changes() throws Exception {
        Files.writeString(root.resolve("good.txt"), "All is well.\n");
        Files.write(root.resolve("binary.txt"), new byte[] {1, 2, 0, 3, (byte) 0xff, 0, 0, 9});
        Files.writeString(root.resolve("broken.pdf"), "%PDF-1.7\nnothing of the kind\n");
        Files.writeString(root.resolve("empty.md"), " \n");
        Files.write(root.resolve("huge.txt"), new byte[17 << 20]);

        sync();

        assertEquals("""
                binary.txt document.binary
                broken.pdf document.broken
                empty.md document.empty
                huge.txt document.too-large""", troubles());
        FolderStatus status = status();
        assertEquals(List.of(4, 1, 4), List.of(status.files(), status.passages(), status.troubled()));
        int puts = index.puts();
        assertEquals(new SyncedFolders(1, 0, 0), sync());
        assertEquals(puts, index.puts());

        Files.writeString(root.resolve("empty.md"), "Something at last.\n");
        assertEquals(new SyncedFolders(1, 1, 0), sync());
        assertEquals(List.of("empty.md, line 1"), places("something"));
    }

    @Test
    void where_meaning_was_missing_documents_come_again() throws Exception {
        Files.writeString(root.resolve("a.txt"), "The roses are red.\n");
        index.setWordsOnly(true);
        sync();
        assertEquals(1, status().wordsOnly());
        assertEquals(List.of("a.txt, line 1"), places("roses"));

        index.setWordsOnly(false);

        assertEquals(new SyncedFolders(1, 1, 0), sync());
        assertEquals(0, status().wordsOnly());
        assertEquals(1, status().passages());
    }

    @Test
    void a_folder_that_is_gone_for_a_while_keeps_what_was_read_of_it() throws Exception {
        Files.writeString(root.resolve("a.txt"), "The roses are red.\n");
        index.setWordsOnly(true);
        sync();
        index.setWordsOnly(false);
        Files.writeString(root.resolve("b.txt"), "The tulips are yellow.\n");
        sync();
        Path away = temp.resolve("away");
        Files.move(root, away);
        now = NOW.plusSeconds(3600);

        assertEquals(new SyncedFolders(1, 0, 0), sync());

        assertEquals(" document.gone", troubles());
        assertEquals(2, status().files());
        assertEquals(NOW, status().syncedAt(), "nobody could look at it");
        Files.move(away, root);
        sync();
        assertEquals("", troubles());
        assertEquals(now, status().syncedAt());
    }

    @Test
    void a_folder_that_was_never_there_was_never_read() throws Exception {
        Files.delete(root);

        assertEquals(new SyncedFolders(1, 0, 0), sync());

        assertEquals(" document.gone", troubles());
        assertNull(status().syncedAt());
    }

    @Test
    void nothing_of_the_data_folder_is_read() throws Exception {
        Path data = Files.createDirectory(root.resolve("officina-data"));
        Files.writeString(data.resolve("officina.log"), "secret roses\n");
        Files.writeString(root.resolve("a.txt"), "open roses\n");
        syncs = syncs(index, temp, data);

        sync();

        assertEquals(List.of("a.txt, line 1"), places("roses"));
    }

    @Test
    void nothing_of_a_data_folder_that_was_opened_through_a_link_is_read() throws Exception {
        Path data = Files.createDirectory(root.resolve("officina-data"));
        Files.writeString(data.resolve("officina.log"), "secret roses\n");
        Files.writeString(root.resolve("a.txt"), "open roses\n");
        syncs = syncs(index, temp, Files.createSymbolicLink(temp.resolve("link"), data));

        sync();

        assertEquals(List.of("a.txt, line 1"), places("roses"));
    }

    @Test
    void what_was_read_of_a_folder_before_it_became_the_data_folder_goes() throws Exception {
        Path data = Files.createDirectory(root.resolve("later"));
        Files.writeString(data.resolve("b.txt"), "secret roses\n");
        Files.writeString(root.resolve("a.txt"), "open roses\n");
        sync();
        assertEquals(List.of("a.txt, line 1", "later/b.txt, line 1"), places("roses"));
        syncs = syncs(index, temp, data);

        assertEquals(new SyncedFolders(1, 0, 1), sync());

        assertEquals(List.of("a.txt, line 1"), places("roses"));
    }

    @Test
    void nothing_is_read_where_nobody_knows_which_folder_is_the_own_one() throws Exception {
        Files.writeString(root.resolve("a.txt"), "open roses\n");
        syncs = syncs(index, temp, temp.resolve("nowhere"));

        assertEquals(
                "index.data-folder",
                assertThrows(FailureException.class, this::sync).failure().code());
        assertEquals(List.of(), places("roses"));
    }

    @Test
    void one_works_at_a_time_and_each_can_be_ended() throws Exception {
        Files.writeString(root.resolve("a.txt"), "The roses are red.\n");
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        List<String> order = new ArrayList<>();
        index.beforePut(() -> {
            if (inside.getCount() == 0) {
                add(order, "second writes");
                return;
            }
            inside.countDown();
            try {
                assertFalse(never.await(LIMIT_SECONDS, TimeUnit.SECONDS), "nobody opens it");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            add(order, "first ends");
        });
        FolderWork first = syncs.begin(folder, () -> {});
        assertTrue(inside.await(LIMIT_SECONDS, TimeUnit.SECONDS), "the first did not begin");
        IndexedFolderItem other =
                item(Files.createDirectory(temp.resolve("other")).toRealPath(), 2);
        FolderWork second = syncs.begin(other, () -> {});
        assertTrue(syncs.isAtWork(folder.id()));
        assertTrue(syncs.isAtWork(other.id()));

        syncs.end(folder.id(), "The folder was paused.");

        assertFalse(syncs.isAtWork(folder.id()));
        FailureException ended = assertThrows(FailureException.class, () -> first.await(Progress.NONE));
        assertEquals(Progress.CANCELLED, ended.failure().code());
        assertEquals("The folder was paused.", ended.failure().message());
        assertNotNull(syncs.failure(folder.id()));
        second.await(Progress.NONE);
        assertEquals(List.of("first ends", "second writes"), copy(order));
        assertEquals(new SyncedFolders(1, 1, 0), sync());
        assertNull(syncs.failure(folder.id()));
    }

    private static void add(List<String> order, String name) {
        synchronized (order) {
            order.add(name);
        }
    }

    private static List<String> copy(List<String> order) {
        synchronized (order) {
            return List.copyOf(order);
        }
    }

    @Test
    void who_waits_may_end_it_and_closing_ends_all() throws Exception {
        Files.writeString(root.resolve("a.txt"), "The roses are red.\n");
        index.beforePut(() -> {
            try {
                assertFalse(new CountDownLatch(1).await(LIMIT_SECONDS, TimeUnit.SECONDS), "nobody opens it");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        FolderWork refused = syncs.begin(folder, () -> {});
        assertEquals(
                Progress.CANCELLED,
                assertThrows(FailureException.class, () -> refused.await((_, _) -> false))
                        .failure()
                        .code());
        FolderWork open = syncs.begin(folder, () -> {});

        syncs.close();

        assertEquals(
                "engine.closed",
                assertThrows(FailureException.class, () -> open.await(Progress.NONE))
                        .failure()
                        .code());
        assertEquals(
                "engine.closed",
                assertThrows(FailureException.class, () -> syncs.begin(folder, () -> {}))
                        .failure()
                        .code());
    }

    @Test
    void what_is_of_no_folder_any_more_is_taken_out() throws Exception {
        Files.writeString(root.resolve("a.txt"), "The roses are red.\n");
        sync();
        FolderFacts.keepOnly(index, List.of(folder));
        assertEquals(1, index.search(IndexQuery.of("roses", 5)).hits().size());

        FolderFacts.keepOnly(index, List.of(item(temp.resolve("noted"), 5)));

        assertEquals(
                List.<IndexHit>of(), index.search(IndexQuery.of("roses", 5)).hits());
        assertNull(status().syncedAt());
    }
}
