// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import officina.api.error.Failure;
import officina.api.json.JsonObject;
import officina.base.Progress;
import officina.engine.wire.Wire;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcId;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;

/**
 * A request for long work: tells the client now and then how far it is, never waits for it, and is ended from outside.
 * The thread of the request works with it; {@link #end} any.
 */
final class LongWork implements Progress {

    private final RpcId id;
    private final RpcConnection connection;
    private volatile @Nullable Failure ended;
    private long done;
    private long all;
    private boolean begun;
    private boolean untold;
    private long toldAt;

    LongWork(RpcId id, RpcConnection connection) {
        this.id = id;
        this.connection = connection;
    }

    @Override
    public boolean goOn(long done, long all) {
        untold |= !begun || this.done != done || this.all != all;
        this.done = done;
        this.all = all;
        long now = System.nanoTime();
        if (!begun || now - toldAt >= Wire.PROGRESS_PAUSE.toNanos()) {
            begun = true;
            toldAt = now;
            tell();
        }
        return ended == null;
    }

    /** Tells what was held back; before the answer. */
    void tell() {
        if (untold) {
            untold = !connection.offer(new RpcMessage.Notification(
                    Wire.PROGRESS,
                    JsonObject.EMPTY.with("id", id.value()).with("done", done).with("all", all)));
        }
    }

    /** Has it end when it asks next; the first reason counts. */
    void end(Failure reason) {
        if (ended == null) {
            ended = reason;
        }
    }

    /** Why it was to end; {@code null} where nobody wanted it. */
    @Nullable
    Failure reason() {
        return ended;
    }
}
