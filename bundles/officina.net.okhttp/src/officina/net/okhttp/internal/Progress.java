// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;

/** How far a request has come. */
final class Progress extends EventListener {

    private volatile boolean connected;

    /** Whether there was a connection. */
    boolean connected() {
        return connected;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        connected = true;
    }
}
