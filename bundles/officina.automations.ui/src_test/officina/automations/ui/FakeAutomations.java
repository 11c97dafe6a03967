// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.automations.ui;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

/** Batch agents in memory that are run, paused and let go on, and tell of it as an engine does. Any thread. */
final class FakeAutomations implements Automations {

    static final PluginId MAIL = new PluginId("batch.mail");
    static final PluginId FILES = new PluginId("batch.files");
    static final SessionId SESSION = new SessionId(new UUID(4, 1));
    static final RunId RUN = new RunId(new UUID(5, 1));
    static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

    final List<String> done = new CopyOnWriteArrayList<>();
    private final List<AutomationItem> items = new ArrayList<>();
    private final List<Consumer<PluginId>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Failure refusal;
    private @Nullable Failure unreadable;

    /** One that has done its work, and waits for the next morning. */
    static AutomationItem mail() {
        return item(MAIL, "Mail scanner", "Finds to-dos in your mail.", "30 7 * * 1-5", State.WAITING, List.of())
                .with(Instant.parse("2026-11-23T07:30:00Z"), 0, ended(Ending.DONE, "2 of 14 mails were to-dos."))
                .item();
    }

    /** One that is at work. */
    static AutomationItem files() {
        return item(FILES, "File watcher", "Reads new files in your folders.", "*/15 * * * *", State.AT_WORK, List.of())
                .with(null, 0, new LastRun(SESSION, new RunId(new UUID(5, 2)), Cause.SCHEDULE, NOW.minusSeconds(35)))
                .item();
    }

    /** One whose server does not answer. */
    static AutomationItem calendar() {
        return item(
                        new PluginId("batch.calendar"),
                        "Calendar sync",
                        "Finds conflicts in your calendars.",
                        "0 * * * *",
                        State.RETRYING,
                        List.of())
                .with(NOW.plusSeconds(240), 3, ended(Ending.FAILED, "The server calendar.example:443 does not answer."))
                .item();
    }

    /** One that was not granted what it needs, and has never run. */
    static AutomationItem browser() {
        return item(
                        new PluginId("batch.browser"),
                        "batch.browser",
                        "",
                        "0 3 * * 0",
                        State.WAITING,
                        List.of("It needs the permission browser.history firefox, which it does not have."))
                .item();
    }

    /** One without a schedule, which was never asked. */
    static AutomationItem report() {
        return item(
                        new PluginId("batch.report"),
                        "Weekly report",
                        "Writes down what was done.",
                        "",
                        State.WAITING,
                        List.of())
                .item();
    }

    private record Making(AutomationItem item) {
        Making with(@Nullable Instant next, int failures, LastRun last) {
            return new Making(new AutomationItem(
                    item.plugin(),
                    item.name(),
                    item.description(),
                    item.schedule(),
                    item.zone(),
                    item.state(),
                    next,
                    failures,
                    last.ending() == Ending.FAILED ? null : last.startedAt(),
                    last,
                    item.problems()));
        }
    }

    private static Making item(
            PluginId id, String name, String description, String schedule, State state, List<String> problems) {
        return new Making(
                new AutomationItem(id, name, description, schedule, "", state, null, 0, null, null, problems));
    }

    static LastRun ended(Ending ending, String text) {
        return new LastRun(
                SESSION,
                RUN,
                Cause.SCHEDULE,
                Instant.parse("2026-11-21T07:30:04Z"),
                ending,
                Duration.ofMillis(12_400),
                ending == Ending.DONE ? new BigDecimal("0.0312") : BigDecimal.ZERO,
                text,
                ending == Ending.DONE ? List.of(new Count("mails", 14), new Count("to-dos", 2)) : List.of());
    }

    synchronized FakeAutomations with(AutomationItem... more) {
        items.addAll(List.of(more));
        return this;
    }

    /** From now on nothing is done, for that reason. */
    synchronized void refuse(Failure why) {
        refusal = why;
    }

    /** From now on nobody can look; {@code null} lets them again. */
    synchronized void hide(@Nullable Failure why) {
        unreadable = why;
    }

    /** Something else came about; whoever listens is told. */
    void become(PluginId plugin, UnaryOperator<AutomationItem> change) {
        synchronized (this) {
            refuseFor(refusal);
            items.replaceAll(each -> each.plugin().equals(plugin) ? change.apply(each) : each);
        }
        listeners.forEach(each -> each.accept(plugin));
    }

    /** There is this one alone, and nobody is told. */
    synchronized void replaceQuietly(AutomationItem other) {
        items.clear();
        items.add(other);
    }

    static AutomationItem now(AutomationItem item, State state, @Nullable Instant next, @Nullable LastRun last) {
        return new AutomationItem(
                item.plugin(),
                item.name(),
                item.description(),
                item.schedule(),
                item.zone(),
                state,
                next,
                0,
                item.lastSuccess(),
                last,
                item.problems());
    }

    @Override
    public synchronized List<AutomationItem> list() {
        refuseFor(unreadable);
        return List.copyOf(items);
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
        done.add("run " + plugin);
        become(
                plugin,
                item -> now(item, State.AT_WORK, null, new LastRun(SESSION, RUN, Cause.PERSON, NOW.minusSeconds(2))));
        return new RunRef(SESSION, RUN);
    }

    @Override
    public void pause(PluginId plugin) {
        done.add("pause " + plugin);
        become(plugin, item -> now(item, State.PAUSED, null, item.last()));
    }

    @Override
    public void resume(PluginId plugin) {
        done.add("resume " + plugin);
        become(plugin, item -> now(item, State.WAITING, NOW.plusSeconds(3_600), item.last()));
    }

    @Override
    public Subscription onChange(Consumer<PluginId> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static void refuseFor(@Nullable Failure why) {
        if (why != null) {
            throw new FailureException(why);
        }
    }
}
