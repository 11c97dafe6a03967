// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.transfer;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.DatabaseImport;
import officina.api.record.DatabaseImport.Table;
import officina.api.record.ImportedTable;
import officina.api.record.RecordKind;
import officina.base.Progress;
import officina.base.Uuids;
import officina.engine.ImportedDatabase;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.start.FirstRecords;
import officina.protocol.Json;
import officina.store.ForeignDatabase;
import officina.store.ForeignDatabases;
import officina.store.Store;

/**
 * Brings in databases of other programs. First everything is read and hashed, then it is written in pieces that find
 * what an earlier try has written, then it is read back and compared; only after that it counts as imported. Any thread
 * may call; imports wait for each other.
 */
public final class DatabaseImporter {

    /** A record holds no more rows, or a little more than so many bytes of them. */
    private static final int MOST_ROWS = 500;

    private static final int MOST_BYTES = 1 << 20;

    private final ForeignDatabases databases;
    private final Store store;
    private final RecordWriter writer;
    private final InstantSource clock;
    private final RecordId project;
    private final ReentrantLock importing = new ReentrantLock();

    /** @param project what to-dos belong to */
    public DatabaseImporter(
            ForeignDatabases databases, Store store, RecordWriter writer, InstantSource clock, RecordId project) {
        this.databases = databases;
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.project = project;
    }

    /** See {@link officina.engine.PersonalData#importFrom}. */
    public ImportedDatabase importFrom(Path file, Progress progress) {
        importing.lock();
        try (ForeignDatabase database = databases.open(file)) {
            if (database.tables().isEmpty()) {
                throw failure(
                        "import.empty",
                        "The database " + file + " holds no tables.",
                        "Check whether it is the right file; nothing was imported, and nothing deleted.");
            }
            String digest = database.digest();
            Steps steps = new Steps(progress);
            List<Table> tables = database.tables().stream()
                    .map(name -> summed(
                            name,
                            parts(database, name, part -> steps.add(part.rows().size()))))
                    .toList();
            steps.know(3 * tables.stream().mapToLong(Table::rows).sum());
            DatabaseImport made = new DatabaseImport(digest, database.format(), tables);
            boolean known = store.get(RecordKind.DATABASE_IMPORT, DatabaseImport.idOf(digest))
                    .isPresent();
            try {
                return store(database, made, steps);
            } catch (FailureException e) {
                if (!known && e.failure().code().equals(Progress.CANCELLED)) {
                    database.tables().forEach(name -> parts(database, name, part -> takeBack(digest, name, part)));
                }
                throw e;
            }
        } finally {
            importing.unlock();
        }
    }

    private ImportedDatabase store(ForeignDatabase database, DatabaseImport made, Steps steps) {
        long[] todos = {0};
        for (Table table : made.tables()) {
            parts(database, table.name(), part -> {
                todos[0] += write(made.digest(), table.name(), part);
                steps.add(part.rows().size());
            });
        }
        compare(made, steps);
        if (!made.digest().equals(database.digest())) {
            throw differs();
        }
        edit(
                "Imported a database",
                changes -> put(changes, RecordKind.DATABASE_IMPORT, DatabaseImport.idOf(made.digest()), made.fields()));
        return new ImportedDatabase(
                made.format(),
                made.tables().stream()
                        .map(each -> new ImportedDatabase.Table(each.name(), each.rows()))
                        .toList(),
                todos[0]);
    }

    /** See {@link officina.engine.PersonalData#removeImported}. */
    public void remove(Path file) {
        importing.lock();
        try (ForeignDatabase database = databases.openAlone(file)) {
            DatabaseImport made = store.get(RecordKind.DATABASE_IMPORT, DatabaseImport.idOf(database.digest()))
                    .map(record -> DatabaseImport.from(record.fields()))
                    .orElseThrow(() -> failure(
                            "import.missing",
                            "This database was not imported as it is now.",
                            "Import it first; nothing was deleted."));
            if (made.tables().stream().allMatch(table -> table.rows() == 0)) {
                throw failure(
                        "import.nothing",
                        "No row came from the database " + file + ", so it was not deleted.",
                        "Delete it yourself where you know that it was empty.");
            }
            compare(made, new Steps(Progress.NONE));
            database.erase();
        } finally {
            importing.unlock();
        }
    }

    /** Counts rows and ends the work where that is wanted. */
    private static final class Steps {
        private final Progress progress;
        private long done;
        private long all;

        Steps(Progress progress) {
            this.progress = progress;
            add(0);
        }

        void know(long rows) {
            all = rows;
        }

        void add(long rows) {
            done += rows;
            if (!progress.goOn(done, all)) {
                throw failure("work.cancelled", "The import was cancelled.", "Nothing of the database was brought in.");
            }
        }
    }

