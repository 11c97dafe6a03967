// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import officina.store.internal.Stores;
import officina.store.internal.database.RawDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference page of the tables is generated from the database that the migrations make. */
class SchemaReferenceTests {

    private static final String HEAD = """
            # Tables of the store

            GENERATED from the database by a test, do not edit: `-Dregenerate=true` rewrites it.

            The store is made of the journal and can be made anew from it at any time; see decision 0012.
            Why a table is as it is stands in the migrations, in `officina.store/src/officina/store/internal/schema`.
            """;

    @TempDir
    Path temp;

    @Test
    void the_reference_page_is_what_the_migrations_make() throws IOException {
        Path page = root().resolve("docs/reference/store-schema.md");
        String generated = page();
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(page, generated);
        }
        assertEquals(generated, Files.exists(page) ? Files.readString(page) : "", "run once with -Dregenerate=true");
    }

    private String page() {
        Stores.open(temp.resolve("store")).close();
        StringBuilder page = new StringBuilder(HEAD);
        for (String table : query("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_name <> 'flyway_schema_history' order by table_name""")) {
            page.append("\n## ").append(table).append("\n\n| column | type | may be null |\n|---|---|---|\n");
            query("""
                            select '| ' || column_name || ' | '
                             || replace(lower(data_type), 'timestamp with', 'timestamp(9) with') || ' | '
                             || case is_nullable when 'YES' then 'yes' else '' end || ' |'
                            from information_schema.columns where table_name = '%s' order by ordinal_position""".formatted(table)).forEach(line -> page.append(line).append('\n'));
            page.append('\n');
            key(page, table);
            references(page, table);
            indexes(page, table);
        }
        return page.toString();
    }

    private void key(StringBuilder page, String table) {
        query("""
                        select listagg(k.column_name, ', ') within group (order by k.ordinal_position)
                        from information_schema.table_constraints c join information_schema.key_column_usage k
                         on k.constraint_name = c.constraint_name
                        where c.table_name = '%s' and c.constraint_type = 'PRIMARY KEY' group by c.constraint_name""".formatted(table))
                .forEach(columns -> page.append("- Key: ").append(columns).append(".\n"));
    }

    private void references(StringBuilder page, String table) {
        query("""
                        select k.column_name || ' to ' || p.table_name
                         || case r.delete_rule when 'CASCADE' then ', deleted with it' else '' end
                        from information_schema.referential_constraints r
                        join information_schema.key_column_usage k on k.constraint_name = r.constraint_name
                        join information_schema.table_constraints p on p.constraint_name = r.unique_constraint_name
                        where k.table_name = '%s' order by 1""".formatted(table))
                .forEach(line -> page.append("- Reference: ").append(line).append(".\n"));
    }

    private void indexes(StringBuilder page, String table) {
        query("""
                        select i.index_name || ' (' ||
                         listagg(c.column_name, ', ') within group (order by c.ordinal_position) || ')'
                        from information_schema.indexes i join information_schema.index_columns c
                         on c.index_name = i.index_name
                        where i.table_name = '%s' and not i.is_generated group by i.index_name order by 1""".formatted(table))
                .forEach(line -> page.append("- Index: ").append(line).append(".\n"));
    }

    private List<String> query(String sql) {
        return RawDatabase.in(temp.resolve("store"), connection -> RawDatabase.rows(connection, sql));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (Files.notExists(folder.resolve("target-platform"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the repository");
        }
        return folder;
    }
}
