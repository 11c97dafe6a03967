// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCacheTests {

    @TempDir
    Path temp;

    @Test
    void takes_an_eighth_of_the_heap_within_limits() {
        assertEquals(
                List.of(32 << 10, 32 << 10, 256 << 10, 512 << 10, 512 << 10),
                List.of(
                        PageCache.kibibytes(64L << 20),
                        PageCache.kibibytes(256L << 20),
                        PageCache.kibibytes(2L << 30),
                        PageCache.kibibytes(4L << 30),
                        PageCache.kibibytes(Long.MAX_VALUE)));
    }

    @Test
    void a_database_is_opened_with_it() throws IOException {
        byte[] key = new byte[32];
        try (StoreFolder folder = StoreFolder.take(
                        temp.resolve("store"), new StoreKeys(new javax.crypto.spec.SecretKeySpec(key, "AES")));
                Database database = OpenDatabase.open(folder, Instant.EPOCH).database()) {
            List<String> sizes = database.readOnce(sql -> sql.list(
                    row -> row.text("setting_value"),
                    "select setting_value from information_schema.settings where setting_name = ?",
                    "info.CACHE_MAX_SIZE"));
            // told in mebibytes
            assertEquals(List.of(PageCache.kibibytes(Runtime.getRuntime().maxMemory()) / 1024 + ""), sizes);
        }
    }
}
