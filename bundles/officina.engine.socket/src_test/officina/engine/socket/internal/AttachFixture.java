// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import officina.api.error.FailureException;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.engine.wire.SocketPlace;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** An engine that listens at a folder of its own, and how tests talk to it. */
abstract class AttachFixture {

    static final RunId RUN = new RunId(new UUID(9, 9));
    static final SessionId SESSION = SampleEvents.session(1);
    static final long LIMIT_SECONDS = 20;

    @TempDir
    Path data;

    final SampleEngine engine = new SampleEngine();
    EngineServer server;

    @BeforeEach
    void listen() throws IOException {
        server = EngineServer.open(engine.served(), data, "1.2.3");
    }

    @AfterEach
    void stop() {
        engine.gate.countDown();
        server.close();
        engine.close();
    }

    Path socket() throws IOException {
        return SocketPlace.find(data).orElseThrow();
    }

    static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}\n";
    }

    static String codeOf(Executable call) {
        return assertThrows(FailureException.class, call).failure().code();
    }

    static <T> List<T> take(BlockingQueue<T> queue, int count) throws InterruptedException {
        List<T> taken = new ArrayList<>();
        while (taken.size() < count) {
            T next = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("only " + taken.size() + " of " + count + " came");
            }
            taken.add(next);
        }
        return taken;
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
