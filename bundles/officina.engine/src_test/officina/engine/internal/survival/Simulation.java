// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs virtual threads one at a time, in an order that a seed decides, with a clock that only this moves: when nobody can
 * go on, it jumps to the next moment for which somebody waits. A virtual thread that is started by one of them belongs to
 * it as well, so that the threads of the product need not know. What would come from outside, a thread of the system or a
 * wait that the real clock ends, is refused: with the same seed everything happens again. The thread that calls
 * {@link #run} is the only one that works.
 */
final class Simulation implements Executor {

    /** A turn of a thread takes up to so much, in nanoseconds. */
    private static final int TURN_NANOS = 50_000;

    /** So many turns are no story any more. */
    private static final long MOST_TURNS = 5_000_000;

    private final Random random;
    private final Thread carrier = Thread.currentThread();
    private final List<Runnable> ready = new ArrayList<>();
    private final PriorityQueue<Sleeper> sleepers = new PriorityQueue<>();
    private volatile boolean disturbed;
    private long now;
    private long turns;
    private long trace;
    private int slept;

    private static final class Sleeper implements Comparable<Sleeper> {
        private final long until;
        private final int number;
        private final Thread thread;
        private boolean over;

        Sleeper(long until, int number, Thread thread) {
            this.until = until;
            this.number = number;
            this.thread = thread;
        }

        @Override
        public int compareTo(Sleeper other) {
            int byTime = Long.compare(until, other.until);
            return byTime != 0 ? byTime : Integer.compare(number, other.number);
        }
    }

    Simulation(long seed) {
        random = new Random(seed);
    }

    @Override
    public void execute(Runnable turn) {
        if (Thread.currentThread() != carrier && !Thread.currentThread().isVirtual()) {
            disturbed = true;
        }
        ready.add(turn);
    }

    /** Runs until no thread can ever go on again. */
    void run(Runnable first) {
        thread(first).start();
        while (true) {
            while (ready.isEmpty() && !sleepers.isEmpty()) {
                wake();
            }
            if (ready.isEmpty()) {
                return;
            }
            if (!sleepers.isEmpty() && random.nextInt(20) == 0) {
                // time also passes while others could go on
                wake();
            }
            int place = random.nextInt(ready.size());
            Runnable turn = ready.get(place);
            ready.set(place, ready.getLast());
            ready.removeLast();
            now += random.nextInt(TURN_NANOS);
            trace = trace * 31 + place + now;
            turn.run();
            if (disturbed) {
                throw new AssertionError("something from outside the simulation took part in it");
            }
            if (++turns > MOST_TURNS) {
                throw new AssertionError("this never ends");
            }
        }
    }

    private void wake() {
        Sleeper sleeper = sleepers.remove();
        now = Math.max(now, sleeper.until);
        sleeper.over = true;
        LockSupport.unpark(sleeper.thread);
    }

    /** The virtual machine keeps the choice of a scheduler to itself, and to tests. */
    private Thread thread(Runnable body) {
        try {
            Method make = Class.forName("java.lang.ThreadBuilders")
                    .getDeclaredMethod("newVirtualThread", Executor.class, String.class, int.class, Runnable.class);
            make.setAccessible(true);
            return (Thread) make.invoke(null, this, "simulation", 0, body);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this virtual machine has no such threads", e);
        }
    }

    /** The clock of the simulation. */
    Instant instant() {
        return Instant.EPOCH.plusNanos(now);
    }

    /** Has the calling thread wait for so long. */
    void pause(long nanos) {
        Sleeper sleeper = new Sleeper(now + nanos, slept++, Thread.currentThread());
        sleepers.add(sleeper);
        while (!sleeper.over) {
            LockSupport.park(this);
        }
    }

    /** Lets others go first, or takes its time, or neither. */
    void dawdle() {
        int choice = random.nextInt(8);
        if (choice < 3) {
            Thread.yield();
        } else if (choice == 3) {
            pause(random.nextInt(2_000_000));
        }
    }

    /** Choices of those who take part. */
    Random random() {
        return random;
    }

    /** What happened, as a number: the same for the same seed. */
    long trace() {
        return trace;
    }

    long turns() {
        return turns;
    }
}
