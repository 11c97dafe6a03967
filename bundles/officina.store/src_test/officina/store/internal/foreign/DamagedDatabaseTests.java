// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import officina.api.error.FailureException;
import officina.store.ForeignDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Copies of databases in which some bytes have become others, or that end too early. A letter that has become another
 * one is nobody's to notice: neither H2 nor SQLite has checksums of values. But no row and no table may be missing.
 */
class DamagedDatabaseTests {

    private static final int SEED = 7;
    private static final int DAMAGES = Boolean.getBoolean("officina.long") ? 20_000 : 500;
    private static final Set<String> REFUSALS =
            Set.of("import.damaged", "import.unsupported", "import.unknown", "import.version", "import.in-use");

    @TempDir
    private Path folder;

    @Test
    void of_a_damaged_file_of_sqlite_nothing_is_lost_silently() throws Exception {
        damage("tasks.db", 100);
    }

    @Test
    void of_a_damaged_file_of_h2_nothing_is_lost_silently() throws Exception {
        damage("h2-2.5.mv.db", 4096);
        damage("h2-2.1.mv.db", 4096);
    }

    @Test
    void a_file_of_h2_whose_newest_part_is_gone_is_not_read_as_it_was_before() throws Exception {
        Path file = new H2Files(folder).sample("h2-2.5.mv.db");
        byte[] whole = Files.readAllBytes(file);
        for (int blocks = 2; blocks < whole.length / 4096; blocks++) {
            Files.write(file, Arrays.copyOf(whole, blocks * 4096));
            assertEquals("import.damaged", H2Files.code(file));
            byte[] overwritten = whole.clone();
            Arrays.fill(overwritten, blocks * 4096, overwritten.length, (byte) 0);
            Files.write(file, overwritten);
            assertEquals("import.damaged", H2Files.code(file));
        }
    }

    @Test
    void statements_of_h2_that_lack_their_first_or_their_last_words_are_damaged() throws Exception {
        Path file = new H2Files(folder).sample("h2-2.5.mv.db");
        Files.write(file, H2Fuzz.withoutVerb(Files.readAllBytes(file)));
        assertEquals("import.damaged", H2Files.code(file));
        byte[] domain = H2Fuzz.withDomain();
        Files.write(file, domain);
        assertEquals(List.of(1), counts(file));
        Files.write(file, H2Fuzz.withoutType(domain));
        assertEquals("import.damaged", H2Files.code(file));
    }

    @Test
    void whatever_the_bytes_of_a_seed_are_it_is_read_or_refused() throws Exception {
        for (byte[] seed : H2Fuzz.seeds()) {
            H2Fuzz.fuzzerTestOneInput(seed);
        }
    }

    /** @param header so long is what tells where everything else is, and is damaged more often */
    private void damage(String name, int header) throws Exception {
        Path file = new H2Files(folder).sample(name);
        byte[] whole = Files.readAllBytes(file);
        List<Integer> expected = counts(file);
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < DAMAGES; i++) {
            byte[] damaged = i % 10 == 0 ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)) : whole.clone();
            int most = i % 3 == 0 ? 2 * header : whole.length;
            for (int j = 0; j <= i % 4; j++) {
                damaged[random.nextInt(Math.min(most, damaged.length))] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                int number = i;
                assertEquals(expected, counts(file), () -> "number " + number);
            } catch (FailureException e) {
                assertTrue(REFUSALS.contains(e.failure().code()), e.failure().code());
                refused++;
            }
        }
        assertTrue(refused > DAMAGES / 10, "only " + refused + " were noticed");
    }

    /** Of the rows of its tables, the smallest first: the name of a table may have become another one. */
    private static List<Integer> counts(Path file) {
        List<Integer> counts = new ArrayList<>();
        try (ForeignDatabase database = new FileForeignDatabases().open(file)) {
            for (String table : database.tables()) {
                int[] rows = {0};
                database.rows(table, _ -> rows[0]++);
                counts.add(rows[0]);
            }
        }
        return counts.stream().sorted().toList();
    }
}