    /** Rows that become one record. */
    private record Part(int number, List<JsonValue> rows) {}

    /** What was read of a table. */
    private static final class Sum {
        private final MessageDigest hash = SessionFileWriter.sha256();
        private long rows;
        private int parts;

        void add(List<JsonValue> all) {
            for (JsonValue row : all) {
                hash.update(Json.bytes((JsonObject) row));
                hash.update((byte) '\n');
            }
            rows += all.size();
            parts++;
        }
    }

    private static Table summed(String name, Sum sum) {
        return new Table(name, sum.rows, sum.parts, HexFormat.of().formatHex(sum.hash.digest()));
    }

    private static Sum parts(ForeignDatabase database, String name, Consumer<Part> each) {
        Sum sum = new Sum();
        List<JsonValue> rows = new ArrayList<>();
        int[] bytes = {0};
        Runnable full = () -> {
            sum.add(rows);
            each.accept(new Part(sum.parts, List.copyOf(rows)));
            rows.clear();
            bytes[0] = 0;
        };
        database.rows(name, row -> {
            rows.add(row);
            bytes[0] += Json.bytes(row).length;
            if (rows.size() >= MOST_ROWS || bytes[0] >= MOST_BYTES) {
                full.run();
            }
        });
        if (!rows.isEmpty()) {
            full.run();
        }
        return sum;
    }

    /** Gives how many to-dos were made of it, now or by an earlier try. */
    private long write(String digest, String name, Part part) {
        Map<RecordId, JsonObject> todos = todos(digest, name, part);
        edit("Imported rows of a table", changes -> {
            put(
                    changes,
                    RecordKind.IMPORTED_TABLE,
                    ImportedTable.idOf(digest, name, part.number()),
                    new ImportedTable(digest, name, part.number(), part.rows()).fields());
            todos.forEach((id, fields) -> put(changes, RecordKind.TODO, id, fields));
        });
        return todos.size();
    }

    private Map<RecordId, JsonObject> todos(String digest, String name, Part part) {
        Map<RecordId, JsonObject> todos = new LinkedHashMap<>();
        for (int i = 0; i < part.rows().size(); i++) {
            RecordId id = new RecordId(
                    Uuids.derived("imported-todo", digest, name, Integer.toString(part.number()), Integer.toString(i)));
            ForeignTodos.of(name, (JsonObject) part.rows().get(i), project)
                    .ifPresent(todo -> todos.put(id, todo.fields()));
        }
        return todos;
    }

    /** What the person has made of a to-do meanwhile is theirs. */
    private void takeBack(String digest, String name, Part part) {
        RecordId table = ImportedTable.idOf(digest, name, part.number());
        if (store.get(RecordKind.IMPORTED_TABLE, table).isEmpty()) {
            return;
        }
        Map<RecordId, JsonObject> todos = todos(digest, name, part);
        edit("Took back an import that was cancelled", changes -> {
            changes.forget(RecordKind.IMPORTED_TABLE, table);
            todos.forEach((id, fields) -> {
                if (changes.find(RecordKind.TODO, id)
                        .filter(record -> record.fields().equals(fields))
                        .isPresent()) {
                    changes.forget(RecordKind.TODO, id);
                }
            });
        });
    }

    /** What an earlier try has written stays as it is, also what the person has changed since. */
    private static void put(Changes changes, RecordKind kind, RecordId id, JsonObject fields) {
        if (changes.find(kind, id).isEmpty()) {
            changes.create(kind, id, fields);
        }
    }

    private void edit(String title, Consumer<Changes> body) {
        RunAddress address = new RunAddress(FirstRecords.editsOf(project), new RunId(Uuids.next(clock)), Origin.USER);
        writer.write(address, changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.EDIT, title, null, null));
            body.accept(changes);
            changes.add(new RunEvent.RunFinished(true, title));
            return title;
        });
    }

    /** Reads back what is stored. */
    private void compare(DatabaseImport made, Steps steps) {
        for (Table table : made.tables()) {
            Sum sum = new Sum();
            long counted = 0;
            for (int part = 1; part <= table.parts(); part++) {
                sum.add(store.get(RecordKind.IMPORTED_TABLE, ImportedTable.idOf(made.digest(), table.name(), part))
                        .map(record -> ImportedTable.from(record.fields()).rows())
                        .orElseThrow(DatabaseImporter::differs));
                steps.add(sum.rows - counted);
                counted = sum.rows;
            }
            if (!summed(table.name(), sum).equals(table)) {
                throw differs();
            }
        }
    }

    private static FailureException differs() {
        return failure(
                "import.differs",
                "What was stored is not what is in the database, or the database has changed meanwhile.",
                "End the program that it belongs to and import it again; it was not deleted.");
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}
