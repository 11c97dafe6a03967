// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderPreset;
import officina.base.SecretText;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import officina.engine.ModelTest;
import officina.engine.Models;
import org.jspecify.annotations.Nullable;

/** {@code officina models ...}: servers with models, and which one answers. */
final class ModelCommands {

    private static final String NONE = "none";
    private static final String DEFAULT = "default";

    private ModelCommands() {}

    static final class ListModels extends EngineCommand {

        private final Given<List<String>> named = syntax.words(0, "ACCOUNT", "The account whose models are listed.");

        private final Printed<ModelForms.Account> accounts =
                syntax.prints(ModelForms.ACCOUNT, "for each where none is named");

        private final Printed<ModelInfo> models = syntax.prints(ModelForms.MODEL, "for each of the named account");

        ListModels(CommandContext context) {
            super(context, "Your accounts; with the name of one, the models of its server.");
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            String account = one(named, syntax);
            if (account != null) {
                print(engine.models().list(account), out);
                return ExitCode.OK;
            }
            Optional<ModelChoice> choice = engine.models().choice(null);
            List<ModelAccount> all = engine.models().accounts();
            if (out.json()) {
                all.forEach(each -> out.print(accounts, ModelForms.account(each, choice), ""));
            } else if (all.isEmpty()) {
                out.say("There is no account. Add one: officina models add ollama");
            } else {
                out.table(all.stream().map(each -> ModelForms.row(each, choice)).toList());
            }
            return ExitCode.OK;
        }

        private void print(List<ModelInfo> all, Output out) {
            if (out.json()) {
                all.forEach(each -> out.print(models, each, ""));
            } else {
                out.table(all.stream().map(ModelForms::row).toList());
            }
        }
    }

    static final class Add extends EngineCommand {

        private final Given<String> called = syntax.word("NAME", "How you call it: small letters, digits, hyphens.");

        private final Given<@Nullable String> address =
                syntax.text("--address", "URL", "Where its interface begins, often with /v1.");

        private final Given<@Nullable String> model =
                syntax.text("--model", "MODEL", "The model that is used where none is named.");

        private final Given<String> provider =
                syntax.text("--provider", "ID", "The plug-in that speaks to it.", "provider.openai");

        private final Given<Integer> firstToken =
                syntax.number("--first-token", "SECONDS", "How long its model may take to say its first word.", (int)
                        ModelPatience.STANDARD.firstToken().toSeconds());

        private final Given<Integer> betweenTokens =
                syntax.number("--between-tokens", "SECONDS", "How long its model may be silent after that.", (int)
                        ModelPatience.STANDARD.betweenTokens().toSeconds());

        private final Printed<ModelForms.Account> account = syntax.prints(ModelForms.ACCOUNT);

        Add(CommandContext context) {
            super(context, "Add an account; the names ollama, llama-cpp, lm-studio, vllm and openai need no address.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            String name = called.value();
            ModelAccount added = engine.models().add(account(engine));
            boolean needsKey = preset(engine).map(ProviderPreset::needsKey).orElse(false);
            out.print(
                    account,
                    ModelForms.account(added, Optional.empty()),
                    "Added the account " + name + "."
                            + (needsKey ? " Give it a key: officina models key " + name : ""));
            return ExitCode.OK;
        }

        private ProviderAccount account(Engine engine) {
            String at = address.value();
            String wanted = model.value();
            try {
                return new ProviderAccount(
                        called.value(),
                        new PluginId(provider.value()),
                        at == null
                                ? preset(engine)
                                        .orElseThrow(() -> new IllegalArgumentException("an account has an address"))
                                        .address()
                                : URI.create(Inputs.word(at)),
                        wanted == null ? null : Inputs.word(wanted),
                        null,
                        new ModelPatience(
                                ModelPatience.STANDARD.connect(),
                                Duration.ofSeconds(firstToken.value()),
                                Duration.ofSeconds(betweenTokens.value())),
                        null);
            } catch (IllegalArgumentException e) {
                throw new FailureException(
                        Failure.of(
                                "usage.invalid-account",
                                ErrorKind.USER,
                                "That is no account: " + e.getMessage() + ".",
                                "For example: officina models add work --address https://models.example/v1"),
                        e);
            }
        }

        private Optional<ProviderPreset> preset(Engine engine) {
            return engine.models().providers().stream()
                    .filter(each -> each.id().value().equals(provider.value()))
                    .flatMap(each -> each.presets().stream())
                    .filter(each -> each.name().equals(called.value()))
                    .findFirst();
        }
    }

    static final class Remove extends EngineCommand {

        private final Given<String> account = syntax.word("ACCOUNT", "The account.");

        private final Printed<String> removed = syntax.prints(ModelForms.NAME);

        Remove(CommandContext context) {
            super(context, "Forget an account and its key.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            engine.models().remove(account.value());
            out.print(removed, account.value(), "Removed the account " + account.value() + ".");
            return ExitCode.OK;
        }
    }

