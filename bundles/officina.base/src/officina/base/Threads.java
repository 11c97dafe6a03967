// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The only place that makes threads, so that each has a name and a kind. Blocking work runs on virtual threads; bound
 * it by permits, not by pool size. Callers own what they get and close it.
 */
public final class Threads {

    private Threads() {}

    /** An executor that runs each task on a virtual thread of its own, named {@code name-0}, {@code name-1} ... */
    public static ExecutorService perTask(String name) {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /** An executor that runs one task at a time, in order, on a virtual thread of that name. */
    public static ExecutorService inOrder(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }

    /** Starts one virtual thread. */
    public static Thread start(String name, Runnable body) {
        return Thread.ofVirtual().name(name).start(body);
    }

    /**
     * Starts one platform daemon thread: for a loop that pins its carrier (file channels with fsync, native calls).
     */
    public static Thread startPlatform(String name, Runnable body) {
        return Thread.ofPlatform().daemon().name(name).start(body);
    }

    /** A clock-driven executor with one daemon thread; its tasks hand long work to {@link #perTask}. */
    public static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** A thread that the virtual machine runs at exit; register it with {@link Runtime#addShutdownHook}. */
    public static Thread atExit(String name, Runnable body) {
        return Thread.ofPlatform().name(name).unstarted(body);
    }
}
