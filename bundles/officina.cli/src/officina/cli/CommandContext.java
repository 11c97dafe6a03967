// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.Map;
import officina.engine.Engine;
import officina.engine.EngineFactory;
import officina.engine.EngineOptions;
import org.jspecify.annotations.Nullable;

/** What all commands share: the terminal, the way to an engine, and the engine in use, which an interrupt closes. */
final class CommandContext {

    private final Terminal terminal;
    private final EngineFactory engines;
    private final Map<String, String> environment;
    private @Nullable Engine open;

    CommandContext(Terminal terminal, EngineFactory engines, Map<String, String> environment) {
        this.terminal = terminal;
        this.engines = engines;
        this.environment = environment;
    }

    Terminal terminal() {
        return terminal;
    }

    Map<String, String> environment() {
        return environment;
    }

    Engine open(EngineOptions options) {
        Engine engine = engines.open(options);
        synchronized (this) {
            open = engine;
        }
        return engine;
    }

    /** The user pressed Ctrl+C or the machine goes down: what was acknowledged is safe, the rest is offered for resume. */
    void interrupted() {
        Engine engine;
        synchronized (this) {
            engine = open;
            open = null;
        }
        if (engine != null) {
            engine.close();
        }
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
