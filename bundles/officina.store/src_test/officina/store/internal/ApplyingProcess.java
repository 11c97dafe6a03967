// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.store.Store;
import officina.store.internal.database.OpenDatabase;
import officina.store.internal.database.StoreFolder;
import officina.store.internal.database.StoreKeys;

/**
 * A process that applies a random story and is killed at it. Arguments: folder, seed, number of events, and
 * "recover" where it should lift its limit on the size of files after a failure and go on. Says each mark it has
 * reached, or the code of a failure, and in the end "done"; then it waits to be killed.
 */
final class ApplyingProcess {

    /** What its lines begin with; a log may write others. */
    static final String LINE = "applying: ";

    private ApplyingProcess() {}

    public static void main(String[] args) throws Exception {
        List<EventEnvelope> events = RandomStory.events(Long.parseLong(args[1]), Integer.parseInt(args[2]));
        PrintStream out = System.out;
        StoreFolder folder = StoreFolder.take(Path.of(args[0]), new StoreKeys(Stores.KEY));
        OpenDatabase open = OpenDatabase.open(folder, Instant.EPOCH);
        Store store = Stores.start(folder, open);
        out.println(LINE + store.highWater());
        try {
            apply(events, store, open, out);
        } catch (FailureException e) {
            out.println(LINE + e.failure().code());
            if (args.length > 3) {
                recover(store, out);
                apply(events, store, open, out);
            }
        }
        store.close();
        out.println(LINE + "done");
        System.in.read();
    }

    private static void apply(List<EventEnvelope> events, Store store, OpenDatabase open, PrintStream out) {
        Random random = new Random();
        while (store.highWater() < events.size()) {
            int mark = (int) store.highWater();
            int size = 1 + random.nextInt(random.nextInt(30) == 0 ? 2_000 : 20);
            store.apply(events.subList(mark, Math.min(events.size(), mark + size)));
            if (random.nextInt(4) == 0 && !open.database().isBroken()) {
                open.database().checkpoint();
            }
            out.println(LINE + store.highWater());
        }
    }

    /** The disk has room again. */
    private static void recover(Store store, PrintStream out) throws IOException, InterruptedException {
        new ProcessBuilder(
                        "prlimit",
                        "--fsize=unlimited:unlimited",
                        "--pid",
                        Long.toString(ProcessHandle.current().pid()))
                .start()
                .waitFor();
        store.recover();
        out.println(LINE + "recovered " + store.highWater());
    }
}
