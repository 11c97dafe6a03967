// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import officina.api.event.EventEnvelope;
import officina.store.Store;
import officina.store.StorePosition;
import officina.store.internal.database.RawDatabase;
import officina.store.internal.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at a store that nobody has open: nothing changes, whatever is met. */
class LookTests {

    private final List<EventEnvelope> events = RandomStory.events(6, 200);

    @TempDir
    private Path temp;

    @Test
    void a_store_that_is_not_there_is_empty_and_not_made() {
        assertEquals(Optional.of(StorePosition.NONE), look(temp.resolve("store"), Stores.KEY));
        assertFalse(Files.exists(temp.resolve("store")));
    }

    @Test
    void a_closed_store_tells_how_far_it_is() throws IOException {
        Path folder = filled();
        StorePosition found = look(folder, Stores.KEY).orElseThrow();
        assertEquals(events.getLast().position(), found.position());
        assertTrue(found.isAt(events.getLast()));
        assertFalse(found.isAt(events.getFirst()));
        // as a kill leaves it: it has to be cut back before it can be read
        Files.write(folder.resolve("officina.mv.db"), new byte[10], StandardOpenOption.APPEND);
        assertEquals(Optional.empty(), look(folder, Stores.KEY));
        Stores.open(folder).close();
        assertEquals(Optional.of(found), look(folder, Stores.KEY));
    }

    @Test
    void tables_of_an_older_version_are_read_and_left_alone() {
        Path folder = temp.resolve("store");
        Schema first = new Schema(List.of("V1__tables.sql"));
        try (Store store = new H2StoreFactory(() -> Instant.EPOCH, first).open(folder, Stores.KEY)) {
            store.apply(events);
        }
        assertTrue(look(folder, Stores.KEY).orElseThrow().isAt(events.getLast()));
    }

    @Test
    void what_cannot_be_read_as_it_is_stays_as_it_is() throws IOException {
        Path folder = filled();
        assertEquals(Optional.empty(), look(folder, Stores.key(2)));
        RawDatabase.execute(folder, "update store_state set projection = projection - 1");
        assertEquals(Optional.empty(), look(folder, Stores.KEY));
        Path database = folder.resolve("officina.mv.db");
        byte[] bytes = Files.readAllBytes(database);
        bytes[bytes.length / 2] ^= 1;
        Files.write(database, bytes);
        assertEquals(Optional.empty(), look(folder, Stores.KEY));
        Files.write(database, new byte[100]);
        assertEquals(Optional.empty(), look(folder, Stores.KEY));
        Files.delete(folder.resolve("checkpoint"));
        assertEquals(Optional.empty(), look(folder, Stores.KEY));
    }

    private Path filled() {
        Path folder = temp.resolve("store");
        Stores.with(folder, events).close();
        return folder;
    }

    private Optional<StorePosition> look(Path folder, SecretKey key) {
        TreeMap<String, String> before = content();
        Optional<StorePosition> found = new H2StoreFactory().look(folder, key);
        assertEquals(before, content());
        return found;
    }

    private TreeMap<String, String> content() {
        TreeMap<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(temp.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
