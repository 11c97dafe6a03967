// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** How far a request has come. */
final class Progress extends EventListener {

    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile boolean connected;

    /** Whether there was a connection, a secured one where it has to be. */
    boolean connected() {
        return connected;
    }

    /** Waits until there was a connection or there will be none; says whether either is so. */
    boolean awaitSettled(Duration limit) throws InterruptedException {
        return settled.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The request has ended. */
    void end() {
        settled.countDown();
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        connected = true;
        settled.countDown();
    }
}
