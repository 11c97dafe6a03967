// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import officina.api.error.Failure;
import officina.api.record.SettingScope;
import officina.conversation.ui.model.ModelRow.Pick;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import officina.ui.base.Icon;
import org.jspecify.annotations.Nullable;

/** What may answer in a conversation, line by line. */
public final class ModelRows {

    private ModelRows() {}

    /**
     * What is known without asking a server.
     *
     * @param accounts by name
     * @param elsewhere what holds where the conversation says nothing
     * @param here what holds in the conversation
     * @param own whether the conversation says it
     */
    public record Known(
            List<ModelAccount> accounts, Optional<ModelChoice> elsewhere, Optional<ModelChoice> here, boolean own) {

        public Known {
            accounts = List.copyOf(accounts);
        }

        /** @param here where no model is said there although elsewhere one is, the conversation says so itself */
        public static Known of(
                List<ModelAccount> accounts, Optional<ModelChoice> elsewhere, Optional<ModelChoice> here) {
            boolean own = here.isPresent() ? here.get().scope() == SettingScope.CONVERSATION : elsewhere.isPresent();
            return new Known(accounts, elsewhere, here, own);
        }

        /** The same for a conversation that is to begin with that. */
        public Known beginning(Pick pick) {
            return switch (pick) {
                case Pick.Use(String account, String model) ->
                    new Known(
                            accounts,
                            elsewhere,
                            Optional.of(new ModelChoice(account, model, SettingScope.CONVERSATION)),
                            true);
                case Pick.None() -> new Known(accounts, elsewhere, Optional.empty(), true);
                case Pick.Elsewhere(), Pick.SetUp() -> new Known(accounts, elsewhere, elsewhere, false);
            };
        }
    }

    /** What a server said: its models, or why it said none. */
    public sealed interface Answer {

        record Models(List<String> names) implements Answer {}

        record Silent(Failure why) implements Answer {}
    }

    /** @param answers by account; of those that are missing the server has not answered yet */
    public static List<ModelRow> of(Known known, Map<String, Answer> answers) {
        List<ModelRow> rows = new ArrayList<>();
        rows.add(new ModelRow(
                Icon.SETTINGS,
                Words.MODEL_ELSEWHERE.text(),
                named(known.elsewhere()),
                new Pick.Elsewhere(),
                !known.own()));
        boolean none = known.own() && known.here().isEmpty();
        rows.add(new ModelRow(
                Icon.CANCELLED, Words.MODEL_NONE.text(), Words.MODEL_NONE_MEANING.text(), new Pick.None(), none));
        for (ModelAccount each : known.accounts()) {
            String account = each.account().name();
            String chosen = known.own()
                    ? known.here()
                            .filter(here -> here.account().equals(account))
                            .map(ModelChoice::model)
                            .orElse(null)
                    : null;
            Answer answer = answers.get(account);
            for (String model : models(chosen, each.account().model(), answer)) {
                rows.add(new ModelRow(Icon.MODEL, model, account, new Pick.Use(account, model), model.equals(chosen)));
            }
            if (answer == null) {
                rows.add(new ModelRow(Icon.LOADING, Words.MODEL_ASKING.text(account), "", null, false));
            } else if (answer instanceof Answer.Silent(Failure why)) {
                rows.add(new ModelRow(
                        Icon.WARNING, Words.MODEL_SILENT.text(account), why.message(), new Pick.SetUp(), false));
            }
        }
        rows.add(new ModelRow(
                Icon.PLUS,
                (known.accounts().isEmpty() ? Words.MODEL_ADD : Words.MODEL_SET_UP).text(),
                known.accounts().isEmpty() ? Words.MODEL_ADD_MEANING.text() : "",
                new Pick.SetUp(),
                false));
        return rows;
    }

    /** Those that are known first, each once. */
    private static Set<String> models(@Nullable String chosen, @Nullable String own, @Nullable Answer answer) {
        Set<String> names = new LinkedHashSet<>();
        if (chosen != null) {
            names.add(chosen);
        }
        if (own != null) {
            names.add(own);
        }
        if (answer instanceof Answer.Models(List<String> listed)) {
            names.addAll(listed);
        }
        return names;
    }

    private static String named(Optional<ModelChoice> choice) {
        return choice.map(each -> Words.MODEL_OF.text(each.model(), each.account()))
                .orElseGet(Words.MODEL_NONE::text);
    }
}
