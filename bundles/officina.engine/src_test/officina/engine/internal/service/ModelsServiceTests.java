// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.event.RunEvent.RecordChanged;
import officina.api.event.RunKind;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelListener;
import officina.api.provider.ModelPatience;
import officina.api.provider.ModelReply;
import officina.api.provider.ModelRequest;
import officina.api.provider.ProviderAccount;
import officina.api.provider.ProviderDescriptor;
import officina.api.record.DataRecord;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.SecretText;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import officina.engine.Models;
import officina.engine.internal.Bench;
import officina.engine.internal.edit.Edits;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import officina.model.ModelService;
import officina.net.okhttp.SecretSource;
import officina.vault.VaultSecrets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys belong to one account at one server, whatever happens to the records. */
class ModelsServiceTests {

    private static final RecordId HOME = new RecordId(new UUID(7, 7));
    private static final PluginId PROVIDER = new PluginId("provider.kit");
    private static final URI ONE = URI.create("https://one.example/v1");
    private static final URI TWO = URI.create("https://two.example/v1");

    private final Bench bench = new Bench();
    private final InstantSource clock = () -> Instant.EPOCH;
    private final RecordWriter writer = new RecordWriter(bench.log, bench.store, clock);
    private final Edits edits = new Edits(writer, clock);
    private final Secrets vault = new Secrets();
    private final Servers servers = new Servers();
    private final ModelsService models = new ModelsService(
            bench.store,
            edits,
            new SettingsStore(bench.store, edits, bench.disk, bench.projector, clock, HOME),
            vault,
            () -> servers,
            clock,
            HOME);
    private int runs = 100;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void a_key_reaches_the_account_it_was_given_for() throws Exception {
        models.add(account("work", ONE));
        models.add(account("home", ONE));
        key("work", "first");
        key("home", "second");

        models.list("work");
        assertEquals("first", servers.heard);
        models.list("home");
        assertEquals("second", servers.heard);
        models.removeKey("work");
        models.remove("home");
        assertEquals(Map.of(), vault.all);
    }

    @Test
    void an_account_that_comes_back_gets_no_other_accounts_key() throws Exception {
        models.add(account("work", ONE));
        ModelAccount first = key("work", "first");
        models.remove("work");
        models.add(account("work", TWO));
        key("work", "second");

        assertEquals("model.account-exists", code(() -> bringBack(first)));
        models.remove("work");
        models.add(account("play", TWO));
        key("play", "third");
        bringBack(first);

        assertFalse(models.accounts().getLast().keyed(), "its key was forgotten with it");
        models.list("work");
        assertNull(servers.heard, "another account's key");
    }

    @Test
    void a_key_does_not_follow_a_record_that_names_another_server() throws Exception {
        ModelAccount added = models.add(account("work", ONE));
        ModelAccount keyed = key("work", "first");
        write(changes -> changes.replace(
                RecordKind.PROVIDER_ACCOUNT,
                added.id(),
                account("work", TWO).withSecret(keyed.account().secret()).fields()));

        assertFalse(models.accounts().getFirst().keyed(), "the key is of another server");
        assertEquals("model.key-elsewhere", code(() -> models.list("work")));
        assertEquals("model.key-elsewhere", code(() -> models.test("work", "tiny")));
        key("work", "second");
        models.list("work");
        assertEquals("second", servers.heard);
    }

    @Test
    void the_name_of_a_key_says_scheme_host_and_port_and_hides_them() {
        SecretRef name = ProviderAccount.secretOf(HOME, ONE);

        assertEquals(name, ProviderAccount.secretOf(HOME, URI.create("HTTPS://One.Example:443/other")));
        for (String other : List.of("http://one.example/v1", "https://one.example:444/v1", "https://two.example/v1")) {
            assertNotEquals(name, ProviderAccount.secretOf(HOME, URI.create(other)), other);
        }
        assertNotEquals(name, ProviderAccount.secretOf(new RecordId(new UUID(7, 8)), ONE));
        assertFalse(name.name().contains("one"), name.name());
    }

    @Test
    void a_provider_that_is_not_there_is_refused_by_naming_those_that_are() {
        ProviderAccount known = account("work", ONE);
        ProviderAccount other =
                new ProviderAccount("work", new PluginId("kit"), known.address(), null, null, known.patience(), null);

        FailureException refused = assertThrows(FailureException.class, () -> models.add(other));

        assertEquals("provider.missing", refused.failure().code());
        assertEquals("Those there are: provider.kit.", refused.failure().remedy());
        assertEquals(List.of(), models.accounts());
    }

    @Test
    void two_accounts_never_have_one_name() {
        ModelAccount work = models.add(account("work", ONE));
        ModelAccount home = models.add(account("home", ONE));

        assertEquals("model.account-exists", code(() -> models.add(account("work", TWO))));
        assertEquals(
                "model.account-exists",
                code(() -> write(changes -> changes.replace(
                        RecordKind.PROVIDER_ACCOUNT,
                        home.id(),
                        account("work", ONE).fields()))));
        write(changes -> {
            changes.delete(RecordKind.PROVIDER_ACCOUNT, work.id());
            changes.replace(
                    RecordKind.PROVIDER_ACCOUNT, home.id(), account("work", ONE).fields());
        });
        assertEquals(
                List.of(home.id()),
                models.accounts().stream().map(ModelAccount::id).toList());
    }

