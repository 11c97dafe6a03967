// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.record.Priority;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFilesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    @TempDir
    private Path data;

    @Test
    void documents_are_written_for_their_owner_alone_and_go_without_a_trace() throws IOException {
        SampleFiles files = new SampleFiles(data);

        Path folder = files.write();

        assertEquals(data.toRealPath().resolve("sample"), folder);
        assertEquals(
                List.of("boiler-manual.pdf", "handbook.md", "house-meeting.txt", "lease.docx", "trip-to-lisbon.md"),
                names(folder));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("lease.docx"))));
        files.delete();
        assertFalse(Files.exists(folder), "the folder is still there");
        files.delete();
    }

    @Test
    void what_the_person_changed_or_added_is_neither_overwritten_nor_deleted() throws IOException {
        SampleFiles files = new SampleFiles(data);
        Path folder = files.write();
        Files.writeString(folder.resolve("handbook.md"), "mine");
        Files.writeString(folder.resolve("own.txt"), "mine");
        Files.delete(folder.resolve("lease.docx"));

        files.write();
        assertEquals("mine", Files.readString(folder.resolve("handbook.md")));
        assertTrue(Files.exists(folder.resolve("lease.docx")), "a missing one comes back");

        files.delete();
        assertEquals(List.of("handbook.md", "own.txt"), names(folder));
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_named() throws IOException {
        Files.writeString(data.resolve("sample"), "");
        FailureException refused = assertThrows(FailureException.class, () -> new SampleFiles(data).write());
        assertEquals("sample.unwritable", refused.failure().code());
        assertTrue(refused.failure().message().contains(data.resolve("sample").toString()));
    }

    @Test
    void to_dos_are_due_around_today() {
        RecordId project = new RecordId(new UUID(0, 1));
        List<Todo> todos = SampleTodos.around(TODAY, project);

        assertEquals(10, todos.size());
        assertEquals(
                new Todo(
                        project,
                        "Clean the boiler filter",
                        "handbook.md says how",
                        Priority.HIGH,
                        TodoStatus.OPEN,
                        LocalDate.of(2026, 11, 16),
                        null,
                        List.of(),
                        null),
                todos.getFirst());
        assertEquals(LocalTime.of(10, 0), todos.get(2).dueTime());
        assertEquals(List.of("Amara", "Jonas"), todos.get(5).people());
        assertEquals(3, todos.stream().filter(todo -> todo.due() == null).count());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
