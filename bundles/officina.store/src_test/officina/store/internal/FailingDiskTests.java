// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import officina.api.event.EventEnvelope;
import officina.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The disk takes no more in the middle of the work. */
class FailingDiskTests {

    private static final boolean LONG = Boolean.getBoolean("officina.long");
    private static final int EVENTS = LONG ? 20_000 : 6_000;

    /** Of the size of files, in blocks of at most a kilobyte; about a quarter of the events fit. */
    private static final int LIMIT = LONG ? 3000 : 1400;

    @TempDir
    Path temp;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_store_that_could_not_be_written_goes_on_from_what_was_written_whole() throws Exception {
        List<EventEnvelope> events = RandomStory.events(8, EVENTS);
        // a limit on the size of files is the full disk that needs no rights
        List<String> limited = List.of("sh", "-c", "ulimit -f " + LIMIT + "; exec \"$@\"", "sh");
        String last = "";
        try (Child child = Child.start(limited, temp.resolve("store"), 8, EVENTS)) {
            for (String line = ""; !line.equals("done"); ) {
                last = line;
                line = child.awaitLine();
            }
        }
        assertEquals("store.io", last);
        try (Store store = Stores.open(temp.resolve("store"));
                Store reference = Stores.open(temp.resolve("reference"))) {
            assertNull(store.health().movedAside());
            int mark = (int) store.highWater();
            assertTrue(mark > 0, "something was written");
            reference.apply(events.subList(0, mark));
            Stores.assertSame(Stores.content(reference), Stores.content(store));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_store_recovers_without_being_reopened_when_there_is_room_again() throws Exception {
        List<EventEnvelope> events = RandomStory.events(8, EVENTS);
        List<String> limited = List.of("sh", "-c", "ulimit -S -f " + LIMIT + "; exec \"$@\"", "sh");
        List<String> said = new ArrayList<>();
        try (Child child = Child.start(limited, temp.resolve("store"), 8, EVENTS, ApplyingProcess.RECOVER)) {
            for (String line = ""; !line.equals("done"); ) {
                line = child.awaitLine();
                said.add(line);
            }
        }
        int failed = said.indexOf("store.io");
        assertTrue(failed > 0, "the limit was met");
        assertTrue(said.get(failed + 1).matches("recovered \\d+"), said.get(failed + 1));
        assertEquals(Integer.toString(events.size()), said.get(said.size() - 2));
        try (Store store = Stores.open(temp.resolve("store"));
                Store reference = Stores.with(temp.resolve("reference"), events)) {
            assertNull(store.health().movedAside());
            Stores.assertSame(Stores.content(reference), Stores.content(store));
        }
    }
}
