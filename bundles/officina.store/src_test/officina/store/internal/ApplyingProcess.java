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
 * "recover" where it should lift its limit on the size of files after a failure and go on, or "stepwise" where it should
 * apply a batch for each byte it is sent. Says each mark it has reached, or the code of a failure, and in the end "done";
 * then it waits to be killed.
 */
final class ApplyingProcess {

    /** What its lines begin with; a log may write others. */
    static final String LINE = "applying: ";

    /** Of the file, before it is compacted: little, so that it is. */
    static final long LEAST_GROWTH = 512 << 10;

    static final String RECOVER = "recover";
    static final String STEPWISE = "stepwise";

    /** Of events applied together. */
    private static final int MOST = 20;

    private static final int MOST_IN_A_LARGE_BATCH = 2_000;

    private final PrintStream out = System.out;
    private final Random random = new Random();
    private final String more;
    /** A process has one large batch at most: how far it comes is bounded. */
    private boolean large = random.nextBoolean();

    private boolean first = true;

    private ApplyingProcess(String more) {
        this.more = more;
    }

    public static void main(String[] args) throws Exception {
        List<EventEnvelope> events = RandomStory.events(Long.parseLong(args[1]), Integer.parseInt(args[2]));
        new ApplyingProcess(args.length > 3 ? args[3] : "").run(Path.of(args[0]), events);
    }

    private void run(Path place, List<EventEnvelope> events) throws IOException, InterruptedException {
        StoreFolder folder = StoreFolder.take(place, new StoreKeys(Stores.KEY), LEAST_GROWTH, StoreFolder.PATIENCE);
        OpenDatabase open = OpenDatabase.open(folder, Instant.EPOCH);
        H2Store store = Stores.start(folder, open);
        out.println(LINE + store.highWater());
        try {
            apply(events, store);
        } catch (FailureException e) {
            out.println(LINE + e.failure().code());
            if (more.equals(RECOVER)) {
                recover(store);
                apply(events, store);
            }
        }
        store.close();
        out.println(LINE + "done");
        System.in.read();
    }

    private void apply(List<EventEnvelope> events, H2Store store) throws IOException {
        while (store.highWater() < events.size() && (!more.equals(STEPWISE) || System.in.read() >= 0)) {
            int mark = (int) store.highWater();
            int size = 1 + random.nextInt(MOST);
            if (large && random.nextInt(MOST) == 0) {
                size = 1 + random.nextInt(MOST_IN_A_LARGE_BATCH);
                large = false;
            }
            store.apply(events.subList(mark, Math.min(events.size(), mark + size)));
            // the first always: then a kill after it finds something
            if ((first || random.nextInt(4) == 0) && !store.database().isBroken()) {
                store.database().checkpoint();
                first = false;
            }
            out.println(LINE + store.highWater());
        }
    }

    /** The disk has room again. */
    private void recover(Store store) throws IOException, InterruptedException {
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
