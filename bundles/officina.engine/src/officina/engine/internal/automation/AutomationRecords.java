// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.automation;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import officina.api.batch.Automation;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.record.DataRecord;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.Redacted;
import officina.base.Uuids;
import officina.core.schedule.Standing;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.Changes;
import officina.engine.internal.record.RecordWriter;
import officina.engine.internal.start.FirstRecords;
import officina.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far each batch agent is, as records; a change of one is in the same append as the run that it tells of. */
final class AutomationRecords {

    private static final Logger log = LoggerFactory.getLogger(AutomationRecords.class);

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Store store;
    private final RecordWriter writer;
    private final InstantSource clock;
    private final RecordId project;

    AutomationRecords(Store store, RecordWriter writer, InstantSource clock, RecordId project) {
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.project = project;
    }

    Optional<Automation> find(PluginId plugin) {
        return store.get(RecordKind.AUTOMATION, Automation.idOf(plugin)).flatMap(AutomationRecords::read);
    }

    /** A record that nobody can read is as good as none: its agent begins anew, and keeps no other from its time. */
    private static Optional<Automation> read(DataRecord record) {
        try {
            return Optional.of(Automation.from(record.fields()));
        } catch (IllegalArgumentException | DateTimeException e) {
            log.warn("how far a batch agent is cannot be read: {}", record.id(), Redacted.of(e));
            return Optional.empty();
        }
    }

    /** What nobody knew of waits for its first point from now on, also when the program is closed then. */
    void remember(Collection<PluginId> plugins) {
        List<PluginId> fresh =
                plugins.stream().filter(each -> find(each).isEmpty()).toList();
        if (fresh.isEmpty()) {
            return;
        }
        own("Automations", changes -> {
            fresh.stream()
                    .filter(each -> found(changes, each) == null)
                    .forEach(each -> put(changes, each, before -> before));
            return fresh.size() + " new";
        });
    }

    /** A change that no run of the agent tells of, in one of our own. */
    void change(PluginId plugin, String title, UnaryOperator<Automation> change) {
        own(title, changes -> {
            put(changes, plugin, change);
            return title;
        });
    }

    private void own(String title, Function<Changes, String> body) {
        RunAddress address = new RunAddress(
                FirstRecords.editsOf(project), new RunId(Uuids.next(clock)), new Origin(List.of(PluginId.OFFICINA)));
        writer.write(address, changes -> {
            changes.add(new RunEvent.RunStarted(RunKind.SYSTEM, title, null, null));
            String summary = body.apply(changes);
            changes.add(new RunEvent.RunFinished(true, summary));
            return summary;
        });
    }

    /** Where a run goes that begins now: the agent's session of the month, so that none grows for ever. */
    RunAddress address(PluginId plugin, boolean byPerson) {
        SessionId session = new SessionId(Uuids.derived("batch", plugin.value(), MONTH.format(clock.instant())));
        return new RunAddress(
                session, new RunId(Uuids.next(clock)), byPerson ? Origin.USER : new Origin(List.of(PluginId.OFFICINA)));
    }

    /** The first events of a run, which makes the session of the month where there is none. */
    void begin(Changes changes, RunAddress address, PluginId plugin, String title) {
        RecordId session = new RecordId(address.session().value());
        changes.add(new RunEvent.RunStarted(RunKind.BATCH, title, null, null));
        changes.add(new RunEvent.AgentChosen(plugin, 1));
        if (changes.find(RecordKind.SESSION, session).isEmpty()) {
            String month = MONTH.format(clock.instant());
            changes.create(
                    RecordKind.SESSION,
                    session,
                    new SessionInfo(title + " " + month, project, SessionKind.BATCH).fields());
        }
    }

    <T> T write(RunAddress address, Function<Changes, T> body) {
        return writer.write(address, body);
    }

    /** Changes what is known of an agent, or makes it known. */
    Automation put(Changes changes, PluginId plugin, UnaryOperator<Automation> change) {
        Automation known = found(changes, plugin);
        Automation after = change.apply(known == null ? with(null, plugin, Standing.from(clock.instant())) : known);
        RecordId id = Automation.idOf(plugin);
        if (changes.find(RecordKind.AUTOMATION, id).isEmpty()) {
            changes.create(RecordKind.AUTOMATION, id, after.fields());
        } else {
            changes.replace(RecordKind.AUTOMATION, id, after.fields());
        }
        return after;
    }

    private static @Nullable Automation found(Changes changes, PluginId plugin) {
        return changes.find(RecordKind.AUTOMATION, Automation.idOf(plugin))
                .flatMap(AutomationRecords::read)
                .orElse(null);
    }

    static Standing standing(Automation automation) {
        return new Standing(automation.paused(), automation.since(), automation.failures(), automation.retryAt());
    }

    /** The same with another standing. */
    static Automation with(Automation automation, Standing standing) {
        return with(automation, automation.plugin(), standing);
    }

    private static Automation with(@Nullable Automation automation, PluginId plugin, Standing standing) {
        return new Automation(
                plugin,
                standing.paused(),
                standing.since(),
                standing.failures(),
                standing.retryAt(),
                automation == null ? null : automation.lastSuccess(),
                automation == null ? null : automation.last());
    }
}
