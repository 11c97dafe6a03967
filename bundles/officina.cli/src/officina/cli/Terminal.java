// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and prints.
 *
 * @param attended whether a person may sit at it
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean attended) {

    /** That of this process. */
    static Terminal ofProcess() {
        return new Terminal(System.in, stream(FileDescriptor.out), stream(FileDescriptor.err), true);
    }

    /** Where a person sits who can be asked for a passphrase. To find that out takes longer than most of a start. */
    @Nullable
    Console console() {
        Console console = attended ? System.console() : null;
        return console != null && console.isTerminal() ? console : null;
    }

    static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new PipeOutput(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }
}
