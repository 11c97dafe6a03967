// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads and prints.
 *
 * @param interactive whether a person sits at it, who can be asked for a passphrase
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {}
