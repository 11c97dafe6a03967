// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import officina.api.id.PluginId;

/** How many plug-ins may do something at the same time: each so many, so that some are left to others. Any thread. */
final class Places {

    private final int ofOne;
    private final int ofAll;
    private final Semaphore all;
    private final Map<PluginId, Semaphore> each = new ConcurrentHashMap<>();

    Places(int ofOne, int ofAll) {
        this.ofOne = ofOne;
        this.ofAll = ofAll;
        all = new Semaphore(ofAll);
    }

    /** What is under way until it is closed, once. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Does not wait, but throws {@code net.busy}: a plug-in knows best which of its requests comes first. */
    Place enter(PluginId plugin) {
        Semaphore own = each.computeIfAbsent(plugin, _ -> new Semaphore(ofOne));
        if (!own.tryAcquire()) {
            throw NetRefusals.busy(ofOne);
        }
        if (!all.tryAcquire()) {
            own.release();
            throw NetRefusals.busy(ofAll);
        }
        return () -> {
            all.release();
            own.release();
        };
    }
}
