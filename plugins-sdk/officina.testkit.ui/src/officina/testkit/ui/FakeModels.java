// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.ui;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.provider.ModelInfo;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.api.provider.ProviderPreset;
import officina.api.record.SettingScope;
import officina.base.SecretText;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import officina.engine.ModelTest;
import officina.engine.Models;
import org.jspecify.annotations.Nullable;

/** Accounts in memory; their servers answer at once, never, or with a failure. Any thread. */
public final class FakeModels implements Models {

    public final List<ModelAccount> accounts = new ArrayList<>();
    /** What holds for all projects; {@code null} for no model. */
    public volatile @Nullable ModelChoice choice;
    /** The key that was given last. */
    public volatile String key = "";
    /** Servers do not answer. */
    public volatile boolean silent;
    /** Servers cannot be reached. */
    public volatile boolean offline;
    /** Somebody gave up waiting for a server that does not answer. */
    public final CountDownLatch interrupted = new CountDownLatch(1);

    private final Map<SessionId, Optional<ModelChoice>> conversations = new ConcurrentHashMap<>();

    @Override
    public List<ProviderDescriptor> providers() {
        return List.of(new ProviderDescriptor(
                new PluginId("provider.openai"),
                "OpenAI and compatible",
                "",
                Set.of(),
                List.of(
                        new ProviderPreset("ollama", "Ollama", URI.create("http://127.0.0.1:11434/v1"), false),
                        new ProviderPreset("openai", "OpenAI", URI.create("https://api.example/v1"), true))));
    }

    @Override
    public synchronized List<ModelAccount> accounts() {
        return List.copyOf(accounts);
    }

    @Override
    public synchronized ModelAccount add(ProviderAccount account) {
        ModelAccount added = new ModelAccount(new RecordId(new UUID(0, accounts.size() + 1)), account, false);
        accounts.add(added);
        return added;
    }

    @Override
    public synchronized void remove(String account) {
        accounts.removeIf(each -> each.account().name().equals(account));
    }

    @Override
    public ModelAccount setKey(String account, SecretText typed) {
        key = new String(typed.copy());
        return keyed(account, true);
    }

    @Override
    public ModelAccount removeKey(String account) {
        key = "";
        return keyed(account, false);
    }

    private synchronized ModelAccount keyed(String account, boolean keyed) {
        accounts.replaceAll(each ->
                each.account().name().equals(account) ? new ModelAccount(each.id(), each.account(), keyed) : each);
        return accounts.getFirst();
    }

    @Override
    public List<ModelInfo> list(String account) throws InterruptedException {
        answer();
        return List.of(model("llama3.2:3b"), model("qwen3:8b"), model("qwen3:30b"));
    }

    private static ModelInfo model(String id) {
        return new ModelInfo(id, id, null, null, null);
    }

    @Override
    public ModelTest test(String account, @Nullable String model) throws InterruptedException {
        answer();
        return new ModelTest(account, "qwen3:8b", Duration.ofMillis(1250), Duration.ofMillis(2000), null);
    }

    private void answer() throws InterruptedException {
        if (offline) {
            throw new FailureException(Failure.of(
                    "provider.offline",
                    ErrorKind.PROVIDER,
                    "The server of the account \"ollama\" at 127.0.0.1:11434 cannot be reached.",
                    "Check that it runs and that this machine is online, then try again."));
        }
        if (silent) {
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        }
    }

    @Override
    public Optional<ModelChoice> choice(@Nullable RecordId project) {
        return Optional.ofNullable(choice);
    }

    @Override
    public Optional<ModelChoice> use(@Nullable String account, @Nullable String model, @Nullable RecordId project) {
        choice = account == null ? null : new ModelChoice(account, String.valueOf(model), SettingScope.GLOBAL);
        return choice(project);
    }

    @Override
    public Optional<ModelChoice> choiceIn(SessionId conversation) {
        Optional<ModelChoice> own = conversations.get(conversation);
        return own == null ? choice(null) : own;
    }

    @Override
    public Optional<ModelChoice> useIn(SessionId conversation, @Nullable String account, @Nullable String model) {
        if (account == null) {
            conversations.remove(conversation);
        } else if (account.equals(NONE)) {
            conversations.put(conversation, Optional.empty());
        } else {
            conversations.put(
                    conversation,
                    Optional.of(new ModelChoice(account, String.valueOf(model), SettingScope.CONVERSATION)));
        }
        return choiceIn(conversation);
    }
}
