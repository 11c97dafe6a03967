// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import officina.api.chat.ChatRequest;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.RoutingCorrection;
import officina.base.Uuids;
import officina.core.plugin.PluginRegistry;
import officina.core.run.RunState;
import officina.engine.Corrections;
import officina.engine.RunRef;
import officina.engine.TurnRequest;
import officina.engine.internal.edit.Edits;
import officina.store.Store;

/** Corrections as records of the store; one for each phrase. */
final class CorrectionsService implements Corrections {

    private final Store store;
    private final Edits edits;
    private final RunsService runs;
    private final PluginRegistry plugins;
    private final InstantSource clock;
    private final RecordId standardProject;

    CorrectionsService(
            Store store,
            Edits edits,
            RunsService runs,
            PluginRegistry plugins,
            InstantSource clock,
            RecordId standardProject) {
        this.store = store;
        this.edits = edits;
        this.runs = runs;
        this.plugins = plugins;
        this.clock = clock;
        this.standardProject = standardProject;
    }

    @Override
    public List<AgentItem> agents() {
        return plugins.agents().stream()
                .map(entry ->
                        new AgentItem(entry.plugin().id(), entry.descriptor().name()))
                .sorted(Comparator.comparing(AgentItem::name))
                .toList();
    }

    @Override
    public RunRef correct(RunId run, PluginId agent) {
        RunState state = runs.state(run);
        ChatRequest request = state.head().request();
        String phrase = request == null
                ? ""
                : RoutingCorrection.phraseOf(request.message().plainText());
        if (request == null || phrase.isBlank() || state.intents() != null) {
            throw failure(
                    "correction.no-message",
                    "Only a message that asks for one thing can be sent on to another agent.",
                    "Say again what you would like to have done, by itself.");
        }
        if (!state.phase().ended()) {
            throw failure("run.not-ended", "This run has not ended yet.", "Cancel it first, or let it end.");
        }
        if (plugins.agent(agent).isEmpty()) {
            throw new FailureException(Failure.of(
                    "agent.missing",
                    ErrorKind.RESOURCE,
                    "There is no agent " + agent + ".",
                    "Those there are: "
                            + String.join(
                                    ", ",
                                    agents().stream()
                                            .map(each -> each.id().value())
                                            .toList())
                            + "."));
        }
        remember(new RoutingCorrection(phrase, agent));
        return runs.start(
                new TurnRequest(
                        state.head().session(),
                        request.project(),
                        request.mode(),
                        request.persona(),
                        request.message()),
                agent);
    }

    private void remember(RoutingCorrection correction) {
        RecordId fresh = new RecordId(Uuids.next(clock));
        edits.edit(
                standardProject,
                "Remembered who gets messages like one",
                changes -> {
                    kept().stream()
                            .filter(record -> RoutingCorrection.from(record.fields())
                                    .phrase()
                                    .equals(correction.phrase()))
                            .findFirst()
                            .ifPresentOrElse(
                                    record -> changes.replace(
                                            RecordKind.ROUTING_CORRECTION, record.id(), correction.fields()),
                                    () -> changes.create(RecordKind.ROUTING_CORRECTION, fresh, correction.fields()));
                    return fresh;
                },
                (id, _) -> id);
    }

    @Override
    public List<CorrectionItem> list() {
        return kept().stream()
                .map(record -> {
                    RoutingCorrection correction = RoutingCorrection.from(record.fields());
                    return new CorrectionItem(record.id(), correction.phrase(), correction.agent());
                })
                .toList();
    }

    @Override
    public void remove(RecordId correction) {
        edits.edit(
                standardProject,
                "Forgot who gets messages like one",
                changes -> {
                    changes.require(RecordKind.ROUTING_CORRECTION, correction);
                    changes.delete(RecordKind.ROUTING_CORRECTION, correction);
                    return correction;
                },
                (id, _) -> id);
    }

    private List<DataRecord> kept() {
        return store.list(RecordQuery.all(RecordKind.ROUTING_CORRECTION));
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}