    static final class Key extends EngineCommand {

        private final Given<String> account = syntax.word("ACCOUNT", "The account.");

        private final KeyInput input = new KeyInput(syntax);

        private final Given<Boolean> remove = syntax.flag("--remove", "Forget the key instead.");

        private final Printed<ModelForms.Account> keyed = syntax.prints(ModelForms.ACCOUNT);

        Key(CommandContext context) {
            super(
                    context,
                    "Give an account its key. It goes into the vault and is never shown.",
                    "",
                    "Only the process that has the data open takes a key.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            ModelAccount changed;
            if (remove.value()) {
                changed = engine.models().removeKey(account.value());
            } else {
                try (SecretText key = input.read(console())) {
                    changed = engine.models().setKey(account.value(), key);
                }
            }
            out.print(
                    keyed,
                    ModelForms.account(changed, Optional.empty()),
                    remove.value() ? "The key is forgotten." : "The key is in the vault.");
            return ExitCode.OK;
        }
    }

    static final class Test extends EngineCommand {

        private final Given<List<String>> named =
                syntax.words(0, "ACCOUNT[/MODEL]", "What is tried; without it, the model that answers.");

        private final Printed<ModelTest> tried = syntax.prints(ModelForms.TEST);

        Test(CommandContext context) {
            super(context, "Ask a model for one word, to see whether all is well.");
        }

        @Override
        ExitCode run(Engine engine, Output out) throws InterruptedException {
            String which = one(named, syntax);
            String account;
            String model;
            if (which == null) {
                ModelChoice choice = engine.models().choice(null).orElseThrow(ModelCommands::nothingChosen);
                account = choice.account();
                model = choice.model().isEmpty() ? null : choice.model();
            } else {
                account = ModelForms.accountIn(which);
                model = ModelForms.modelIn(which);
            }
            ModelTest test = engine.models().test(account, model);
            out.print(
                    tried,
                    test,
                    "The model " + test.model() + " of " + test.account() + " answers: first word after "
                            + test.first().toMillis() + " ms, all after "
                            + test.whole().toMillis() + " ms.");
            return ExitCode.OK;
        }
    }

    static final class Use extends EngineCommand {

        private final Given<List<String>> named = syntax.words(0, "ACCOUNT[/MODEL]", "The account, and its model.");

        private final Given<@Nullable String> project = syntax.text(
                "--project", "PROJECT", "Only in this project: its name, its identifier or the end of that.");

        private final Given<@Nullable String> session = syntax.text("--session", "ID", "Only in this conversation.");

        private final Printed<Optional<ModelChoice>> chosen = syntax.prints(ModelForms.CHOICE);

        Use(CommandContext context) {
            super(
                    context,
                    "Have a model answer from now on; \"none\" for no model, \"default\" for what holds elsewhere."
                            + " Without a word: which one does.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            String which = one(named, syntax);
            String only = project.value();
            String conversation = session.value();
            if (only != null && conversation != null) {
                throw syntax.refused("A conversation is of one project: give --project or --session, not both");
            }
            Optional<ModelChoice> choice = conversation != null
                    ? inConversation(engine, which, ModelForms.conversation(engine, conversation))
                    : inProject(engine, which, only == null ? null : ModelForms.project(engine, only));
            out.print(chosen, choice, ModelForms.text(choice));
            return ExitCode.OK;
        }

        private Optional<ModelChoice> inProject(Engine engine, @Nullable String which, @Nullable RecordId project) {
            return which == null
                    ? engine.models().choice(project)
                    : engine.models().use(account(which), ModelForms.modelIn(which), project);
        }

        private Optional<ModelChoice> inConversation(Engine engine, @Nullable String which, SessionId session) {
            return which == null
                    ? engine.models().choiceIn(session)
                    : engine.models().useIn(session, account(which), ModelForms.modelIn(which));
        }

        private @Nullable String account(String which) {
            return switch (which) {
                case NONE -> Models.NONE;
                case DEFAULT -> null;
                default -> named(ModelForms.accountIn(which));
            };
        }

        private String named(String account) {
            if (account.isBlank()) {
                throw syntax.refused("An account has a name; \"none\" is no model");
            }
            return account;
        }
    }

    /** The word, where there is one; more are refused. */
    private static @Nullable String one(Given<List<String>> named, Syntax syntax) {
        List<String> words = named.value();
        if (words.size() > 1) {
            throw syntax.refused("One word is enough: " + String.join(" ", words));
        }
        return words.isEmpty() ? null : words.getFirst();
    }

    private static FailureException nothingChosen() {
        return new FailureException(Failure.of(
                "model.none-chosen",
                ErrorKind.USER,
                "No model is chosen.",
                "Choose one with \"officina models use ACCOUNT/MODEL\", or name one to test."));
    }
}
