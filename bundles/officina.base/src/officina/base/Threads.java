// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.base;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only place that makes threads, so that each has a name, a kind and somebody who tells of its death: what a thread
 * throws is logged once, without its words. Whoever depends on a thread's work catches what it throws, errors as well,
 * and makes a failure of it; the log line here is the last net. Blocking work runs on virtual threads; bound it by
 * permits, not by pool size. Callers own what they get and close it.
 */
public final class Threads {

    private static final Logger log = LoggerFactory.getLogger(Threads.class);

    /**
     * Starts threads once there are some that yield: in Linux a thread begins with the nice value of the one that starts
     * it, for good, and whoever first asks for something that another part needs may be one that yields.
     */
    private static volatile @Nullable ExecutorService starter;

    private Threads() {}

    /** An executor that runs each task on a virtual thread of its own, named {@code name-0}, {@code name-1} ... */
    public static ExecutorService perTask(String name) {
        return Executors.newThreadPerTaskExecutor(virtual().name(name + "-", 0).factory());
    }

    /**
     * An executor that runs one task at a time, in order, on a virtual thread of that name. A task that throws is logged
     * and does not keep the next from running.
     */
    public static ExecutorService inOrder(String name) {
        return Executors.newSingleThreadExecutor(virtual().name(name).factory());
    }

    /** Starts one virtual thread. */
    public static Thread start(String name, Runnable body) {
        return virtual().name(name).start(body);
    }

    /**
     * Starts one platform daemon thread: for a loop that pins its carrier (file channels with fsync, native calls), and
     * for the sockets of a process that is to end at once: what polls for virtual threads delays that by 300 ms.
     */
    public static Thread startPlatform(String name, Runnable body) {
        Thread thread = platform(name).unstarted(body);
        ExecutorService other = starter;
        if (other == null) {
            thread.start();
        } else {
            CompletableFuture.runAsync(thread::start, other).join();
        }
        return thread;
    }

    private static Thread.Builder.OfPlatform platform(String name) {
        return Thread.ofPlatform().daemon().name(name).uncaughtExceptionHandler(Threads::died);
    }

    /**
     * Starts one platform daemon thread for long work that nobody waits for. Where others want the processor it gets about
     * a tenth of what they get; that holds on Linux, where Java's own priorities do nothing. Platform threads that it starts
     * by this class do not yield.
     */
    public static Thread startBackground(String name, Runnable body) {
        prepareStarter();
        return startPlatform(name, yielding(body));
    }

    /** An executor that runs one task at a time, in order, on a thread as {@link #startBackground} starts it. */
    public static ExecutorService inBackground(String name) {
        prepareStarter();
        return Executors.newSingleThreadExecutor(body -> platform(name).unstarted(yielding(body)));
    }

    /** Before the first thread that yields: from then on this one is the only one that surely does not. */
    private static synchronized void prepareStarter() {
        if (starter == null) {
            ExecutorService made =
                    Executors.newSingleThreadExecutor(platform("thread-starter").factory());
            CompletableFuture.runAsync(() -> {}, made).join();
            starter = made;
        }
    }

    private static Runnable yielding(Runnable body) {
        return () -> {
            Niceness.lower();
            body.run();
        };
    }

    private static Thread.Builder.OfVirtual virtual() {
        return Thread.ofVirtual().uncaughtExceptionHandler(Threads::died);
    }

    /**
     * Has the death of every other thread of this process told in the same way: those that libraries make. What the
     * virtual machine would print itself quotes what the person wrote. For applications, once, at their start.
     */
    public static void tellOfAll() {
        Thread.setDefaultUncaughtExceptionHandler(Threads::died);
    }

    private static void died(Thread thread, Throwable error) {
        log.error("thread {} ended by an error", thread.getName(), Redacted.of(error));
    }

    /** A thread that the virtual machine runs at exit; register it with {@link Runtime#addShutdownHook}. */
    public static Thread atExit(String name, Runnable body) {
        return Thread.ofPlatform()
                .name(name)
                .uncaughtExceptionHandler(Threads::died)
                .unstarted(body);
    }
}
