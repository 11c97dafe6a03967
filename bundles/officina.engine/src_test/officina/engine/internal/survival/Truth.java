// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.SecretKey;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.run.Journal;
import officina.core.run.RunQuery;
import officina.core.run.SessionQuery;
import officina.core.run.SessionState;
import officina.store.Store;
import officina.vault.Vault;
import org.jspecify.annotations.Nullable;

/** Compares everything of a closed data folder with its journal. */
final class Truth {

    private static final List<RecordKind> KINDS = List.of(
            RecordKind.GROUP,
            RecordKind.PROJECT,
            RecordKind.SESSION,
            RecordKind.TODO,
            RecordKind.USER_PROFILE,
            RecordKind.SETTING,
            RecordKind.GRANT,
            RecordKind.SESSION_IMPORT,
            RecordKind.SESSION_REMOVAL);

    private Truth() {}

    /**
     * Opens the data below a place and looks at everything: on a disk that does not lose power, and does not really
     * synchronise either, which would cost most. Gives how many events there are.
     *
     * @param fresh a folder for a store that is made anew and compared; {@code null} where that costs too much
     */
    static int look(Path place, @Nullable Path fresh, Ledger ledger, String what) throws IOException {
        PowerFilePath.register();
        PowerDisk disk = PowerDisk.over(place, new Random(1), Integer.MAX_VALUE);
        try {
            Path data = disk.root().resolve("data");
            Map<SessionId, SessionState> states = ledger.check(data, disk.root().resolve("out"), what);
            return check(data, ledger.key(), states, fresh, what);
        } finally {
            disk.forget();
        }
    }

    /**
     * Numbers are dense, positions grow, every history can be replayed and leads to the states that the engine had, which
     * it may have read from snapshots.
     */
    private static int check(
            Path data, int passphrase, Map<SessionId, SessionState> states, @Nullable Path fresh, String what) {
        try (Vault vault = RealParts.vaults()
                        .open(data, _ -> RealParts.passphrase(passphrase).toCharArray());
                Journal journal = RealParts.journals()
                        .open(data.resolve("journal"), vault.key("journal"), InstantSource.system())) {
            List<EventEnvelope> events = journal.readAll(1, Integer.MAX_VALUE);
            long position = 0;
            for (EventEnvelope each : events) {
                assertTrue(each.position() > position, what + ": position " + each.position() + " after " + position);
                position = each.position();
            }
            for (Map.Entry<SessionId, SessionState> each : states.entrySet()) {
                SessionState state = SessionState.empty(each.getKey());
                for (EventEnvelope event : journal.read(each.getKey(), 1, Integer.MAX_VALUE)) {
                    // refuses a number that is not the next
                    state = state.after(event);
                }
                assertEquals(journal.lastSeq(each.getKey()), state.lastSeq(), what);
                assertEquals(each.getValue(), state, what + ": a state that its history does not lead to");
            }
            if (fresh != null) {
                compare(data, fresh, vault.key("store"), events, what);
            }
            return events.size();
        }
    }

    private static void compare(Path data, Path fresh, SecretKey key, List<EventEnvelope> events, String what) {
        try (Store store = RealParts.stores().open(data.resolve("store"), key);
                Store anew = RealParts.stores().open(fresh, key)) {
            anew.apply(0, events);
            assertEquals(anew.highWater(), store.highWater(), what + ": the store is not where the journal is");
            List<String> expected = content(anew);
            List<String> actual = content(store);
            for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
                assertEquals(expected.get(i), actual.get(i), what + ": the store and the journal");
            }
            assertEquals(expected.size(), actual.size(), what + ": the store and the journal");
        }
    }

    private static List<String> content(Store store) {
        List<String> lines = new ArrayList<>();
        for (RecordKind kind : KINDS) {
            store.list(RecordQuery.all(kind)).forEach(each -> lines.add(String.valueOf(each)));
        }
        store.sessions(SessionQuery.ALL).forEach(each -> lines.add(String.valueOf(each)));
        store.runs(RunQuery.ALL).forEach(each -> lines.add(String.valueOf(each)));
        return lines;
    }
}
