// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import officina.base.Progress;

/**
 * Work of a command that takes long: tells a person at the terminal now and then how far it is, and ends when they press
 * Ctrl+C. The command's thread works with it; {@link #interrupted} is another.
 */
final class LongWork implements Progress {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Whoever pressed Ctrl+C is not to wait longer. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Terminal terminal;
    private final String doing;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean cancelled;
    private long toldAt = System.nanoTime();

    /** @param doing "Exporting" */
    LongWork(Terminal terminal, String doing) {
        this.terminal = terminal;
        this.doing = doing;
    }

    @Override
    public boolean goOn(long done, long all) {
        long now = System.nanoTime();
        if (terminal.console() != null && all > 0 && now - toldAt >= PAUSE.toNanos()) {
            toldAt = now;
            terminal.err().println(doing + ": " + 100 * done / all + " %");
        }
        return !cancelled;
    }

    /** It has ended, and what came of it is said. */
    void ended() {
        over.countDown();
    }

    /** Has it end, and waits until what came of it is said. */
    void interrupted() {
        cancelled = true;
        try {
            if (!over.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                terminal.err().println("officina: it has not ended within " + LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
