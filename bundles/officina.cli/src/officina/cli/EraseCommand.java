// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.cli.EngineForms.Erased;
import officina.cli.Syntax.Printed;
import officina.engine.EngineFactory;

/** {@code officina data erase}: does away with a data folder. */
final class EraseCommand extends FolderCommand {

    /** What the person types, so that no single key press does it. */
    static final String WORD = "erase";

    private final Given<Boolean> yes = syntax.flag("--yes", "Do not ask.");

    private final Printed<Erased> done = syntax.prints(EngineForms.ERASED);

    EraseCommand(CommandContext context) {
        super(
                context,
                "Erase all your data: the key first, so that nothing can be read any more, then the files.",
                "",
                "It cannot be undone. Copies of the data folder that were made elsewhere stay as they are.",
                "No passphrase is needed. Where a window or another command is at work on the folder, it is refused.");
    }

    @Override
    public Integer call() {
        Output out = output();
        // before the person is asked, or another program would have to ask again
        EngineFactory own = context().own();
        Path folder = folder();
        if (!yes.value()) {
            confirm(folder);
        }
        List<String> left = own.erase(folder);
        String more = left.isEmpty() ? "" : "\nNot made by Officina and left there: " + String.join(", ", left);
        out.print(done, new Erased(folder, left), "All your data in " + folder + " was erased." + more);
        return ExitCode.OK.number();
    }

    private void confirm(Path folder) {
        Console console = console();
        if (console == null) {
            throw unconfirmed("Nobody can be asked whether all data is to be erased.", "Say it with --yes.");
        }
        String typed = console.readLine(
                "All your data in %s will be erased for good. Type %s to go on: ",
                Output.printable(folder.toString()), WORD);
        if (typed == null || !typed.strip().equals(WORD)) {
            throw unconfirmed("Nothing was erased.", "Type the word " + WORD + ", or say --yes.");
        }
    }

    private static FailureException unconfirmed(String message, String remedy) {
        return new FailureException(Failure.of("data.unconfirmed", ErrorKind.USER, message, remedy));
    }
}
