// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.core.run.RunState;
import officina.engine.AutomationItem.State;
import officina.engine.Plugins;
import officina.engine.Runs;
import officina.engine.Subscription;
import org.jspecify.annotations.Nullable;

/** What the view asks of runs and plug-ins: how far one is, to end it, to be told of changes. Anything else fails. */
final class FakeRuns {

    final List<Consumer<PluginId>> listeners = new CopyOnWriteArrayList<>();
    volatile String progress = "Reading the inbox: 3 of 14";
    private final FakeAutomations automations;

    FakeRuns(FakeAutomations automations) {
        this.automations = automations;
    }

    Runs runs() {
        return of(Runs.class, (method, argument) -> switch (method) {
            case "state" -> state((RunId) argument);
            case "cancel" -> {
                automations.done.add("cancel");
                automations.become(
                        FakeAutomations.MAIL,
                        item -> FakeAutomations.now(
                                item, State.WAITING, FakeAutomations.NOW.plusSeconds(60), stopped()));
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        });
    }

    /** Those that only tell of changes. */
    Plugins plugins() {
        return of(Plugins.class, (method, argument) -> {
            if (!method.equals("onChange")) {
                throw new UnsupportedOperationException(method);
            }
            @SuppressWarnings("unchecked")
            Consumer<PluginId> listener = (Consumer<PluginId>) argument;
            listeners.add(listener);
            return (Subscription) () -> listeners.remove(listener);
        });
    }

    private static LastRun stopped() {
        return new LastRun(
                FakeAutomations.SESSION,
                FakeAutomations.RUN,
                Cause.PERSON,
                FakeAutomations.NOW,
                Ending.STOPPED,
                Duration.ofSeconds(2),
                BigDecimal.ZERO,
                "You stopped it.",
                List.of());
    }

    private RunState state(RunId run) {
        RunState begun = RunState.first(envelope(run, 1, new RunEvent.RunStarted(RunKind.BATCH, "Mail", null, null)));
        return begun.after(envelope(run, 2, new RunEvent.Progress(progress, 0, 0)));
    }

    private static EventEnvelope envelope(RunId run, long seq, RunEvent event) {
        return new EventEnvelope(1, FakeAutomations.SESSION, run, seq, seq, FakeAutomations.NOW, Origin.USER, event);
    }

    private interface Answers {
        @Nullable
        Object of(String method, Object argument);
    }

    private static <T> T of(Class<T> service, Answers answers) {
        return service.cast(Proxy.newProxyInstance(
                FakeRuns.class.getClassLoader(),
                new Class<?>[] {service},
                (_, method, arguments) -> answers.of(method.getName(), arguments[0])));
    }
}
