// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.time.Duration;
import java.util.List;
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
        EngineDoor door = new EngineDoor(() -> becomePlatform(given), version, Duration.ZERO);
        int code = Rehearsal.isAsked()
                ? Rehearsal.ofReading(silent -> context(silent, door)).run(given, version)
                : Commands.run(given, version, context(Terminal.ofProcess(), door));
        // returning ends the process sooner
        if (code != ExitCode.OK.number()) {
            System.exit(code);
        }
    }

    private static CommandContext context(Terminal terminal, EngineDoor door) {
        CommandContext made = new CommandContext(terminal, door, System.getenv());
        // a signal ends the process, and with the connection whatever it has asked for: long work says what came of it
        Runtime.getRuntime().addShutdownHook(Threads.atExit("command-end", made::cancelled));
        return made;
    }

    private static EngineFactory becomePlatform(List<String> words) {
        if (Rehearsal.isAsked()) {
            throw new IllegalStateException("the engine ended meanwhile");
        }
        String script = System.getProperty(PLATFORM, "");
        throw OtherProgram.become(
                Stream.concat(Stream.of("/bin/sh", script), words.stream()).toList());
    }
}
