// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.net.URI;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.SecretRef;
import officina.base.SecretText;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.PluginItem;

/** {@code plugins secret}. */
final class PluginSecretCommand extends EngineCommand {

    private final Given<String> plugin = PluginCommands.plugin(syntax);

    private final Given<String> name = syntax.word("NAME", "What the plug-in calls the secret that it asks to use.");

    private final Given<String> address =
            syntax.word("ADDRESS", "The one server that it may go to: https://example.org.");

    private final KeyInput input = new KeyInput(syntax);

    private final Given<Boolean> remove = syntax.flag("--remove", "Forget the secret instead.");

    private final Printed<PluginItem> shown = syntax.prints(PluginForms.PLUGIN);

    PluginSecretCommand(CommandContext context) {
        super(
                context,
                "Give a plug-in a key or a password. It goes into the vault, and no plug-in sees it.",
                "",
                "Only the process that has the data open takes one. The plug-in must be allowed to use it as well:",
                "officina plugins grant PLUGIN secret.use NAME.");
    }

    @Override
    ExitCode run(Engine engine, Output out) {
        PluginItem item = PluginCommands.find(engine, plugin.value());
        SecretRef secret;
        URI server;
        try {
            secret = new SecretRef(name.value());
            server = URI.create(address.value());
        } catch (IllegalArgumentException e) {
            throw new FailureException(Failure.of(
                    "usage.secret",
                    ErrorKind.USER,
                    "That is no name of a secret, or no address.",
                    "A name looks like weather.key, an address like https://example.org."));
        }
        if (remove.value()) {
            engine.plugins().forgetSecret(item.id(), secret, server);
        } else {
            try (SecretText value = input.read(console())) {
                engine.plugins().giveSecret(item.id(), secret, server, value);
            }
        }
        out.print(shown, item, remove.value() ? "The secret is forgotten." : "The secret is in the vault.");
        return ExitCode.OK;
    }
}
