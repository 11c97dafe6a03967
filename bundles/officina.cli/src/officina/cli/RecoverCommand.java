// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.Keys.KeyState;
import org.jspecify.annotations.Nullable;

/** {@code officina keys recover}: opens the data with the recovery phrase, then keeps its key in a new way. */
final class RecoverCommand extends EngineCommand {

    private final PhraseInput phrase = new PhraseInput(syntax);

    private final NewPassphrase next = new NewPassphrase(syntax);

    private final Given<Boolean> keyring = syntax.flag("--keyring", "Keep the key in the keyring, or fail.");

    private final Printed<KeyState> kept = syntax.prints(EngineForms.KEY);

    RecoverCommand(CommandContext context) {
        super(
                context,
                "Open the data with its recovery phrase, when keyring or passphrase is lost, and keep the key anew.",
                "",
                "Without more words the keyring keeps the key, or a new passphrase where no keyring does.",
                "--passphrase-fd and --passphrase-file have no meaning here.");
    }

    /** The phrase opens the data here; an engine of another process has it open already. */
    @Override
    boolean attaches() {
        return false;
    }

    @Override
    SecretText phrase() {
        if (secrets.given()) {
            throw syntax.refused(
                    "The phrase opens the data: give a new passphrase with --new-passphrase-fd or --new-passphrase-file.");
        }
        if (keyring.value() && next.given()) {
            throw syntax.refused("Either the keyring or a new passphrase.");
        }
        return phrase.read(console());
    }

    @Override
    ExitCode run(Engine engine, Output out) {
        FailureException noKeyring = next.given() ? null : inKeyring(engine);
        if (next.given() || noKeyring != null) {
            try (SecretText passphrase = next.ask(console())) {
                engine.keys().usePassphrase(passphrase);
            } catch (FailureException e) {
                if (noKeyring != null) {
                    e.addSuppressed(noKeyring);
                }
                throw e;
            }
        }
        return KeysCommands.show(engine.keys().state(), kept, out);
    }

    /** Why the keyring does not keep the key; nothing when it does. */
    private @Nullable FailureException inKeyring(Engine engine) {
        try {
            engine.keys().useKeyring();
            return null;
        } catch (FailureException e) {
            if (keyring.value() || !KeysCommands.noKeyring(e)) {
                throw e;
            }
            return e;
        }
    }
}
