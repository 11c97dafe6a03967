// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.store.internal.database;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A function for queries that are to stand still. */
public final class Standstill {

    private static final CountDownLatch reached = new CountDownLatch(1);
    private static final CountDownLatch released = new CountDownLatch(1);

    private Standstill() {}

    /** Called by H2; whether it was released. */
    public static boolean untilReleased() throws InterruptedException {
        reached.countDown();
        return released.await(120, TimeUnit.SECONDS);
    }

    static void awaitReached() throws InterruptedException {
        assertTrue(reached.await(60, TimeUnit.SECONDS), "the query is being answered");
    }

    static void release() {
        released.countDown();
    }
}
