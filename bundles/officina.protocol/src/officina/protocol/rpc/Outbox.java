// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lines on their way out, at most {@link #MAX_BYTES} of them beside the newest. Any number of writers, one taker. */
final class Outbox {

    static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final int TOGETHER = 64 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> lines = new ArrayDeque<>();
    private long bytes;
    private boolean finished;
    private boolean closed;

    /** How somebody waits for room. */
    private interface Waiting<E extends Exception> {
        void on(Condition room) throws E;
    }

    /** Waits for room, interrupted or not; {@code false} when nothing more is taken. */
    boolean put(byte[] line) {
        return put(line, Condition::awaitUninterruptibly);
    }

    /** The same for one who leaves when interrupted; nothing was put then. */
    boolean putUnlessInterrupted(byte[] line) throws InterruptedException {
        return put(line, Condition::await);
    }

    private <E extends Exception> boolean put(byte[] line, Waiting<E> waiting) throws E {
        lock.lock();
        try {
            while (!finished && bytes > 0 && bytes + line.length > MAX_BYTES) {
                waiting.on(changed);
            }
            if (finished) {
                return false;
            }
            lines.add(line);
            bytes += line.length;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The same without waiting: {@code false}, too, when there is no room. */
    boolean offer(byte[] line) {
        lock.lock();
        try {
            return (bytes == 0 || bytes + line.length <= MAX_BYTES) && put(line);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for lines; small ones come together. {@code null} at the end. */
    @Nullable
    ByteBuffer take() {
        lock.lock();
        try {
            while (lines.isEmpty() && !finished) {
                changed.awaitUninterruptibly();
            }
            if (closed || lines.isEmpty()) {
                return null;
            }
            int length = lines.element().length;
            if (length >= TOGETHER) {
                return taken(ByteBuffer.wrap(lines.remove()));
            }
            ByteBuffer together = ByteBuffer.allocate((int) Math.min(TOGETHER, bytes));
            while (!lines.isEmpty() && lines.element().length <= together.remaining()) {
                together.put(lines.remove());
            }
            return taken(together.flip());
        } finally {
            lock.unlock();
        }
    }

    private ByteBuffer taken(ByteBuffer buffer) {
        bytes -= buffer.remaining();
        changed.signalAll();
        return buffer;
    }

    /** What is in it. */
    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what is in it can still be taken out. */
    void finish() {
        lock.lock();
        try {
            finished = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Drops what is in it. */
    void close() {
        lock.lock();
        try {
            closed = true;
            finished = true;
            lines.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
