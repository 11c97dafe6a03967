// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import officina.api.document.DocumentProblem;
import officina.api.document.FileStamp;
import officina.api.document.FolderChange;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.document.internal.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that change between two looks. */
class FolderTests {

    @TempDir
    private Path temp;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Later than whatever the file system says now, and later with each use. */
    private long seconds = 4_000_000_000L;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("folder"));
    }

    @Test
    void a_file_is_added_changed_touched_moved_and_removed() throws Exception {
        write("a.txt", "sheep");
        write("sub/b.md", "wool");
        write("c.png", "no document");
        FolderState state = look(FolderState.empty(folder), "added a.txt", "added sub/b.md");
        state = look(state);

        write("a.txt", "goats");
        state = look(state, "changed a.txt");

        touch("a.txt");
        state = look(state, "touched a.txt");

        Files.createDirectories(folder.resolve("other"));
        Files.move(folder.resolve("sub/b.md"), folder.resolve("other/c.md"));
        state = look(state, "moved sub/b.md to other/c.md");

        Files.delete(folder.resolve("a.txt"));
        state = look(state, "removed a.txt");
        assertEquals(List.of("other/c.md"), List.copyOf(state.files().keySet()));
    }

    @Test
    void only_what_looks_changed_is_opened() throws Exception {
        for (int i = 0; i < 20; i++) {
            write("f" + i + ".txt", "text " + i);
        }
        FolderState state = look(FolderState.empty(folder), report -> assertEquals(20, report.documents()));
        touch("f3.txt");

        int[] hashed = {0};
        new Documents().compare(state, (documents, now) -> hashed[0] = Math.max(hashed[0], now));

        assertEquals(1, hashed[0]);
    }

    @Test
    void what_nobody_wrote_is_passed_over() throws Exception {
        write(".git/config.txt", "x");
        write(".hidden.txt", "x");
        write("web/node_modules/p/readme.md", "x");
        write("java/pom.xml", "<project/>");
        write("java/target/out.txt", "x");
        write("mine/target/aim.txt", "x");
        write("web/app.min.js", "x");
        write("web/package-lock.json", "x");

        look(FolderState.empty(folder), "added java/pom.xml", "added mine/target/aim.txt");
    }

    @Test
    void a_gitignore_is_honoured_where_it_lies_and_below() throws Exception {
        write(".gitignore", "*.log\n/private/\n!keep.log\n");
        write("a.log", "x");
        write("keep.log", "x");
        write("private/secret.txt", "x");
        write("sub/private/open.txt", "x");
        write("sub/.gitignore", "!a.log\nb.txt\n");
        write("sub/a.log", "x");
        write("sub/b.txt", "b");
        FolderState state =
                look(FolderState.empty(folder), "added keep.log", "added sub/a.log", "added sub/private/open.txt");

        write("sub/.gitignore", "private\n");
        look(state, "removed sub/a.log", "removed sub/private/open.txt", "added sub/b.txt");
    }

    @Test
    void what_the_person_wants_passed_over_is_whatever_the_folder_says() throws Exception {
        write(".gitignore", "!keep.log\n");
        write("a.txt", "x");
        write("keep.log", "y");
        write("drafts/b.txt", "z");
        FolderState all = look(FolderState.empty(folder), "added a.txt", "added drafts/b.txt", "added keep.log");

        FolderState fewer = look(
                new FolderState(folder, all.files(), List.of("*.log", "drafts/")),
                "removed drafts/b.txt",
                "removed keep.log");
        assertEquals(List.of("*.log", "drafts/"), fewer.ignored(), "it goes on to hold");
        look(fewer);
    }

    @Test
    void links_are_not_followed_and_those_that_lead_out_are_told_of() throws Exception {
        write("a.txt", "x");
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("out"), outside);
        Files.createSymbolicLink(folder.resolve("secret.txt"), outside.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("same.txt"), folder.resolve("a.txt"));
        Files.createSymbolicLink(folder.resolve("circle"), folder);
        Files.createSymbolicLink(folder.resolve("nowhere.txt"), temp.resolve("none"));

        FolderReport report = new Documents().compare(FolderState.empty(folder), (documents, hashed) -> {});

        assertEquals(List.of("added a.txt"), words(report));
        assertEquals(
                Map.of(
                        "out", DocumentProblem.LINK,
                        "secret.txt", DocumentProblem.LINK,
                        "nowhere.txt", DocumentProblem.LINK),
                problems(report));
    }

    @Test
    void a_folder_reached_by_a_link_may_be_looked_through() throws Exception {
        write("a.txt", "x");
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder);

        assertEquals(
                List.of("added a.txt"),
                words(new Documents().compare(FolderState.empty(link), (documents, hashed) -> {})));
    }

    @Test
    void when_the_folder_is_gone_nothing_counts_as_removed() throws Exception {
        write("a.txt", "x");
        FolderState state = look(FolderState.empty(folder), "added a.txt");
        Files.move(folder, temp.resolve("elsewhere"));

        FolderReport report = new Documents().compare(state, (documents, hashed) -> {});

        assertEquals(List.of(), report.changes());
        assertEquals(Map.of("", DocumentProblem.GONE), problems(report));
    }

    @Test
    void when_a_part_cannot_be_looked_into_what_was_known_of_it_stays() throws Exception {
        write("sub/a.txt", "x");
        write("b.txt", "x");
        FolderState state = look(FolderState.empty(folder), "added b.txt", "added sub/a.txt");
        Files.setPosixFilePermissions(folder.resolve("sub"), PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(folder.resolve("sub")), "root may read everything");

            FolderReport report = new Documents().compare(state, (documents, hashed) -> {});

            assertEquals(List.of(), report.changes());
            assertEquals(Map.of("sub", DocumentProblem.FORBIDDEN), problems(report));
        } finally {
            Files.setPosixFilePermissions(folder.resolve("sub"), PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void too_large_and_too_many_are_told_of() throws Exception {
        Limits few = new Limits(10, 10, 100, 1, 100, 100, 100, 100, Duration.ofMinutes(1), 3);
        write("a/large.txt", "much more than ten bytes");
        for (int i = 0; i < 5; i++) {
            write("b/f" + i + ".txt", "x" + i);
        }

        FolderReport report = new Documents(few, () -> 0).compare(FolderState.empty(folder), (documents, hashed) -> {});

        assertEquals(3, report.documents());
        assertEquals(DocumentProblem.TOO_LARGE, problems(report).get(""));
    }

    @Test
    void an_interruption_ends_it() throws Exception {
        write("a.txt", "x");

        Thread.currentThread().interrupt();

        assertThrows(
                InterruptedException.class,
                () -> new Documents().compare(FolderState.empty(folder), (documents, hashed) -> {}));
    }

    /** Whatever happens to a folder: the changes lead from what was known to what is there. */
    @Test
    void changes_of_any_kind_lead_to_what_is_there() throws Exception {
        Random random = new Random(3);
        FolderState state = FolderState.empty(folder);
        for (int round = 0; round < 25; round++) {
            for (int i = 0; i < 6; i++) {
                String path = "d" + random.nextInt(3) + "/f" + random.nextInt(6) + ".txt";
                switch (random.nextInt(4)) {
                    case 0, 1 -> write(path, "text " + random.nextInt(8));
                    case 2 -> Files.deleteIfExists(folder.resolve(path));
                    default -> move(path, "d" + random.nextInt(3) + "/g" + random.nextInt(6) + ".txt");
                }
            }
            FolderReport report = new Documents().compare(state, (documents, hashed) -> {});
            state = state.after(report.changes());

            assertEquals(there(), hashes(state), "round " + round);
            assertEquals(
                    List.of(),
                    new Documents().compare(state, (documents, hashed) -> {}).changes());
        }
    }

    private Map<String, String> there() throws Exception {
        return hashes(FolderState.empty(folder)
                .after(new Documents()
                        .compare(FolderState.empty(folder), (documents, hashed) -> {})
                        .changes()));
    }

    private static Map<String, String> hashes(FolderState state) {
        Map<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, FileStamp> file : state.files().entrySet()) {
            hashes.put(file.getKey(), file.getValue().hash());
        }
        return hashes;
    }

    private void move(String from, String to) throws IOException {
        if (Files.exists(folder.resolve(from)) && !Files.exists(folder.resolve(to))) {
            Files.createDirectories(folder.resolve(to).getParent());
            Files.move(folder.resolve(from), folder.resolve(to));
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        touch(path);
    }

    private void touch(String path) throws IOException {
        Files.setLastModifiedTime(folder.resolve(path), FileTime.from(java.time.Instant.ofEpochSecond(seconds++)));
    }

    private static FolderState look(FolderState known, String... expected) throws InterruptedException {
        return look(known, report -> {
            assertEquals(List.of(expected), words(report));
            assertEquals(List.of(), report.troubles());
        });
    }

    private static FolderState look(FolderState known, java.util.function.Consumer<FolderReport> check)
            throws InterruptedException {
        FolderReport report = new Documents().compare(known, (documents, hashed) -> {});
        check.accept(report);
        return known.after(report.changes());
    }

    private static List<String> words(FolderReport report) {
        List<String> words = new ArrayList<>();
        for (FolderChange change : report.changes()) {
            words.add(
                    switch (change) {
                        case FolderChange.Added added -> "added " + added.path();
                        case FolderChange.Changed changed -> "changed " + changed.path();
                        case FolderChange.Touched touched -> "touched " + touched.path();
                        case FolderChange.Moved moved -> "moved " + moved.from() + " to " + moved.path();
                        case FolderChange.Removed removed -> "removed " + removed.path();
                    });
        }
        return words;
    }

    private static Map<String, DocumentProblem> problems(FolderReport report) {
        assertTrue(report.troubles().stream()
                .noneMatch(each -> each.failure().message().isBlank()));
        return report.troubles().stream().collect(Collectors.toMap(each -> each.path(), each -> each.problem()));
    }
}
