// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.util.List;
import java.util.function.Supplier;
import officina.api.id.SessionId;
import officina.api.permission.Grant;
import officina.core.plugin.Grants;
import officina.core.run.Costs;
import officina.core.run.RunState;
import officina.engine.Diagnostics.Status;
import officina.engine.internal.log.EventLog;
import officina.orchestrator.Orchestrator;
import officina.orchestrator.OrchestratorStatus;
import org.jspecify.annotations.Nullable;

/** The four questions of the status area: which model, where it runs, what it may touch, what it cost. */
final class StatusLine {

    private final Supplier<Orchestrator> orchestrator;
    private final ModelsService models;
    private final Grants grants;
    private final EventLog log;

    StatusLine(Supplier<Orchestrator> orchestrator, ModelsService models, Grants grants, EventLog log) {
        this.orchestrator = orchestrator;
        this.models = models;
        this.grants = grants;
        this.log = log;
    }

    Status of(@Nullable SessionId conversation) {
        OrchestratorStatus status = orchestrator.get().status();
        return models.answering(conversation)
                .map(each -> new Status(each.model(), each.place(), access(), cost(conversation, each.cost())))
                .orElseGet(() -> new Status(status.model(), status.place(), access(), cost(conversation, "No cost")));
    }

    /**
     * In money where that is known, else in tokens; what a model took that is not chosen any more counts.
     *
     * @param otherwise where nothing was taken yet
     */
    private String cost(@Nullable SessionId conversation, String otherwise) {
        if (conversation == null) {
            return otherwise;
        }
        long tokens = 0;
        Costs costs = Costs.NONE;
        for (RunState run : log.state(conversation).runs()) {
            tokens += run.totals().inputTokens() + run.totals().outputTokens();
            costs = costs.plus(run.totals().costs());
        }
        if (!costs.isNone()) {
            return costs.toString();
        }
        return tokens == 0 ? otherwise : tokens + (tokens == 1 ? " token" : " tokens");
    }

    private String access() {
        List<String> resources = grants.all().stream()
                .map(Grant::permission)
                .map(permission -> permission.resource())
                .filter(resource -> !resource.equals("*"))
                .map(StatusLine::called)
                .distinct()
                .sorted()
                .toList();
        return resources.isEmpty() ? "Nothing" : String.join(", ", resources);
    }

    /** A resource as a person calls it. */
    private static String called(String resource) {
        return switch (resource) {
            case "todo" -> "To-dos";
            case "documents", "indexed-folder" -> "Documents";
            default -> resource;
        };
    }
}
