// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.engine.Engine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code officina keys recover}: opens the data with the recovery phrase, then keeps its key in a new way. */
@Command(
        name = "recover",
        description =
                "Open the data with its recovery phrase, when keyring or passphrase is lost, and keep the key anew.",
        footer = {
            "",
            "Without more words the keyring keeps the key, or a new passphrase where no keyring does.",
            "--passphrase-fd and --passphrase-file have no meaning here."
        })
final class RecoverCommand extends EngineCommand {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    PhraseInput phrase = new PhraseInput();

    @Mixin
    NewPassphrase next = new NewPassphrase();

    @Option(names = "--keyring", description = "Keep the key in the keyring, or fail.")
    boolean keyring;

    RecoverCommand(CommandContext context) {
        super(context);
    }

    /** The phrase opens the data here; an engine of another process has it open already. */
    @Override
    boolean attaches() {
        return false;
    }

    @Override
    SecretText phrase() {
        if (secrets.passphraseDescriptor >= 0 || secrets.passphraseFile != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The phrase opens the data: give a new passphrase with --new-passphrase-fd or --new-passphrase-file.");
        }
        if (keyring && next.given()) {
            throw new ParameterException(spec.commandLine(), "Either the keyring or a new passphrase.");
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
        return KeysCommands.show(engine.keys().state(), out);
    }

    /** Why the keyring does not keep the key; nothing when it does. */
    private @Nullable FailureException inKeyring(Engine engine) {
        try {
            engine.keys().useKeyring();
            return null;
        } catch (FailureException e) {
            if (keyring || !KeysCommands.noKeyring(e)) {
                throw e;
            }
            return e;
        }
    }
}
