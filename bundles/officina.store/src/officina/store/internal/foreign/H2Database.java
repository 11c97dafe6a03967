// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.store.ForeignDatabase;
import officina.store.internal.foreign.H2Table.Column;
import officina.store.internal.foreign.H2Words.Word;
import org.jspecify.annotations.Nullable;

/**
 * A database of H2, read without H2: opened as a database, a file that a stranger has prepared would run what it names,
 * from functions of Java to connections to elsewhere. Here its statements are words about its tables and nothing else.
 */
final class H2Database implements ForeignDatabase {

    private static final String STATEMENTS = "table.0";
    private static final int OLDEST_FORMAT = 2;
    private static final int NEWEST_FORMAT = 3;
    /** Kinds of what a statement creates, as H2 numbers them. */
    private static final long TABLE_OR_VIEW = 0;

    private static final long DOMAIN = 12;

    /** A statement that H2 keeps. */
    private record Statement(long id, long kind, List<Word> words) {}

    private final ForeignFile file;
    private final H2Maps maps;
    private final H2Budget budget;
    private final TreeMap<String, H2Table> tables = new TreeMap<>();
    private final Map<String, String> mapOf = new HashMap<>();

    private H2Database(ForeignFile file, Map<String, String> header) throws IOException {
        this.file = file;
        budget = new H2Budget(file.channel().size());
        maps = new H2Maps(H2File.open(file.channel(), header));
        declarations();
    }

    static H2Database open(ForeignFile file) throws IOException {
        // as H2 itself does, held until the file is closed
        file.lock(0, Long.MAX_VALUE);
        Map<String, String> header = H2File.header(file.channel());
        long format = H2Chunk.number(header, "format");
        if (format < OLDEST_FORMAT) {
            throw ForeignFailures.madeByOldH2(file.path());
        }
        if (format > NEWEST_FORMAT) {
            throw ForeignFailures.madeByNewH2(file.path());
        }
        if (!header.containsKey("clean")) {
            throw ForeignFailures.inUse(file.path());
        }
        H2Database database = new H2Database(file, header);
        if (database.isUnfinished()) {
            throw ForeignFailures.inUse(file.path());
        }
        return database;
    }

    /** Whether there is something to take back or to complete, which is for H2 to do. */
    private boolean isUnfinished() {
        return maps.names().stream().anyMatch(name -> name.startsWith("undoLog") && maps.size(name) > 0);
    }

    private void declarations() throws IOException {
        Map<Long, Statement> statements = new LinkedHashMap<>();
        Map<List<String>, List<Word>> domains = new HashMap<>();
        List<Column> columns = List.of(column("id"), column("head"), column("type"), column("sql"));
        rows(STATEMENTS, columns, row -> {
            Statement statement = statement(row);
            if (statements.put(statement.id(), statement) != null) {
                throw new IOException("two statements of one number");
            }
            if (statement.kind() == DOMAIN) {
                int at = H2Table.nameAt(statement.words());
                // CREATE DOMAIN schema.name AS type
                domains.put(
                        H2Table.qualified(statement.words(), at),
                        statement.words().subList(at + 4, statement.words().size()));
            }
        });
        if (statements.isEmpty()) {
            throw new IOException("no statements");
        }
        Set<String> expected = new HashSet<>();
        for (Statement statement : statements.values()) {
            if (statement.kind() == TABLE_OR_VIEW && isTable(statement.words())) {
                H2Table table = H2Table.parse(statement.words(), domains);
                String map = "table." + statement.id();
                if (tables.put(table.name(), table) != null
                        || table.stored() && !maps.names().contains(map)) {
                    throw new IOException("a table whose rows are nowhere");
                }
                mapOf.put(table.name(), map);
                expected.add(map);
            }
        }
        for (String name : maps.names()) {
            if (name.startsWith("table.") && !name.equals(STATEMENTS) && !expected.contains(name)) {
                throw new IOException("rows of no table");
            }
        }
    }

    private static Column column(String name) {
        return new Column(name, List.of());
    }

    private static Statement statement(JsonObject row) throws IOException {
        long kind = row.number("type", -1);
        String text = row.text("sql");
        if (kind < 0 || text == null || !row.has("id")) {
            throw new IOException("no statement");
        }
        return new Statement(
                row.number("id", 0), kind, kind == TABLE_OR_VIEW || kind == DOMAIN ? H2Words.of(text) : List.of());
    }

    /** A view has no rows of its own; what has its rows elsewhere, or kept by a class of its own, cannot come in. */
    private static boolean isTable(List<Word> words) throws IOException {
        int name = H2Table.nameAt(words);
        List<String> before = words.subList(0, name).stream().map(Word::text).toList();
        if (before.isEmpty()) {
            throw new IOException("a statement that does nothing");
        }
        if (before.getLast().equals("VIEW")) {
            return false;
        }
        if (!before.equals(List.of("CREATE", "CACHED", "TABLE"))
                && !before.equals(List.of("CREATE", "MEMORY", "TABLE"))) {
            throw ForeignFailures.unsupported(H2Table.shown(H2Table.qualified(words, name)));
        }
        return true;
    }

    @Override
    public String format() {
        return "h2";
    }

    @Override
    public List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    /** What is done with a row. */
    private interface Rows {
        void row(JsonObject row) throws IOException;
    }

    @Override
    public void rows(String name, Consumer<JsonObject> reader) {
        H2Table table = tables.get(name);
        String map = mapOf.get(name);
        if (table == null || map == null) {
            throw new IllegalArgumentException("no such table: " + name);
        }
        ForeignFailures.walking(() -> rows(map, table.columns(), reader::accept));
    }

    private void rows(String map, List<Column> columns, Rows reader) throws IOException {
        H2Values values = new H2Values(new H2LargeValues(maps, budget));
        Long[] last = {null};
        maps.each(map, (page, count) -> {
            for (int i = 0; i < H2Values.atMost(count, page); i++) {
                long key = H2Values.varlong(page);
                Long before = last[0];
                if (before != null && before >= key) {
                    throw new IOException("rows out of order");
                }
                last[0] = key;
            }
            boolean marked = count > 0 && page.get() != 0;
            for (int i = 0; i < count; i++) {
                JsonObject row = marked ? marked(page, columns, values) : row(page, columns, values);
                if (row != null) {
                    reader.row(row);
                }
            }
            if (page.hasRemaining()) {
                throw new IOException("a page that holds something else");
            }
        });
    }

    /** A row that says what changed it last; what it was before may follow. Nothing was left open. */
    private @Nullable JsonObject marked(ByteBuffer page, List<Column> columns, H2Values values) throws IOException {
        if (H2Values.varlong(page) == 0) {
            return row(page, columns, values);
        }
        int parts = page.get();
        JsonObject row = (parts & 1) == 0 ? null : row(page, columns, values);
        if ((parts & 2) != 0) {
            row(page, columns, values);
        }
        return row;
    }

    private JsonObject row(ByteBuffer page, List<Column> columns, H2Values values) throws IOException {
        Map<String, JsonValue> row = new LinkedHashMap<>();
        for (Column column : columns) {
            JsonValue value = values.read(page, column.names());
            if (value != JsonNull.NULL) {
                budget.write(column.name(), value);
                row.put(column.name(), value);
            }
        }
        return new JsonObject(row);
    }

    @Override
    public String digest() {
        return file.digest();
    }

    @Override
    public void erase() {
        file.erase();
    }

    @Override
    public void close() {
        file.close();
    }
}
