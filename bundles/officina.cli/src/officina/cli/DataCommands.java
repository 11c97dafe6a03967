// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import picocli.CommandLine.Command;

/** {@code officina data ...}: all of the data at once. */
final class DataCommands {

    private DataCommands() {}

    @Command(name = "data", description = "All of your data at once.")
    static final class Group extends CommandGroup {}
}
