// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import officina.base.Threads;
import officina.engine.EngineFactory;
import officina.engine.remote.EngineDoor;

/**
 * Runs one command on a plain class path, with the engine that listens at the data folder. The start script begins here
 * where it sees a socket, because starting the platform takes many times as long. Where it turns out that the command
 * needs an engine of its own, this process becomes the one that starts the platform, before anything was read or
 * printed.
 */
public final class AttachedCommandLine {

    /** The version of the program. */
    static final String VERSION = "officina.version";

    /** The script that starts the platform. */
    static final String PLATFORM = "officina.platform";

    private AttachedCommandLine() {}

    public static void main(String[] words) {
        Threads.tellOfAll();
        String version = System.getProperty(VERSION, "");
        List<String> given = List.of(words);
        Terminal terminal = Terminal.ofProcess();
        int code = Rehearsal.isAsked()
                ? Rehearsal.ofReading(silent -> context(silent, AttachedCommandLine::nobody, version))
                        .run(given, version)
                : run(given, version, context(terminal, () -> becomePlatform(given), version));
        // returning ends the process sooner
        if (code != ExitCode.OK.number()) {
            System.exit(code);
        }
    }

    private static int run(List<String> words, String version, CommandContext context) {
        // a signal ends the process, and with the connection whatever it has asked for: long work says what came of it
        Runtime.getRuntime().addShutdownHook(Threads.atExit("command-end", context::cancelled));
        return Commands.run(words, version, context);
    }

    private static CommandContext context(Terminal terminal, Supplier<EngineFactory> own, String version) {
        return new CommandContext(terminal, new EngineDoor(own, version, Duration.ZERO), System.getenv());
    }

    private static EngineFactory becomePlatform(List<String> words) {
        String script = System.getProperty(PLATFORM, "");
        throw OtherProgram.become(
                Stream.concat(Stream.of("/bin/sh", script), words.stream()).toList());
    }

    private static EngineFactory nobody() {
        throw new IllegalStateException("the engine ended meanwhile");
    }
}
