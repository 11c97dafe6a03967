// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import officina.api.error.Failure;
import officina.base.Progress;
import officina.engine.Engine;
import officina.engine.EngineFactory;
import officina.engine.EngineOptions;
import officina.engine.remote.EngineDoor;
import org.jspecify.annotations.Nullable;

/** What all commands share: the terminal, the way to an engine, and the engine in use, which an interrupt closes. */
final class CommandContext {

    private final Terminal terminal;
    private final EngineDoor door;
    private final Map<String, String> environment;
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private @Nullable Engine open;
    private volatile @Nullable LongWork working;

    CommandContext(Terminal terminal, EngineDoor door, Map<String, String> environment) {
        this.terminal = terminal;
        this.door = door;
        this.environment = environment;
    }

    Terminal terminal() {
        return terminal;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** An engine of this or of another process. */
    Engine open(Path folder, Supplier<EngineOptions> options) {
        return inUse(door.open(folder, options));
    }

    /** What opens engines in this process. Where that is for another program to do, this process becomes it. */
    EngineFactory own() {
        return door.own().get();
    }

    /** An engine of this process; {@code engine.in-use} where another has the folder. */
    Engine openOwn(EngineFactory own, EngineOptions options) {
        return inUse(own.open(options));
    }

    /** Writes down why a data folder does not open; see {@link officina.engine.EngineFactory#diagnose}. */
    void diagnose(Path folder, Failure reason, Path file) {
        door.own().get().diagnose(folder, reason, file);
    }

    private Engine inUse(Engine engine) {
        synchronized (this) {
            open = engine;
        }
        return engine;
    }

    /** Has a command follow what it does from now on to its end, so that Ctrl+C ends it in good order. */
    Progress follow(String doing) {
        LongWork work = new LongWork(terminal, doing);
        working = work;
        return work;
    }

    /** The command has said what came of it. */
    void said() {
        LongWork work = working;
        if (work != null) {
            work.ended();
        }
    }

    /** The user pressed Ctrl+C: long work ends and says what came of it, within a time. */
    void cancelled() {
        LongWork work = working;
        if (work != null) {
            work.interrupted();
        }
    }

    /**
     * The user pressed Ctrl+C or the machine goes down: long work is cancelled; what was acknowledged is safe, the rest is
     * offered for resume.
     */
    void interrupted() {
        cancelled();
        Engine engine;
        synchronized (this) {
            engine = open;
            open = null;
        }
        if (engine != null) {
            engine.close();
        }
        interrupted.countDown();
    }

    /** The command has closed its engine. */
    synchronized void done() {
        open = null;
    }

    /** Waits until the user presses Ctrl+C or a signal ends the program. */
    void awaitInterrupt() throws InterruptedException {
        interrupted.await();
    }

    /** {@code $XDG_DATA_HOME/officina}, by default {@code ~/.local/share/officina}. */
    Path standardFolder() {
        String home = environment.getOrDefault("XDG_DATA_HOME", "");
        return home.isEmpty()
                ? Path.of(
                        environment.getOrDefault("HOME", System.getProperty("user.home")),
                        ".local",
                        "share",
                        "officina")
                : Path.of(home, "officina");
    }
}
