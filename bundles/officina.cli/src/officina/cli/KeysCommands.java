// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.Keys;
import officina.engine.Keys.KeyState;

/** {@code officina keys ...}: how the key of the data is kept. */
final class KeysCommands {

    private KeysCommands() {}

    static final class Show extends EngineCommand {

        private final Printed<KeyState> kept = syntax.prints(EngineForms.KEY);

        Show(CommandContext context) {
            super(context, "How the key is kept, and whether there is a recovery phrase.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            return show(engine.keys().state(), kept, out);
        }
    }

    static final class Passphrase extends EngineCommand {

        private final NewPassphrase next = new NewPassphrase(syntax);

        private final Printed<KeyState> kept = syntax.prints(EngineForms.KEY);

        Passphrase(CommandContext context) {
            super(context, "Protect the key by a new passphrase, instead of the one before or the keyring.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            try (SecretText passphrase = next.ask(console())) {
                engine.keys().usePassphrase(passphrase);
            }
            return show(engine.keys().state(), kept, out);
        }
    }

    static final class Keyring extends EngineCommand {

        private final Printed<KeyState> kept = syntax.prints(EngineForms.KEY);

        Keyring(CommandContext context) {
            super(context, "Keep the key in the keyring of the desktop, instead of a passphrase.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            engine.keys().useKeyring();
            return show(engine.keys().state(), kept, out);
        }
    }

    static final class NewPhrase extends EngineCommand {

        private final Printed<SecretText> made = syntax.prints(EngineForms.PHRASE);

        NewPhrase(CommandContext context) {
            super(
                    context,
                    "Make a recovery phrase and print it, this once; then three of its words are asked for.",
                    "",
                    "A checked phrase that was there before stays valid until the new one is checked.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            try (SecretText phrase = engine.keys().newPhrase()) {
                if (out.json()) {
                    out.secret(made, phrase);
                    return ExitCode.OK;
                }
                out.say("Write these words on paper, in this order, and keep it where this machine is not:\n");
                PhraseDialog.show(phrase, context().terminal().out());
                out.say("\nThey open your data when keyring or passphrase is lost. They cannot be shown again.");
                return checked(engine, phrase, out);
            }
        }

        private ExitCode checked(Engine engine, SecretText phrase, Output out) {
            Console console = console();
            if (console == null) {
                out.say("Check what was written down: officina keys phrase check");
                return ExitCode.OK;
            }
            out.say("\nNow from the paper (Enter alone: later, with \"officina keys phrase check\"):");
            if (!new PhraseDialog(console::readPassword, out::say).knows(phrase)) {
                out.say("The phrase is valid but not checked: officina keys phrase check");
                return ExitCode.FAILED;
            }
            engine.keys().checkPhrase(phrase);
            out.say("That is right. Clear the screen, so that nobody else reads the words.");
            return ExitCode.OK;
        }
    }

    static final class CheckPhrase extends EngineCommand {

        private final PhraseInput phrase = new PhraseInput(syntax);

        private final Printed<KeyState> kept = syntax.prints(EngineForms.KEY);

        CheckPhrase(CommandContext context) {
            super(context, "Check that what was written down is the recovery phrase of this data.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            try (SecretText typed = phrase.read(console())) {
                engine.keys().checkPhrase(typed);
            }
            return show(engine.keys().state(), kept, out);
        }
    }

    static final class RemovePhrase extends EngineCommand {

        private final Printed<KeyState> kept = syntax.prints(EngineForms.KEY);

        RemovePhrase(CommandContext context) {
            super(context, "Make the recovery phrase invalid; without one, a lost key is lost.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            engine.keys().removePhrase();
            return show(engine.keys().state(), kept, out);
        }
    }

    static ExitCode show(KeyState state, Printed<KeyState> as, Output out) {
        out.print(as, state, state.text() + "\n" + text(state.phrase()));
        return ExitCode.OK;
    }

    private static String text(Keys.Phrase phrase) {
        return switch (phrase) {
            case NONE ->
                "There is no recovery phrase: if the key is lost, so is the data. Make one: officina keys phrase new";
            case UNCHECKED -> "There is a recovery phrase, but nobody checked it: officina keys phrase check";
            case CHECKED -> "There is a recovery phrase, and it was checked.";
            case REPLACING ->
                "There is a recovery phrase, and a new one that takes its place once checked: officina keys phrase check";
        };
    }

    /** Whether that is a keyring that cannot keep the key now, so that a passphrase has to. */
    static boolean noKeyring(FailureException reason) {
        return reason.failure().code().startsWith("vault.keyring-");
    }
}
