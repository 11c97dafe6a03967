// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import officina.api.event.EventEnvelope;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.core.run.ActivityQuery;
import officina.core.run.RunQuery;
import officina.core.run.SessionQuery;
import officina.store.Store;
import officina.store.internal.database.OpenDatabase;
import officina.store.internal.database.StoreFolder;

/** What tests do with stores. */
public final class Stores {

    public static final SecretKey KEY = key(1);

    public static final List<RecordKind> KINDS = List.of(
            RecordKind.GROUP,
            RecordKind.PROJECT,
            RecordKind.SESSION,
            RecordKind.TODO,
            RecordKind.USER_PROFILE,
            RecordKind.SETTING,
            RecordKind.GRANT,
            new RecordKind("flow"));

    private Stores() {}

    public static SecretKey key(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) number;
        return new SecretKeySpec(bytes, "AES");
    }

    public static Store open(Path folder) {
        return new H2StoreFactory(() -> Instant.parse("2026-11-21T08:00:00Z")).open(folder, KEY);
    }

    /** A store on a database that a test has opened itself. */
    static H2Store start(StoreFolder folder, OpenDatabase open) {
        H2Store store = new H2Store(folder, open, InstantSource.system());
        store.start();
        return store;
    }

    /** A store with these events in it. */
    public static Store with(Path folder, List<EventEnvelope> events) {
        Store store = open(folder);
        store.apply(events);
        return store;
    }

    /** Everything that callers can read, a line for each. */
    public static List<String> content(Store store) {
        ActivityQuery activity = new ActivityQuery(null, null, null, null, null, null, Long.MAX_VALUE, 100_000);
        return Stream.of(
                        Stream.of(store.highWater()),
                        KINDS.stream().flatMap(kind -> store.list(RecordQuery.all(kind)).stream()),
                        store.runs(RunQuery.ALL).stream(),
                        store.sessions(SessionQuery.ALL).stream(),
                        store.sessions(new SessionQuery(null, "word7", 10_000)).stream(),
                        store.activity(activity).stream(),
                        store.activitySources().stream())
                .flatMap(lines -> lines)
                .map(String::valueOf)
                .toList();
    }

    /** Compares what two stores hold, and shows the first difference alone. */
    public static void assertSame(List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(shortened(expected.get(i)), shortened(actual.get(i)));
            assertEquals(expected.get(i).hashCode(), actual.get(i).hashCode());
        }
        assertEquals(expected.size(), actual.size());
    }

    private static String shortened(String line) {
        return line.substring(0, Math.min(300, line.length()));
    }
}
