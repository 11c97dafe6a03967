// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.api.provider.ProviderPreset;
import officina.api.record.SettingScope;
import officina.base.SecretText;
import officina.engine.Engine;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import officina.engine.ModelTest;
import officina.engine.Models;
import org.jspecify.annotations.Nullable;

/** Accounts in memory; no server is asked. */
final class FakeModels implements Models {

    private static final PluginId PROVIDER = new PluginId("provider.openai");

    final List<ModelAccount> accounts = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    Optional<ModelChoice> choice = Optional.empty();
    boolean offline;

    /** An engine that has nothing else. */
    Engine engine() {
        return FakeEngine.of(this);
    }

    static ModelAccount account(String name, String address, @Nullable String model) {
        return new ModelAccount(
                new RecordId(new UUID(0, 1)),
                new ProviderAccount(name, PROVIDER, URI.create(address), model, null, ModelPatience.STANDARD, null),
                false);
    }

    @Override
    public List<ProviderDescriptor> providers() {
        return List.of(new ProviderDescriptor(
                PROVIDER,
                "Server",
                "A server.",
                Set.of(),
                List.of(
                        new ProviderPreset("ollama", "Ollama", URI.create("http://127.0.0.1:11434/v1"), false),
                        new ProviderPreset("openai", "OpenAI", URI.create("https://api.openai.com/v1"), true))));
    }

    @Override
    public List<ModelAccount> accounts() {
        return accounts;
    }

    @Override
    public ModelAccount add(ProviderAccount account) {
        ModelAccount added = new ModelAccount(new RecordId(new UUID(0, 1)), account, false);
        accounts.add(added);
        return added;
    }

    @Override
    public void remove(String account) {
        done.add("remove " + account);
    }

    @Override
    public ModelAccount setKey(String account, SecretText key) {
        done.add("key " + account + " " + new String(key.copy()));
        return accounts.getFirst();
    }

    @Override
    public ModelAccount removeKey(String account) {
        done.add("no key " + account);
        return accounts.getFirst();
    }

    @Override
    public List<ModelInfo> list(String account) {
        reach();
        return List.of(
                new ModelInfo("tiny", "Tiny", 4096L, true, null), new ModelInfo("large", "large", null, null, null));
    }

    @Override
    public ModelTest test(String account, @Nullable String model) {
        reach();
        return new ModelTest(
                account, model == null ? "tiny" : model, Duration.ofMillis(20), Duration.ofMillis(30), null);
    }

    private void reach() {
        if (offline) {
            throw new FailureException(
                    Failure.of("provider.offline", ErrorKind.PROVIDER, "Nobody is there.", "Start it."));
        }
    }

    @Override
    public Optional<ModelChoice> choice(@Nullable RecordId project) {
        return choice;
    }

    @Override
    public Optional<ModelChoice> use(@Nullable String account, @Nullable String model, @Nullable RecordId project) {
        done.add("use " + account);
        choice = account == null || account.equals(NONE)
                ? Optional.empty()
                : Optional.of(new ModelChoice(account, model == null ? "tiny" : model, SettingScope.GLOBAL));
        return choice;
    }

    @Override
    public Optional<ModelChoice> choiceIn(SessionId conversation) {
        return choice(null);
    }

    @Override
    public Optional<ModelChoice> useIn(SessionId conversation, @Nullable String account, @Nullable String model) {
        return use(account, model, null);
    }
}
