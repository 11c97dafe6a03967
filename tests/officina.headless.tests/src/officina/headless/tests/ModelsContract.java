// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.headless.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import officina.api.event.Usage;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.provider.ModelInfo;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.api.record.SettingScope;
import officina.base.SecretText;
import officina.core.run.RunQuery;
import officina.core.run.RunSummary;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import officina.engine.ModelTest;
import officina.engine.Models;
import officina.testkit.model.LocalModelServer;
import officina.testkit.model.ModelScript;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Accounts, their keys, and the model that answers, with a server on a real socket. */
interface ModelsContract extends EngineFixture {

    String KEY = "sk-MARKER-51f3c0";

    @Test
    default void an_account_is_added_listed_and_forgotten_and_survives_the_store() {
        ProviderAccount account = account("work", URI.create("https://models.example/v1"), "large");

        ModelAccount added = engine().models().add(account);

        assertEquals(List.of(added), engine().models().accounts());
        assertEquals(account, added.account());
        assertFalse(added.keyed(), "a key nobody gave");
        assertEquals("model.account-exists", codeOf(() -> engine().models().add(account)));
        reopenWithoutStore();
        assertEquals(List.of(added), engine().models().accounts());
        engine().models().remove("work");
        assertEquals(List.of(), engine().models().accounts());
        assertEquals("model.no-account", codeOf(() -> engine().models().remove("work")));
        assertEquals("model.no-account", codeOf(() -> engine().models().list("work")));
        assertEquals("model.no-account", codeOf(() -> engine().models().test("work", null)));
    }

    @Test
    default void the_models_of_a_server_are_listed_and_tried() throws InterruptedException {
        assertTrue(engine().models().providers().stream()
                .anyMatch(each -> each.id().value().equals("provider.openai")));
        try (LocalModelServer server = LocalModelServer.start()) {
            engine().models().add(account("kit", server.address(), null));
            assertEquals(
                    List.of(
                            new ModelInfo("tiny", "tiny", 4096L, null, null),
                            new ModelInfo("large", "large", 4096L, null, null)),
                    engine().models().list("kit"));

            ModelTest tried = engine().models().test("kit", null);

            assertEquals("tiny", tried.model());
            Usage usage = Objects.requireNonNull(tried.usage());
            assertEquals(List.of("kit", "tiny"), List.of(usage.provider(), usage.model()));
            assertTrue(tried.first().compareTo(tried.whole()) <= 0, tried.toString());
            assertEquals("large", engine().models().test("kit", "large").model());
            server.answer(ModelScript.refusing(429, "rate_limit_exceeded"));
            assertEquals("provider.rate-limited", codeOf(() -> engine().models().test("kit", null)));
        }
        assertEquals("provider.offline", codeOf(() -> engine().models().list("kit")));
    }

    @Test
    default void a_key_opens_the_server_and_is_in_nothing_that_is_kept() throws IOException, InterruptedException {
        try (LocalModelServer server = LocalModelServer.start()) {
            server.requireKey(KEY);
            engine().models().add(account("kit", server.address(), "tiny"));
            assertEquals("provider.unauthorised", codeOf(() -> engine().models().test("kit", null)));
            // a key does not travel: only the process with the data takes it
            try (SecretText key = new SecretText(KEY.toCharArray())) {
                assertTrue(test().engine().models().setKey("kit", key).keyed(), "the key was not kept");
            }
            assertTrue(engine().models().accounts().getFirst().keyed(), "nobody knows of the key");
            assertEquals("tiny", engine().models().test("kit", null).model());
            reopen();
            assertEquals("tiny", engine().models().test("kit", null).model());

            for (RunSummary run : engine().runs().list(RunQuery.ALL)) {
                assertFalse(engine().runs().events(run.id()).toString().contains(KEY), "the key is in an event");
            }
            assertNothingHolds(KEY);
            ModelAccount without = engine().models().removeKey("kit");
            assertFalse(without.keyed(), "the key is still there");
            assertNull(without.account().secret());
            assertEquals("provider.unauthorised", codeOf(() -> engine().models().test("kit", null)));
        }
    }

    private void assertNothingHolds(String marker) throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(content.contains(marker), "the key is in " + file.getFileName());
            }
        }
    }

    @Test
    default void which_model_answers_cascades_from_everywhere_to_a_project() {
        RecordId project = engine().projects().add("Garden").id();
        engine().models().add(account("work", URI.create("https://models.example/v1"), "large"));
        engine().models().add(account("home", URI.create("http://127.0.0.1:11434/v1"), null));
        assertEquals(Optional.empty(), engine().models().choice(null));

        engine().models().use("work", null, null);
        engine().models().use("home", "org/model:7b", project);

        assertEquals(
                Optional.of(new ModelChoice("work", "large", SettingScope.GLOBAL)),
                engine().models().choice(null));
        assertEquals(
                Optional.of(new ModelChoice("home", "org/model:7b", SettingScope.PROJECT)),
                engine().models().choice(project));
        assertEquals("model.no-model", codeOf(() -> engine().models().use("home", null, null)));
        assertEquals("model.no-account", codeOf(() -> engine().models().use("other", "m", null)));
        assertEquals(Optional.empty(), engine().models().use(Models.NONE, null, project));
        assertEquals(Optional.empty(), engine().models().choice(project));
        assertEquals(
                Optional.of(new ModelChoice("work", "large", SettingScope.GLOBAL)),
                engine().models().choice(null));
        engine().models().use(null, null, project);
        assertEquals(
                Optional.of(new ModelChoice("work", "large", SettingScope.GLOBAL)),
                engine().models().choice(project));
        engine().models().use(null, null, null);
        assertEquals(Optional.empty(), engine().models().choice(project));
    }

    private static ProviderAccount account(String name, URI address, @Nullable String model) {
        return new ProviderAccount(
                name, new PluginId("provider.openai"), address, model, null, ModelPatience.STANDARD, null);
    }
}
