// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.Usage;
import officina.api.host.SecretRef;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonNull;
import officina.api.json.JsonText;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelPrices;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.api.provider.Sampling;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.SessionInfo;
import officina.api.record.SettingScope;
import officina.base.SecretText;
import officina.base.Uuids;
import officina.core.settings.SettingsCatalog;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import officina.engine.ModelTest;
import officina.engine.Models;
import officina.engine.SettingsService;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.run.RunModels;
import officina.model.ClientListener;
import officina.model.ModelClient;
import officina.model.ModelService;
import officina.net.okhttp.SecretSource;
import officina.store.Store;
import officina.vault.VaultSecrets;
import org.jspecify.annotations.Nullable;

/** Accounts as records of the store, changed by small runs; their keys in the vault. */
public final class ModelsService implements Models, RunModels {

    private static final String QUESTION = "Answer with the one word: yes";

    /** A name may begin as an address does, and belong to anybody. */
    private static final Pattern HERE = Pattern.compile("localhost|\\[::1]|127(\\.\\d{1,3}){3}");

    private final Store store;
    private final Edits edits;
    private final SettingsStore settings;
    private final VaultSecrets secrets;
    private final Supplier<ModelService> models;
    private final InstantSource clock;
    private final RecordId standardProject;

    /** @param models started when a server is asked for the first time */
    public ModelsService(
            Store store,
            Edits edits,
            SettingsStore settings,
            VaultSecrets secrets,
            Supplier<ModelService> models,
            InstantSource clock,
            RecordId standardProject) {
        this.store = store;
        this.edits = edits;
        this.settings = settings;
        this.secrets = secrets;
        this.models = models;
        this.clock = clock;
        this.standardProject = standardProject;
    }

    @Override
    public List<ProviderDescriptor> providers() {
        return models.get().providers();
    }

    @Override
    public List<ModelAccount> accounts() {
        Set<String> kept = kept();
        return store.list(RecordQuery.all(RecordKind.PROVIDER_ACCOUNT)).stream()
                .map(record -> account(record, kept))
                .sorted(Comparator.comparing(each -> each.account().name()))
                .toList();
    }

    private static ModelAccount account(DataRecord record, Set<String> kept) {
        ProviderAccount account = ProviderAccount.from(record.fields());
        SecretRef secret = account.secret();
        boolean keyed = secret != null
                && secret.equals(ProviderAccount.secretOf(record.id(), account.address()))
                && kept.contains(secret.name());
        return new ModelAccount(record.id(), account, keyed);
    }

    /** Of secrets nobody can read none is kept; whoever needs one of them hears why. */
    private Set<String> kept() {
        try {
            return secrets.names();
        } catch (FailureException unreadable) {
            return Set.of();
        }
    }

    private static SecretRef secretOf(ModelAccount account) {
        return ProviderAccount.secretOf(account.id(), account.account().address());
    }

    /** Gives the key of the account and no other, and only where its record still names the server it was given for. */
    private SecretSource secrets(ModelAccount account) {
        return asked -> {
            if (!asked.equals(secretOf(account))) {
                String name = account.account().name();
                throw failure(
                        "model.key-elsewhere",
                        "The key of the account \"" + name
                                + "\" was given for another server, and is not sent to this one.",
                        "Give it again with \"officina models key " + name + "\".");
            }
            return secrets.find(asked.name());
        };
    }

    @Override
    public ModelAccount add(ProviderAccount account) {
        List<ProviderDescriptor> known = providers();
        if (known.stream().noneMatch(each -> each.id().equals(account.provider()))) {
            String there =
                    known.stream().map(each -> each.id().toString()).sorted().collect(Collectors.joining(", "));
            throw new FailureException(Failure.of(
                    "provider.missing",
                    ErrorKind.RESOURCE,
                    "No plug-in " + account.provider() + " speaks to servers with models.",
                    "Those there are: " + there + "."));
        }
        RecordId id = new RecordId(Uuids.next(clock));
        ProviderAccount fresh = account.withSecret(null);
        return edits.edit(
                standardProject,
                "Added the account " + account.name(),
                changes -> {
                    changes.create(RecordKind.PROVIDER_ACCOUNT, id, fresh.fields());
                    return new ModelAccount(id, fresh, false);
                },
                (added, _) -> added);
    }

    @Override
    public void remove(String name) {
        ModelAccount account = require(name);
        edits.edit(
                standardProject,
                "Removed the account " + name,
                changes -> {
                    changes.delete(RecordKind.PROVIDER_ACCOUNT, account.id());
                    return name;
                },
                (removed, _) -> removed);
        String secret = secretOf(account).name();
        if (account.account().secret() != null || kept().contains(secret)) {
            secrets.remove(secret);
        }
    }

    @Override
    public ModelAccount setKey(String name, SecretText key) {
        ModelAccount account = require(name);
        SecretRef secret = secretOf(account);
        // first, so that no account ever names what is not there
        secrets.put(secret.name(), key);
        return change(account, "Gave the account " + name + " a key", each -> each.withSecret(secret));
    }

    @Override
    public ModelAccount removeKey(String name) {
        ModelAccount changed =
                change(require(name), "Took the key of the account " + name + " away", each -> each.withSecret(null));
        secrets.remove(secretOf(changed).name());
        return changed;
    }

    private ModelAccount change(ModelAccount account, String title, Function<ProviderAccount, ProviderAccount> change) {
        ProviderAccount changed = change.apply(account.account());
        return edits.edit(
                standardProject,
                title,
                changes -> {
                    changes.replace(RecordKind.PROVIDER_ACCOUNT, account.id(), changed.fields());
                    return new ModelAccount(account.id(), changed, changed.secret() != null);
                },
                (done, _) -> done);
    }