    @Test
    void damaged_secrets_leave_accounts_without_a_key_alone() throws Exception {
        models.add(account("work", ONE));
        key("work", "first");
        vault.damaged = true;

        models.add(account("home", TWO));
        assertEquals(2, models.accounts().size());
        models.list("home");
        models.remove("home");
        assertEquals("vault.secrets-damaged", code(() -> models.list("work")));
        assertEquals("vault.secrets-damaged", code(() -> models.remove("work")));
    }

    @Test
    void no_model_answers_where_none_is_said_until_that_is_taken_back() {
        RecordId project = new RecordId(new UUID(7, 9));
        SessionId session = new SessionId(new UUID(7, 10));
        write(changes -> {
            changes.create(RecordKind.PROJECT, project, new Project("Garden", HOME, List.of(), false).fields());
            changes.create(
                    RecordKind.SESSION,
                    new RecordId(session.value()),
                    new SessionInfo("Tulips", project, SessionKind.CONVERSATION).fields());
        });
        models.add(account("work", ONE));
        Optional<ModelChoice> work = models.use("work", null, null);
        assertEquals(work, models.choiceIn(session));

        assertEquals(Optional.empty(), models.use(Models.NONE, null, project));
        assertEquals(Optional.empty(), models.choiceIn(session));
        assertTrue(models.chosen(project, session).isEmpty(), "a server would be asked");
        assertEquals(work, models.choice(null));
        assertEquals(work, models.use(null, null, project));
        assertEquals(Optional.empty(), models.useIn(session, Models.NONE, null));
        assertTrue(models.chosen(project, session).isEmpty(), "a server would be asked");
        assertEquals(work, models.choice(project));
        assertEquals(work, models.useIn(session, null, null));

        assertEquals("model.no-account", code(() -> models.use(Models.NONE, "large", null)));
        assertEquals(Optional.empty(), models.use(null, null, null));
        models.use("work", null, null);
        assertEquals(Optional.empty(), models.use(Models.NONE, null, null));
    }

    @Test
    void only_an_address_of_this_machine_is_shown_as_this_machine() {
        Map<String, String> places = Map.of(
                "http://localhost:11434/v1", "this machine",
                "http://127.0.0.1:11434/v1", "this machine",
                "http://127.8.9.10/v1", "this machine",
                "http://[::1]:11434/v1", "this machine",
                "https://127.example.com/v1", "127.example.com",
                "https://127.0.0.1.example.com/v1", "127.0.0.1.example.com",
                "https://one.example/v1", "one.example");
        places.forEach((address, place) -> {
            models.add(account("work", URI.create(address)));
            models.use("work", null, null);
            assertEquals(place, models.answering(null).orElseThrow().place(), address);
            models.remove("work");
        });
    }

    private ModelAccount key(String name, String key) {
        try (SecretText secret = new SecretText(key.toCharArray())) {
            ModelAccount keyed = models.setKey(name, secret);
            assertTrue(keyed.keyed(), "the key was not kept");
            return keyed;
        }
    }

    /** What an undo of the removal does. */
    private void bringBack(ModelAccount removed) {
        write(changes -> {
            DataRecord back = changes.restore(new RecordChanged(
                    RecordKind.PROVIDER_ACCOUNT,
                    removed.id(),
                    RecordChange.DELETED,
                    3,
                    removed.account().fields(),
                    null));
            assertEquals(4, back.revision());
        });
    }

    private void write(Consumer<Changes> body) {
        writer.write(Bench.address(++runs), changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.EDIT, "Edit", null, null));
            body.accept(changes);
            changes.add(new RunEvent.RunFinished(true, "Edit"));
            return true;
        });
    }

    private static ProviderAccount account(String name, URI address) {
        return new ProviderAccount(name, PROVIDER, address, "tiny", null, ModelPatience.STANDARD, null);
    }

    private interface Call {
        void run() throws InterruptedException;
    }

    private static String code(Call call) {
        return assertThrows(FailureException.class, call::run).failure().code();
    }

    /** Keeps them in memory. */
    private static final class Secrets implements VaultSecrets {
        final Map<String, String> all = new ConcurrentHashMap<>();
        private boolean damaged;

        private void check() {
            if (damaged) {
                throw new FailureException(
                        Failure.of("vault.secrets-damaged", ErrorKind.RESOURCE, "They are damaged.", null));
            }
        }

        @Override
        public Set<String> names() {
            check();
            return Set.copyOf(all.keySet());
        }

        @Override
        public @Nullable SecretText find(String name) {
            check();
            String found = all.get(name);
            return found == null ? null : new SecretText(found.toCharArray());
        }

        @Override
        public void put(String name, SecretText secret) {
            all.put(name, new String(secret.copy()));
        }

        @Override
        public void remove(String name) {
            check();
            all.remove(name);
        }
    }

    /** Takes the key as the transport does, and says nothing. */
    private static final class Servers implements ModelService {
        private @Nullable String heard = "not asked";

        @Override
        public List<ProviderDescriptor> providers() {
            return List.of(new ProviderDescriptor(PROVIDER, "Kit", "For tests.", Set.of(), List.of()));
        }

        @Override
        public List<ModelInfo> models(ProviderAccount account, SecretSource secrets) {
            SecretRef secret = account.secret();
            try (SecretText key = secret == null ? null : secrets.find(secret)) {
                heard = key == null ? null : new String(key.copy());
            }
            return List.of();
        }

        @Override
        public ModelReply stream(
                ProviderAccount account, SecretSource secrets, ModelRequest request, ModelListener listener) {
            models(account, secrets);
            throw new IllegalStateException("no server got this far");
        }
    }
}
