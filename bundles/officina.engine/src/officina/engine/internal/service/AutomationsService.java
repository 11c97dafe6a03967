// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import officina.api.batch.Automation;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.core.plugin.BatchEntry;
import officina.core.plugin.Grants;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginProblem;
import officina.core.plugin.PluginRegistry;
import officina.core.run.Journal;
import officina.core.schedule.Due;
import officina.core.schedule.Timetable;
import officina.engine.AutomationItem;
import officina.engine.AutomationItem.State;
import officina.engine.Automations;
import officina.engine.RunRef;
import officina.engine.Subscription;
import officina.engine.internal.automation.Scheduler;
import officina.engine.internal.log.Projector;

/** Batch agents as the scheduler keeps them, beside what manifests and grants say. */
final class AutomationsService implements Automations {

    private final Scheduler scheduler;
    private final PluginRegistry registry;
    private final Grants grants;
    private final Journal journal;
    private final Projector projector;

    AutomationsService(
            Scheduler scheduler, PluginRegistry registry, Grants grants, Journal journal, Projector projector) {
        this.scheduler = scheduler;
        this.registry = registry;
        this.grants = grants;
        this.journal = journal;
        this.projector = projector;
    }

    @Override
    public List<AutomationItem> list() {
        List<PluginProblem> problems = registry.problems();
        return scheduler.declared().stream().map(each -> item(each, problems)).toList();
    }

    @Override
    public AutomationItem find(PluginId plugin) {
        return item(require(plugin), registry.problems());
    }

    private AutomationItem item(PluginInfo plugin, List<PluginProblem> problems) {
        Automation known = scheduler.standing(plugin.id());
        Timetable timetable = plugin.timetable();
        BatchEntry entry = registry.batchAgent(plugin.id()).orElse(null);
        Instant next = scheduler.due(plugin).map(Due::at).orElse(null);
        return new AutomationItem(
                plugin.id(),
                entry == null ? plugin.id().value() : entry.descriptor().name(),
                entry == null ? "" : entry.descriptor().description(),
                timetable == null ? "" : timetable.cron().text(),
                timetable == null || timetable.zone() == null
                        ? ""
                        : timetable.zone().getId(),
                state(plugin, known),
                next,
                known.failures(),
                known.lastSuccess(),
                known.last(),
                problems(plugin, problems));
    }

    private State state(PluginInfo plugin, Automation known) {
        if (scheduler.isAtWork(plugin.id())) {
            return State.AT_WORK;
        }
        if (known.paused()) {
            return State.PAUSED;
        }
        return known.retryAt() == null ? State.WAITING : State.RETRYING;
    }

    private List<String> problems(PluginInfo plugin, List<PluginProblem> all) {
        List<String> problems = new ArrayList<>(all.stream()
                .filter(each -> each.bundle().equals(plugin.bundle())
                        && each.subject().equals(plugin.id().value()))
                .map(PluginProblem::text)
                .toList());
        grants.missing(plugin)
                .forEach(each -> problems.add("It needs the permission " + each + ", which it does not have."));
        return problems;
    }

    @Override
    public RunRef run(PluginId plugin, JsonObject given) {
        return scheduler.run(require(plugin), given);
    }

    @Override
    public void pause(PluginId plugin) {
        scheduler.change(require(plugin).id(), true);
    }

    @Override
    public void resume(PluginId plugin) {
        scheduler.change(require(plugin).id(), false);
    }

    @Override
    public Subscription onChange(Consumer<PluginId> listener) {
        return journal.subscribeAll(journal.lastPosition() + 1, envelope -> {
            if (envelope.event() instanceof RunEvent.RecordChanged change
                    && change.kind().equals(RecordKind.AUTOMATION)) {
                projector.awaitIfPossible(envelope.position());
                JsonObject fields = change.after() == null ? change.before() : change.after();
                if (fields != null) {
                    listener.accept(new PluginId(fields.requireText("plugin")));
                }
            }
        })::close;
    }

    private PluginInfo require(PluginId plugin) {
        return scheduler.declared().stream()
                .filter(each -> each.id().equals(plugin))
                .findFirst()
                .orElseThrow(() -> new FailureException(Failure.of(
                        "batch.missing",
                        ErrorKind.RESOURCE,
                        "Nothing that works by itself is called " + plugin + ".",
                        "\"officina batch list\" shows what there is.")));
    }
}
