// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import officina.api.event.Usage;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.provider.ModelInfo;
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

    private ModelForms() {}

    static JsonObject name(String account) {
        return JsonObject.EMPTY.with("account", account);
    }

    static JsonObject account(ModelAccount each, Optional<ModelChoice> choice) {
        return name(each.account().name())
                .with("provider", each.account().provider())
                .with("address", each.account().address())
                .withPresent("model", each.account().model())
                .with("key", each.keyed())
                .with("used", isUsed(each, choice));
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

    static JsonObject model(ModelInfo each) {
        return JsonObject.EMPTY
                .with("model", each.id())
                .with("title", each.title())
                .withPresent("contextLength", each.contextLength())
                .withPresent("tools", each.tools())
                .withPresent("vision", each.vision());
    }

    static List<String> row(ModelInfo each) {
        return List.of(each.id(), each.contextLength() == null ? "" : each.contextLength() + " tokens");
    }

    static JsonObject test(ModelTest test) {
        Usage usage = test.usage();
        return name(test.account())
                .with("model", test.model())
                .with("firstMillis", test.first().toMillis())
                .with("wholeMillis", test.whole().toMillis())
                .withPresent("inputTokens", usage == null ? null : usage.inputTokens())
                .withPresent("outputTokens", usage == null ? null : usage.outputTokens());
    }

    static JsonObject choice(Optional<ModelChoice> choice) {
        return choice.map(
                        each -> name(each.account()).with("model", each.model()).with("scope", each.scope()))
                .orElseGet(() -> JsonObject.EMPTY.with("account", null));
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
