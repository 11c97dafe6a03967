// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.util.concurrent.locks.ReentrantLock;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Progress;
import officina.base.Redacted;
import officina.base.Threads;
import officina.engine.SyncedFolders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One folder being brought into step, on a thread of its own and after those that began before. Whoever waits for it is
 * told how far it is and may end it.
 */
public final class FolderWork {

    private static final Logger log = LoggerFactory.getLogger(FolderWork.class);

    /** Now and then whoever waits is asked, also where nothing is told. In milliseconds. */
    private static final long ASK = 100;

    private final Thread thread;
    private long done;
    private long all;
    private @Nullable FailureException end;
    private boolean working = true;
    private boolean ended;
    private @Nullable SyncedFolders result;
    private @Nullable FailureException trouble;

    /** What is done. */
    interface Work {
        SyncedFolders run(Teller teller) throws InterruptedException;
    }

    /** Hears that it has ended, and why where it did not succeed. */
    interface Owner {
        void ended(FolderWork work, @Nullable Failure failure);
    }

    /** Hears how far the work is. */
    interface Teller {
        void at(long done, long all);
    }

    /**
     * Begins.
     *
     * @param turn held while it works, so that one works at a time
     * @param after done on the same thread when it has ended, before anybody hears of it
     * @param owner told after that
     */
    FolderWork(ReentrantLock turn, Work work, Runnable after, Owner owner) {
        thread = Threads.startBackground("knowledge", () -> run(turn, work, after, owner));
    }

    private void run(ReentrantLock turn, Work work, Runnable after, Owner owner) {
        SyncedFolders made = null;
        FailureException failed = null;
        try {
            turn.lockInterruptibly();
            try {
                made = work.run(this::tell);
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            failed = cancelled();
        } catch (FailureException e) {
            failed = e;
        } catch (RuntimeException | Error e) {
            log.error("a folder could not be brought into step", Redacted.of(e));
            failed = new FailureException(
                    Failure.of(
                            "index.failed",
                            ErrorKind.INTERNAL,
                            "The folder could not be read for a reason that is a defect of Officina.",
                            "\"officina doctor --bundle FILE\" writes what helps to find it."),
                    e);
        }
        worked();
        try {
            after.run();
        } finally {
            owner.ended(this, failed == null ? null : failed.failure());
            ended(made, failed);
        }
    }

    /** From here on nobody interrupts: what follows touches files that an interrupt would close. */
    private synchronized void worked() {
        working = false;
        Thread.interrupted();
    }

    private synchronized void ended(@Nullable SyncedFolders made, @Nullable FailureException failed) {
        result = made;
        trouble = failed;
        ended = true;
        notifyAll();
    }

    private synchronized void tell(long now, long of) {
        done = now;
        all = of;
        notifyAll();
    }

    private synchronized FailureException cancelled() {
        FailureException reason = end;
        return reason == null ? new FailureException(ended()) : reason;
    }

    /** Has it end within moments; whoever waits hears why. */
    synchronized void end(Failure reason) {
        if (working && end == null) {
            end = new FailureException(reason);
            thread.interrupt();
        }
    }

    /** Has it end within moments. */
    public void cancel() {
        end(ended());
    }

    /** What whoever has ended it is told. */
    public static Failure ended() {
        return cancelled("Reading the folder was ended.");
    }

    /** What whoever waits is told when another has ended it. */
    static Failure cancelled(String message) {
        return Failure.of(
                "work.cancelled",
                ErrorKind.USER,
                message,
                "What was read until then can be found; the next time goes on there.");
    }

    /** Waits for it on the caller's thread, asking there whether to go on. */
    public SyncedFolders await(Progress progress) throws InterruptedException {
        while (true) {
            long now;
            long of;
            synchronized (this) {
                if (!ended) {
                    wait(ASK);
                }
                if (ended) {
                    return result();
                }
                now = done;
                of = all;
            }
            if (!progress.goOn(now, of)) {
                cancel();
            }
        }
    }

    private SyncedFolders result() {
        FailureException failed = trouble;
        SyncedFolders made = result;
        if (failed != null || made == null) {
            throw new FailureException(failed == null ? cancelled().failure() : failed.failure(), failed);
        }
        return made;
    }
}
