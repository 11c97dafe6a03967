// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.store.ForeignDatabase;
import org.jspecify.annotations.Nullable;

/** A database of SQLite, read without its library: no native code comes into the process. */
final class SqliteDatabase implements ForeignDatabase {

    private static final Set<String> KINDS = Set.of("table", "index", "view", "trigger");
    private static final Pattern VIRTUAL = Pattern.compile("(?i)\\s*create\\s+virtual\\b");
    /** The bytes that programs of SQLite lock, far from the content of most files, and those that readers share. */
    private static final long LOCKS = 0x40000000L;

    private static final int ALL_LOCKS = 512;
    private static final long READERS = LOCKS + 2;
    private static final int ALL_READERS = 510;

    private final ForeignFile file;
    private final SqlitePages pages;
    private final Charset encoding;
    private final TreeMap<String, SqliteTable> tables = new TreeMap<>();

    /** @param wanted the only tables that are read; {@code null} for all, and then one that cannot be is refused */
    private SqliteDatabase(ForeignFile file, @Nullable Set<String> wanted) throws IOException {
        this.file = file;
        pages = new SqlitePages(file.channel());
        encoding = switch (pages.encoding()) {
            case 2 -> StandardCharsets.UTF_16LE;
            case 3 -> StandardCharsets.UTF_16BE;
            default -> StandardCharsets.UTF_8;
        };
        List<SqliteCheck.Entry> entries = new ArrayList<>();
        pages.each(1, (id, record) -> entries.add(entry(SqliteRecord.read(record, encoding))));
        entries.stream()
                .filter(each -> wanted == null || wanted.contains(each.name()))
                .forEach(this::declare);
        new SqliteCheck(pages).verify(entries);
    }

    static SqliteDatabase open(ForeignFile file) throws IOException {
        if (file.isAlone()) {
            file.lock(LOCKS, ALL_LOCKS);
        } else {
            file.lock(READERS, ALL_READERS);
        }
        // what is committed into a log leaves the file itself as it is
        if (file.hasBeside("-wal") || file.hasBeside("-journal")) {
            throw ForeignFailures.inUse(file.path());
        }
        return new SqliteDatabase(file, null);
    }

    /** One that nobody else has, in which only these tables are read. */
    static SqliteDatabase openCopy(ForeignFile copy, Set<String> wanted) throws IOException {
        return new SqliteDatabase(copy, wanted);
    }

    /** type, name, tbl_name, rootpage, sql */
    private static SqliteCheck.Entry entry(List<JsonValue> values) throws IOException {
        if (values.size() == 5
                && values.get(0) instanceof JsonText(String kind)
                && values.get(1) instanceof JsonText(String name)
                && values.get(2) instanceof JsonText(String table)) {
            long root = values.get(3) instanceof JsonNumber number ? number.longValue() : 0;
            String statement = values.get(4) instanceof JsonText(String text) ? text : "";
            boolean hasPages =
                    kind.equals("table") && !VIRTUAL.matcher(statement).lookingAt() || kind.equals("index");
            if (KINDS.contains(kind) && hasPages == (root > 0)) {
                return new SqliteCheck.Entry(kind, name, table, root, statement);
            }
        }
        throw new IOException("no entry of what there is");
    }

    private void declare(SqliteCheck.Entry entry) {
        // the database's own, and virtual tables, whose rows lie in others
        if (!entry.kind().equals("table") || entry.name().startsWith("sqlite_") || entry.root() == 0) {
            return;
        }
        SqliteTable table = SqliteTable.parse(entry.name(), entry.root(), entry.statement());
        if (table == null) {
            throw ForeignFailures.unsupported(entry.name());
        }
        tables.put(entry.name(), table);
    }

    @Override
    public String format() {
        return "sqlite";
    }

    @Override
    public List<String> tables() {
        return List.copyOf(tables.keySet());
    }

    @Override
    public void rows(String name, Consumer<JsonObject> reader) {
        SqliteTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("no such table: " + name);
        }
        ForeignFailures.walking(() -> pages.each(
                table.root(), (id, record) -> reader.accept(row(table, id, SqliteRecord.read(record, encoding)))));
    }

    private static JsonObject row(SqliteTable table, long id, List<JsonValue> values) throws IOException {
        if (values.size() > table.columns().size()) {
            throw new IOException("more values than columns");
        }
        JsonObject row = JsonObject.EMPTY;
        for (int i = 0; i < values.size(); i++) {
            if (i == table.key()) {
                row = row.with(table.columns().get(i), id);
            } else if (values.get(i) != JsonNull.NULL) {
                row = row.with(table.columns().get(i), values.get(i));
            }
        }
        return row;
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
