// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.cli.Syntax.Printed;
import officina.engine.Diagnostics;
import officina.engine.Diagnostics.Result;
import officina.engine.ExaminedData;

/** {@code officina journal ...}: everything that was ever kept, read whole. */
final class JournalCommands {

    private JournalCommands() {}

    /** Both do the same but for one word. */
    abstract static class Examining extends FolderCommand {

        private final OpeningSecrets secrets = new OpeningSecrets(syntax);

        private final Printed<Diagnostics.Check> looked = syntax.prints(EngineForms.CHECK, Syntax.EACH);

        private final boolean repairs;

        Examining(CommandContext context, boolean repairs, String description, String... footer) {
            super(context, description, footer);
            this.repairs = repairs;
        }

        @Override
        public Integer call() {
            Output out = output();
            ExaminedData found = context()
                    .own()
                    .examine(
                            secrets.options(folder(), console(), null),
                            repairs,
                            context().follow("Reading"));
            DoctorCommand.print(found.checks(), looked, out);
            boolean problem = found.checks().stream().anyMatch(check -> check.result() == Result.PROBLEM);
            return (problem ? ExitCode.FAILED : ExitCode.OK).number();
        }
    }

    static final class Check extends Examining {

        Check(CommandContext context) {
            super(
                    context,
                    false,
                    "Read every file and every event of the journal, and compare the store with it.",
                    "",
                    "Changes nothing. Where a window or another command is at work on the folder, it is refused; the doctor"
                            + " reads the newest part while they are.");
        }
    }

    static final class Repair extends Examining {

        Repair(CommandContext context) {
            super(
                    context,
                    true,
                    "Do the same, and bring a damaged journal into order so that it opens again.",
                    "",
                    "Nothing is deleted: damaged files move into a dated folder, and what can be read of them stays. A"
                            + " conversation that lost something ends before it; its to-dos and the like stay. Look for a"
                            + " backup first: it may hold what is lost.");
        }
    }
}
