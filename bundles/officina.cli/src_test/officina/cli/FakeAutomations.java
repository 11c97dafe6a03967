// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import officina.api.batch.Automation.Ending;
import officina.api.batch.Automation.LastRun;
import officina.api.batch.BatchResult.Count;
import officina.api.batch.BatchTrigger.Cause;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.engine.AutomationItem;
import officina.engine.AutomationItem.State;
import officina.engine.Automations;
import officina.engine.RunRef;
import officina.engine.Subscription;
import org.jspecify.annotations.Nullable;

/** One batch agent, and what was asked of it. */
final class FakeAutomations implements Automations {

    static final PluginId MAIL = new PluginId("batch.mail");
    static final SessionId SESSION = new SessionId(new UUID(4, 1));
    static final RunId RUN = new RunId(new UUID(5, 1));

    final List<String> done = new ArrayList<>();
    State state = State.WAITING;

    @Nullable
    Instant next = Instant.EPOCH;

    @Nullable
    LastRun last;

    List<String> problems = List.of();

    static LastRun ended(Ending ending, String text) {
        return new LastRun(
                SESSION,
                RUN,
                Cause.SCHEDULE,
                Instant.EPOCH,
                ending,
                Duration.ofMillis(1_200),
                new BigDecimal("0.05"),
                text,
                List.of(new Count("mails", 14)));
    }

    @Override
    public List<AutomationItem> list() {
        return List.of(new AutomationItem(
                MAIL,
                "Mail scanner",
                "Finds to-dos in mail",
                "0 * * * *",
                "Europe/Rome",
                state,
                next,
                0,
                last == null ? null : Instant.EPOCH,
                last,
                problems));
    }

    @Override
    public AutomationItem find(PluginId plugin) {
        return list().stream()
                .filter(each -> each.plugin().equals(plugin))
                .findFirst()
                .orElseThrow(() -> new FailureException(
                        Failure.of("batch.missing", ErrorKind.RESOURCE, "There is none of that name.", null)));
    }

    @Override
    public RunRef run(PluginId plugin, JsonObject given) {
        done.add("run " + plugin + " " + given.members().keySet());
        return new RunRef(SESSION, RUN);
    }

    @Override
    public void pause(PluginId plugin) {
        done.add("pause " + plugin);
        state = State.PAUSED;
    }

    @Override
    public void resume(PluginId plugin) {
        done.add("resume " + plugin);
        state = State.WAITING;
    }

    @Override
    public Subscription onChange(Consumer<PluginId> listener) {
        return () -> {};
    }
}
