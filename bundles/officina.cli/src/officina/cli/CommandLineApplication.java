// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.time.Duration;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.Threads;
import officina.engine.EngineFactory;
import officina.engine.remote.EngineDoor;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** Runs one command and ends with its exit code. The platform's entry point, so it looks its service up by itself. */
public final class CommandLineApplication implements IApplication {

    private static final long SERVICES_LIMIT_MILLIS = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private volatile @Nullable CommandContext running;

    @Override
    public Object start(IApplicationContext context) {
        Threads.tellOfAll();
        BundleContext bundles =
                FrameworkUtil.getBundle(CommandLineApplication.class).getBundleContext();
        String version = bundles.getBundle().getVersion().toString();
        EngineDoor door = new EngineDoor(() -> engines(bundles), version, PATIENCE);
        if (Rehearsal.isAsked()) {
            return Rehearsal.ofWork(silent -> new CommandContext(silent, door, System.getenv()))
                    .run(Arguments.of(context), version);
        }
        CommandContext made = new CommandContext(Terminal.ofProcess(), door, System.getenv());
        running = made;
        // a signal ends the virtual machine without asking the platform: the engine is closed in good order before
        Runtime.getRuntime().addShutdownHook(Threads.atExit("command-end", made::interrupted));
        return Commands.run(Arguments.of(context), version, made);
    }

    @Override
    public void stop() {
        CommandContext made = running;
        if (made != null) {
            made.interrupted();
        }
    }

    /** Help and usage errors need no engine, so it is waited for only when a command opens one. */
    private static EngineFactory engines(BundleContext bundles) {
        ServiceTracker<CommandLineService, CommandLineService> tracker =
                new ServiceTracker<>(bundles, CommandLineService.class, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(SERVICES_LIMIT_MILLIS))
                    .map(CommandLineService::engines)
                    .orElseThrow(() -> new FailureException(Failure.of(
                            "engine.unavailable",
                            ErrorKind.INTERNAL,
                            "A part of Officina that the engine needs did not start.",
                            "Install Officina again; if that does not help, report it.")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(
                    Failure.of("engine.closed", ErrorKind.RESOURCE, "The start was interrupted.", "Start it again."),
                    e);
        } finally {
            tracker.close();
        }
    }
}
