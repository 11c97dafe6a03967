// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import picocli.CommandLine.Model.CommandSpec;

/** A command that only has subcommands: without one, it says which there are. */
final class CommandGroup implements Runnable {

    private final Syntax syntax;

    CommandGroup(String description) {
        syntax = new Syntax(description);
    }

    CommandSpec spec() {
        return syntax.of(this);
    }

    @Override
    public void run() {
        throw syntax.refused("A subcommand is missing.");
    }
}
