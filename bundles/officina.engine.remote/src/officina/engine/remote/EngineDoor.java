// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import officina.api.error.FailureException;
import officina.engine.Engine;
import officina.engine.EngineFactory;
import officina.engine.EngineOptions;
import officina.engine.wire.WireFailures;
import org.jspecify.annotations.Nullable;

/**
 * The way to an engine: that of another process where one is at work on the data folder, else one of this process.
 *
 * @param own what opens an engine in this process, found when it is needed
 * @param version of this program, told to the other process
 * @param patience how long to wait for a process that has the folder and does not listen yet, or is about to end
 */
public record EngineDoor(Supplier<EngineFactory> own, String version, Duration patience) {

    private static final Set<String> NOBODY = Set.of(WireFailures.NOT_RUNNING, WireFailures.CONNECTION_LOST);
    private static final long PAUSE_MILLIS = 50;

    /**
     * Attaches, or opens; {@code engine.in-use} where the other process lets nobody in.
     *
     * @param options how to open an engine of this process; asked for only where that is to be done
     */
    public Engine open(Path data, Supplier<EngineOptions> options) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Engine attached = attached(data);
            if (attached != null) {
                return attached;
            }
            try {
                return own.get().open(options.get());
            } catch (FailureException e) {
                if (!e.failure().code().equals("engine.in-use") || System.nanoTime() > end) {
                    throw e;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }

    private @Nullable Engine attached(Path data) {
        try {
            return RemoteEngine.attach(data, version);
        } catch (FailureException e) {
            if (NOBODY.contains(e.failure().code())) {
                return null;
            }
            throw e;
        }
    }
}
