// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.probe;

import java.util.concurrent.CountDownLatch;

/** Threads of this program, that nobody owns: it tries how many there can be. */
final class Tasks {

    private static final long LITTLE_STACK = 64L * 1024;

    private Tasks() {}

    /** Has so many threads at once; they stay until this process ends. Throws {@link OutOfMemoryError} at the limit. */
    static String start(int count) {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(
                    null,
                    () -> {
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    },
                    "task-" + i,
                    LITTLE_STACK);
            thread.setDaemon(true);
            thread.start();
        }
        return "started";
    }

    static long processorTime() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toNanos())
                .orElse(0L);
    }
}
