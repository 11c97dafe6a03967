// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import officina.api.event.Usage;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.provider.ModelInfo;
import officina.api.record.SettingScope;
import officina.core.run.SessionQuery;
import officina.core.run.SessionSummary;
import officina.engine.Engine;
import officina.engine.ModelAccount;
import officina.engine.ModelChoice;
import officina.engine.ModelTest;
import officina.engine.ProjectItem;
import org.jspecify.annotations.Nullable;

/** Accounts and models as the command line prints and reads them. */
final class ModelForms {

    /**
     * An account.
     *
     * @param used whether its model answers
     */
    record Account(ModelAccount account, boolean used) {}

    static final JsonForm<String> NAME = JsonForm.<String>of("removed account", "An account that was forgotten.")
            .with("account", JsonKind.TEXT, "What it was called.", name -> name);

    static final JsonForm<Account> ACCOUNT = JsonForm.<Account>of("account", "A server with models.")
            .with(
                    "account",
                    JsonKind.TEXT,
                    "What it is called.",
                    each -> each.account.account().name())
            .with(
                    "provider",
                    JsonKind.IDENTIFIER,
                    "The plug-in that speaks to it.",
                    each -> each.account.account().provider())
            .with(
                    "address",
                    JsonKind.ADDRESS,
                    "Where its interface begins.",
                    each -> each.account.account().address())
            .withPresent(
                    "model",
                    JsonKind.TEXT,
                    "The model that is used where none is named, if one was said.",
                    each -> each.account.account().model())
            .with("key", JsonKind.FLAG, "Whether the vault has a key for it.", each -> each.account.keyed())
            .with(
                    "used",
                    JsonKind.FLAG,
                    "Whether it answers where no project and conversation says otherwise.",
                    Account::used);

    static final JsonForm<ModelInfo> MODEL = JsonForm.<ModelInfo>of(
                    "model", "A model of an account; what its server does not say is absent.")
            .with("model", JsonKind.TEXT, "As requests name it.", ModelInfo::id)
            .with("title", JsonKind.TEXT, "For people.", ModelInfo::title)
            .withPresent("contextLength", JsonKind.NUMBER, "In tokens.", ModelInfo::contextLength)
            .withPresent("tools", JsonKind.FLAG, "Whether it can call tools.", ModelInfo::tools)
            .withPresent("vision", JsonKind.FLAG, "Whether it can look at pictures.", ModelInfo::vision);

    static final JsonForm<ModelTest> TEST = JsonForm.<ModelTest>of(
                    "tried model", "How a model answered when it was tried.")
            .with("account", JsonKind.TEXT, "Whose it is.", ModelTest::account)
            .with("model", JsonKind.TEXT, "As requests name it.", ModelTest::model)
            .with(
                    "firstMillis",
                    JsonKind.NUMBER,
                    "Milliseconds until it said something.",
                    test -> test.first().toMillis())
            .with(
                    "wholeMillis",
                    JsonKind.NUMBER,
                    "Milliseconds until it had ended.",
                    test -> test.whole().toMillis())
            .withPresent(
                    "inputTokens",
                    JsonKind.NUMBER,
                    "What it read; absent where the server does not say.",
                    ModelForms::inputTokens)
            .withPresent(
                    "outputTokens",
                    JsonKind.NUMBER,
                    "What it wrote; absent where the server does not say.",
                    ModelForms::outputTokens);

    static final JsonForm<Optional<ModelChoice>> CHOICE = JsonForm.<Optional<ModelChoice>>of(
                    "chosen model", "Which model answers.")
            .withNull(
                    "account",
                    JsonKind.TEXT,
                    "Whose it is; null where no model answers.",
                    choice -> choice.map(ModelChoice::account).orElse(null))
            .withPresent(
                    "model",
                    JsonKind.TEXT,
                    "As requests name it; absent where no model answers.",
                    choice -> choice.map(ModelChoice::model).orElse(null))
            .withPresent(
                    "scope",
                    JsonKind.oneOf(SettingScope.class),
                    "Where that was said; absent where no model answers.",
                    choice -> choice.map(ModelChoice::scope).orElse(null));

    private ModelForms() {}

    static Account account(ModelAccount each, Optional<ModelChoice> choice) {
        return new Account(each, isUsed(each, choice));
    }

    private static @Nullable Number inputTokens(ModelTest test) {
        Usage usage = test.usage();
        return usage == null ? null : usage.inputTokens();
    }

    private static @Nullable Number outputTokens(ModelTest test) {
        Usage usage = test.usage();
        return usage == null ? null : usage.outputTokens();
    }

    static List<String> row(ModelAccount each, Optional<ModelChoice> choice) {
        String model = each.account().model();
        return List.of(
                each.account().name(),
                each.account().address().toString(),
                model == null ? "" : model,
                each.keyed() ? "key in the vault" : "",
                isUsed(each, choice) ? "answers" : "");
    }

    private static boolean isUsed(ModelAccount each, Optional<ModelChoice> choice) {
        return choice.filter(used -> used.account().equals(each.account().name()))
                .isPresent();
    }

    static List<String> row(ModelInfo each) {
        return List.of(each.id(), each.contextLength() == null ? "" : each.contextLength() + " tokens");
    }

    static String text(Optional<ModelChoice> choice) {
        return choice.map(each -> "The model " + each.model() + " of " + each.account() + " answers ("
                        + each.scope().name().toLowerCase(Locale.ROOT) + ").")
                .orElse("No model answers.");
    }

    /** What stands before the first slash. */
    static String accountIn(String which) {
        int slash = which.indexOf('/');
        return Inputs.word(slash < 0 ? which : which.substring(0, slash));
    }

    /** What stands after it; models may have slashes in their names. */
    static @Nullable String modelIn(String which) {
        int slash = which.indexOf('/');
        return slash < 0 || slash == which.length() - 1 ? null : Inputs.word(which.substring(slash + 1));
    }

    static RecordId project(Engine engine, String wanted) {
        List<ProjectItem> projects = engine.projects().list();
        return projects.stream()
                .filter(each -> each.project().name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElseGet(() -> Ids.find(wanted, projects, ProjectItem::id, "project"))
                .id();
    }

    static SessionId conversation(Engine engine, String wanted) {
        return Ids.find(wanted, engine.sessions().list(SessionQuery.ALL), SessionSummary::id, "conversation")
                .id();
    }
}
