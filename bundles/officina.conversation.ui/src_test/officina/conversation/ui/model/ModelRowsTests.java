// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.provider.ModelPatience;
import officina.api.provider.ProviderAccount;
import officina.api.record.SettingScope;
import officina.conversation.ui.model.ModelRow.Pick;
import officina.conversation.ui.model.ModelRows.Answer;
import officina.conversation.ui.model.ModelRows.Known;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelRowsTests {

    private static final ModelAccount OLLAMA = account("ollama", null);
    private static final ModelAccount WORK = account("work", "large");
    private static final Optional<ModelChoice> FOR_ALL =
            Optional.of(new ModelChoice("ollama", "tiny", SettingScope.GLOBAL));
    private static final Optional<ModelChoice> HERE =
            Optional.of(new ModelChoice("ollama", "big", SettingScope.CONVERSATION));

    @Test
    void without_servers_there_are_no_model_and_the_way_to_one() {
        Known known = Known.of(List.of(), Optional.empty(), Optional.empty());
        assertEquals(
                List.of("* As chosen for all: No model", "No model", "Add a Server with Models \u2026"),
                lines(ModelRows.of(known, Map.of())));
    }

    @Test
    void what_is_known_stands_there_before_its_server_answers_and_once_after_that() {
        Known known = Known.of(List.of(OLLAMA, WORK), FOR_ALL, HERE);
        assertEquals(
                List.of(
                        "As chosen for all: tiny of ollama",
                        "No model",
                        "* big: ollama",
                        "Asking ollama \u2026",
                        "large: work",
                        "Asking work \u2026",
                        "Set Up Models \u2026"),
                lines(ModelRows.of(known, Map.of())));
        assertEquals(
                List.of(
                        "As chosen for all: tiny of ollama",
                        "No model",
                        "* big: ollama",
                        "tiny: ollama",
                        "large: work",
                        "work does not say its models: Nobody answers.",
                        "Set Up Models \u2026"),
                lines(ModelRows.of(
                        known,
                        Map.of(
                                "ollama",
                                new Answer.Models(List.of("big", "tiny")),
                                "work",
                                new Answer.Silent(Failure.of(
                                        "provider.offline", ErrorKind.PROVIDER, "Nobody answers.", null))))));
    }

    @Test
    void no_model_is_chosen_where_another_would_answer_otherwise() {
        assertEquals(
                "* No model",
                lines(ModelRows.of(Known.of(List.of(), FOR_ALL, Optional.empty()), Map.of()))
                        .get(1));
    }

    @Test
    void what_a_new_conversation_is_to_begin_with_is_marked() {
        Known known = Known.of(List.of(OLLAMA), FOR_ALL, FOR_ALL);
        assertEquals("* As chosen for all: tiny of ollama", first(known));
        assertEquals("* big: ollama", first(known.beginning(new Pick.Use("ollama", "big"))));
        assertEquals("* No model", first(known.beginning(new Pick.None())));
        assertEquals("* As chosen for all: tiny of ollama", first(known.beginning(new Pick.Elsewhere())));
    }

    @Test
    void a_model_is_found_by_its_name_and_by_its_server() {
        List<ModelRow> rows = ModelRows.of(
                Known.of(List.of(OLLAMA, WORK), Optional.empty(), Optional.empty()),
                Map.of("ollama", new Answer.Models(List.of("qwen3:8b")), "work", new Answer.Models(List.of())));
        assertEquals(List.of("qwen3:8b: ollama"), lines(ModelRow.having(rows, " QWEN")));
        assertEquals(List.of("large: work"), lines(ModelRow.having(rows, "work")));
        assertEquals(List.of(), ModelRow.having(rows, "gpt"));
    }

    private static String first(Known known) {
        return lines(ModelRows.of(known, Map.of())).stream()
                .filter(each -> each.startsWith("*"))
                .findFirst()
                .orElse("");
    }

    /** Each line as it reads; of the sentences that never change the first words. */
    private static List<String> lines(List<ModelRow> rows) {
        return rows.stream()
                .map(row -> (row.chosen() ? "* " : "")
                        + row.title()
                        + (row.detail().isEmpty()
                                        || row.pick() instanceof Pick.None
                                        || row.detail().startsWith("on this machine")
                                ? ""
                                : ": " + row.detail()))
                .toList();
    }

    private static ModelAccount account(String name, @Nullable String model) {
        return new ModelAccount(
                new RecordId(new UUID(0, name.length())),
                new ProviderAccount(
                        name,
                        new PluginId("provider.openai"),
                        URI.create("http://127.0.0.1:11434/v1"),
                        model,
                        null,
                        ModelPatience.STANDARD,
                        null),
                false);
    }
}