    @Override
    public List<ModelInfo> list(String name) throws InterruptedException {
        ModelAccount account = require(name);
        return models.get().models(account.account(), secrets(account));
    }

    @Override
    public ModelTest test(String name, @Nullable String model) throws InterruptedException {
        ModelAccount kept = require(name);
        ProviderAccount account = kept.account();
        String asked = model == null ? account.model() : model;
        if (asked == null) {
            asked = models.get().models(account, secrets(kept)).stream()
                    .map(ModelInfo::id)
                    .findFirst()
                    .orElseThrow(() -> noModel(name));
        }
        FirstWord heard = new FirstWord();
        long begun = System.nanoTime();
        new ModelClient(models.get(), account, secrets(kept))
                .ask(
                        new ModelRequest(
                                asked, List.of(Message.text(MessageRole.USER, QUESTION)), List.of(), Sampling.STANDARD),
                        heard);
        long ended = System.nanoTime();
        long first = heard.at == 0 ? ended : heard.at;
        return new ModelTest(
                name, asked, Duration.ofNanos(first - begun), Duration.ofNanos(ended - begun), heard.usage);
    }

    /** When the model began to say something, and what it took. */
    private static final class FirstWord implements ClientListener {
        private long at;
        private @Nullable Usage usage;

        @Override
        public void onText(String piece) {
            at = at == 0 ? System.nanoTime() : at;
        }

        @Override
        public void onReasoning(String piece) {
            at = at == 0 ? System.nanoTime() : at;
        }

        @Override
        public void onUsage(Usage used) {
            usage = used;
        }
    }

    @Override
    public Optional<ModelChoice> choice(@Nullable RecordId project) {
        return said(settings.get(SettingsCatalog.MODEL, project));
    }

    @Override
    public Optional<ModelChoice> choiceIn(SessionId conversation) {
        RecordId project = store.get(RecordKind.SESSION, new RecordId(conversation.value()))
                .map(record -> SessionInfo.from(record.fields()).project())
                .orElse(null);
        return choiceIn(conversation, project);
    }

    private Optional<ModelChoice> choiceIn(SessionId conversation, @Nullable RecordId project) {
        return said(settings.get(SettingsCatalog.MODEL, project, conversation));
    }

    private Optional<ModelChoice> said(SettingsService.SettingValue value) {
        if (!(value.value() instanceof JsonText(String text)) || text.isBlank() || value.scope() == null) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        String account = slash < 0 ? text : text.substring(0, slash);
        String model =
                slash < 0 ? find(account).map(each -> each.account().model()).orElse(null) : text.substring(slash + 1);
        return Optional.of(new ModelChoice(account, model == null ? "" : model, value.scope()));
    }

    @Override
    public Optional<Chosen> chosen(RecordId project, SessionId conversation) {
        return choiceIn(conversation, project).map(choice -> {
            ModelAccount account = require(choice.account());
            if (choice.model().isBlank()) {
                throw noModel(choice.account());
            }
            return new Chosen(
                    choice.account() + "/" + choice.model(),
                    choice.model(),
                    () -> new ModelClient(models.get(), account.account(), secrets(account)));
        });
    }

    /**
     * The model that answers, for the status area.
     *
     * @param place the host of its server
     */
    record Answering(String model, String place, String cost) {}

    /** None where no model answers; looks at no server. {@code null} for where no project or conversation says otherwise. */
    Optional<Answering> answering(@Nullable SessionId conversation) {
        return (conversation == null ? choice(null) : choiceIn(conversation))
                .flatMap(choice -> find(choice.account()).map(found -> {
                    ProviderAccount account = found.account();
                    String host = String.valueOf(account.address().getHost());
                    boolean here = HERE.matcher(host).matches();
                    ModelPrices prices = account.prices();
                    String unpriced = here ? "No cost" : "Price not known";
                    return new Answering(
                            choice.account() + "/" + choice.model(),
                            here ? "this machine" : host,
                            prices == null ? unpriced : "Paid by the token");
                }));
    }

    @Override
    public Optional<ModelChoice> use(@Nullable String account, @Nullable String model, @Nullable RecordId project) {
        set(project == null ? SettingScope.GLOBAL : SettingScope.PROJECT, project, account, model);
        return choice(project);
    }

    @Override
    public Optional<ModelChoice> useIn(SessionId conversation, @Nullable String account, @Nullable String model) {
        set(SettingScope.CONVERSATION, new RecordId(conversation.value()), account, model);
        return choiceIn(conversation);
    }

    private void set(SettingScope scope, @Nullable RecordId owner, @Nullable String account, @Nullable String model) {
        settings.set(
                SettingsCatalog.MODEL,
                scope,
                owner,
                account == null
                        ? JsonNull.NULL
                        : new JsonText(account.equals(NONE) && model == null ? NONE : named(account, model)));
    }

    private String named(String account, @Nullable String model) {
        if (require(account).account().model() == null && model == null) {
            throw noModel(account);
        }
        return model == null ? account : account + "/" + model;
    }

    private Optional<ModelAccount> find(String name) {
        return accounts().stream()
                .filter(each -> each.account().name().equals(name))
                .findFirst();
    }

    private ModelAccount require(String name) {
        return find(name)
                .orElseThrow(() -> failure(
                        "model.no-account",
                        "There is no account \"" + name + "\".",
                        "\"officina models list\" shows those there are; \"officina models add\" adds one."));
    }

    private static FailureException noModel(String name) {
        return failure(
                "model.no-model",
                "The account \"" + name + "\" does not say which model to use.",
                "Name one, as in " + name + "/MODEL; \"officina models list " + name + "\" shows those it has.");
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}
