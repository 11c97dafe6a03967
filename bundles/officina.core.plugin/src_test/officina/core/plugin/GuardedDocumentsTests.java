// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentReading;
import officina.api.document.DocumentTrouble;
import officina.api.document.FolderProgress;
import officina.api.document.FolderReport;
import officina.api.document.FolderState;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.DocumentAccess;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a grant for a folder covers, on a real file system with real links. */
class GuardedDocumentsTests {

    private static final PluginId AGENT = new PluginId("agent.reader");

    private final Path home;
    private final Path granted;
    private final Grants grants = new Grants();
    private final Held held = new Held(grants);
    private final RecordingLog log = new RecordingLog();
    private final HandleScope life = new HandleScope();
    private final RawDocuments raw = new RawDocuments();
    private final DocumentAccess documents = new GuardedDocuments(
            raw,
            new PermissionBroker(grants),
            new AccessScope(AGENT, new RunId(new UUID(1, 1)), new RecordId(new UUID(2, 2)), log),
            life);

    GuardedDocumentsTests(@TempDir Path temp) throws IOException {
        home = temp.toRealPath();
        granted = Files.createDirectories(home.resolve("docs/deep")).getParent();
        Files.createDirectories(home.resolve("docs-private"));
        Files.writeString(home.resolve("docs-private/secret.txt"), "secret");
        Files.writeString(granted.resolve("deep/a.txt"), "open");
        grant(granted.toString());
    }

    private void grant(String folder) {
        held.only(List.of(new Grant(
                AGENT, new Permission(PermissionType.FS_READ, folder), GrantScope.ALWAYS, null, Instant.EPOCH)));
    }

    private void refused(Path file) {
        int before = log.lines.size();
        FailureException refusal = assertThrows(FailureException.class, () -> documents.read(file));
        assertEquals("permission.denied", refusal.failure().code());
        assertEquals(List.of(), raw.calls, file.toString());
        assertEquals(before + 1, log.lines.size(), "a refusal is written down");
    }

    @Test
    void a_grant_for_a_folder_covers_what_is_below_it_and_itself() throws Exception {
        documents.read(granted.resolve("deep/a.txt"));
        documents.read(granted.resolve("deep/../deep/./a.txt"));
        documents.compare(new FolderState(granted, Map.of(), List.of("*.log")), (_, _) -> {});
        documents.read(granted.resolve("not/there.txt"));

        assertEquals(
                List.of(
                        "read " + granted.resolve("deep/a.txt"),
                        "read " + granted.resolve("deep/a.txt"),
                        "compare " + granted + " without [*.log]",
                        "read " + granted.resolve("not/there.txt")),
                raw.calls);
        assertEquals(
                "used fs.read " + granted.resolve("deep/a.txt") + ": read " + granted.resolve("deep/a.txt"),
                log.actions().getFirst());
    }

    @Test
    void what_only_begins_with_the_same_letters_or_lies_around_is_not_covered() {
        refused(home.resolve("docs-private/secret.txt"));
        refused(granted.resolve("../docs-private/secret.txt"));
        refused(granted.resolve("not-there/../../docs-private/not-there.txt"));
        refused(home);
        refused(home.resolve("nothing"));
        FolderState around = FolderState.empty(home);
        assertThrows(FailureException.class, () -> documents.compare(around, (_, _) -> {}));
        assertEquals(List.of(), raw.calls);
    }

    @Test
    void a_link_is_what_it_leads_to() throws Exception {
        Files.createSymbolicLink(granted.resolve("out"), home.resolve("docs-private"));
        Files.createSymbolicLink(granted.resolve("out.txt"), home.resolve("docs-private/secret.txt"));
        Files.createSymbolicLink(home.resolve("in"), granted);
        refused(granted.resolve("out/secret.txt"));
        refused(granted.resolve("out.txt"));
        refused(granted.resolve("out/not-there.txt"));

        documents.read(home.resolve("in/deep/a.txt"));

        assertEquals(List.of("read " + granted.resolve("deep/a.txt")), raw.calls);
    }

    @Test
    void what_became_a_link_while_it_was_read_is_thrown_away() {
        raw.meanwhile = () -> {
            try {
                Files.delete(granted.resolve("deep/a.txt"));
                Files.delete(granted.resolve("deep"));
                Files.createSymbolicLink(granted.resolve("deep"), home.resolve("docs-private"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        FailureException refusal =
                assertThrows(FailureException.class, () -> documents.read(granted.resolve("deep/a.txt")));

        assertEquals("permission.denied", refusal.failure().code());
        assertEquals(2, log.lines.size());
    }

    @Test
    void a_grant_that_names_no_place_plainly_covers_nothing() {
        for (String folder : List.of("docs", granted + "/../docs", granted + "/deep/..", "", "\0")) {
            grant(folder);
            refused(granted.resolve("deep/a.txt"));
        }
    }

    @Test
    void a_grant_for_all_covers_all_and_a_handle_ends_with_its_call() throws Exception {
        grant(Permission.ANY);
        documents.read(home.resolve("docs-private/secret.txt"));
        life.close();
        assertThrows(IllegalStateException.class, () -> documents.read(granted.resolve("deep/a.txt")));
        assertEquals(1, raw.calls.size());
    }

    @Test
    void the_folders_that_were_named_are_told_and_those_within_others_are_not() {
        held.only(Stream.of("/b/c", "/b", "/bc", "/a/x", Permission.ANY, "b", "/b/../d", "/bc")
                .map(each -> new Grant(
                        AGENT, new Permission(PermissionType.FS_READ, each), GrantScope.ALWAYS, null, Instant.EPOCH))
                .toList());
        assertEquals(List.of(Path.of("/a/x"), Path.of("/b"), Path.of("/bc")), documents.folders());
        assertEquals(List.of(), log.lines, "that they are there is no use of them");
        life.close();
        assertThrows(IllegalStateException.class, documents::folders);
    }

    @Test
    void a_folder_that_is_granted_in_another_project_is_not_told() {
        held.only(List.of(new Grant(
                AGENT,
                new Permission(PermissionType.FS_READ, "/a"),
                GrantScope.PROJECT,
                new UUID(2, 3),
                Instant.EPOCH)));
        assertEquals(List.of(), documents.folders());
    }

    /** Notes which call reached it. */
    private static final class RawDocuments implements DocumentAccess {

        final List<String> calls = new ArrayList<>();
        Runnable meanwhile = () -> {};

        @Override
        public List<Path> folders() {
            return List.of();
        }

        @Override
        public DocumentReading read(Path file) {
            calls.add("read " + file);
            meanwhile.run();
            return new DocumentReading.Unread(new DocumentTrouble(
                    DocumentProblem.EMPTY,
                    file.toString(),
                    Failure.of("document.empty", ErrorKind.USER, "There is nothing in it.", null)));
        }

        @Override
        public FolderReport compare(FolderState known, FolderProgress progress) {
            calls.add("compare " + known.folder() + (known.ignored().isEmpty() ? "" : " without " + known.ignored()));
            return new FolderReport(List.of(), List.of(), 0);
        }
    }
}
