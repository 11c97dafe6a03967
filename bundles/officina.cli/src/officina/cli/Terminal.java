// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and prints.
 *
 * @param interactive whether a person sits at it, who can be asked for a passphrase
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {

    /** That of this process. */
    static Terminal ofProcess() {
        return new Terminal(
                System.in,
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                System.console() != null && System.console().isTerminal());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new PipeOutput(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }
}
