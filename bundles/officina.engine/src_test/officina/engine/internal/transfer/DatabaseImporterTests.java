// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.base.Progress;
import officina.engine.ImportedDatabase;
import officina.engine.internal.Bench;
import officina.engine.internal.record.RecordWriter;
import officina.store.ForeignDatabase;
import officina.store.ForeignDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What is brought in of a database, and when its file is deleted. */
class DatabaseImporterTests {

    @TempDir
    private Path folder;

    private final Bench bench = new Bench();
    private final Map<String, List<JsonObject>> tables = new TreeMap<>();
    private final DatabaseImporter importer = new DatabaseImporter(
            new SampleDatabases(tables),
            bench.store,
            new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH),
            () -> Instant.EPOCH,
            new RecordId(new UUID(2, 2)));

    private Path file = Path.of("");

    @BeforeEach
    void write_a_file() throws IOException {
        file = Files.writeString(folder.resolve("old.db"), "a database");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** Of which a log lies beside the file, where there is one, as SQLite writes it. */
    private record SampleDatabases(Map<String, List<JsonObject>> tables) implements ForeignDatabases {
        @Override
        public ForeignDatabase open(Path file) {
            return new SampleDatabase(file, tables);
        }

        @Override
        public ForeignDatabase openAlone(Path file) {
            if (Files.exists(file.resolveSibling(file.getFileName() + "-wal"))) {
                throw new FailureException(Failure.of("import.in-use", ErrorKind.USER, "A log.", "End the program."));
            }
            return open(file);
        }

        @Override
        public ForeignDatabase openCopy(Path file, Path folder, Set<String> tables) {
            return open(file);
        }
    }

    private record SampleDatabase(Path file, Map<String, List<JsonObject>> rows) implements ForeignDatabase {
        @Override
        public String format() {
            return "sample";
        }

        @Override
        public List<String> tables() {
            return List.copyOf(rows.keySet());
        }

        @Override
        public void rows(String table, Consumer<JsonObject> reader) {
            rows.getOrDefault(table, List.of()).forEach(reader);
        }

        @Override
        public String digest() {
            try {
                return HexFormat.of().formatHex(SessionFileWriter.sha256().digest(Files.readAllBytes(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void erase() {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {}
    }

    @Test
    void rows_that_came_into_a_log_after_the_import_are_not_deleted() throws IOException {
        tables.put("tasks", List.of(JsonObject.EMPTY.with("title", "Post the letters")));
        importer.importFrom(file, Progress.NONE);
        Path log = Files.writeString(folder.resolve("old.db-wal"), "rows");
        refused("import.in-use", () -> importer.remove(file));
        Files.delete(log);
        importer.remove(file);
        assertFalse(Files.exists(file));
    }

    @Test
    void what_came_in_is_compared_and_then_deleted() {
        tables.put("APP.TASKS", List.of(JsonObject.EMPTY.with("title", "Post the letters")));
        ImportedDatabase done = importer.importFrom(file, Progress.NONE);
        assertEquals(new ImportedDatabase("sample", List.of(new ImportedDatabase.Table("APP.TASKS", 1)), 1), done);
        importer.remove(file);
        assertFalse(Files.exists(file));
    }

    @Test
    void a_database_without_tables_is_refused() {
        refused("import.empty", () -> importer.importFrom(file, Progress.NONE));
        refused("import.missing", () -> importer.remove(file));
        assertEquals(List.of(), bench.store.list(new RecordQuery(RecordKind.DATABASE_IMPORT, Map.of(), null, 10)));
    }

    @Test
    void a_database_without_rows_is_never_deleted() {
        tables.put("tasks", List.of());
        importer.importFrom(file, Progress.NONE);
        refused("import.nothing", () -> importer.remove(file));
    }

    private void refused(String code, Executable call) {
        assertEquals(code, assertThrows(FailureException.class, call).failure().code());
        assertTrue(Files.exists(file));
    }
}
