// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;

/** The way in for other processes of the same user; an OSGi service. */
public interface EnginePort {

    /**
     * Listens for them until the result is closed, which ends their connections first. The caller holds the lock of the
     * data folder, so that what an earlier holder left there is replaced. Where listening does not work the engine goes
     * on without, and the log says so.
     */
    Listening open(Engine engine, History history, Path data);

    /** The open port. */
    interface Listening extends Subscription {

        /** What goes on there. Any thread; cheap. */
        Traffic traffic();
    }
}
