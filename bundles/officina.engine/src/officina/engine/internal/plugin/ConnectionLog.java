// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import officina.api.error.FailureException;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.permission.AccessRecord;
import officina.api.record.RecordKind;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.base.Uuids;
import officina.core.plugin.AccessLog;
import officina.core.plugin.PlainLine;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.RunAddress;
import officina.engine.internal.record.RecordWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one process of a bundle connects to, and is refused: a run of its own, which begins with the first of these and
 * ends with the process, since a process works for many runs and for none. It lies in the bundle's session of the month.
 * Any thread.
 */
final class ConnectionLog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ConnectionLog.class);

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final int LONGEST_TITLE = 150;

    private final EventLog events;
    private final RecordWriter writer;
    private final RecordId project;
    private final String title;
    private final String month;
    private final RunAddress address;
    private boolean begun;
    private boolean over;

    ConnectionLog(EventLog events, RecordWriter writer, RecordId project, InstantSource clock, String bundle) {
        this.events = events;
        this.writer = writer;
        this.project = project;
        title = PlainLine.of("Connections of " + bundle, LONGEST_TITLE);
        month = MONTH.format(clock.instant());
        address = new RunAddress(
                new SessionId(Uuids.derived("connections", bundle, month)),
                new RunId(Uuids.next(clock)),
                new Origin(List.of(PluginId.OFFICINA)));
    }

    RunId run() {
        return address.run();
    }

    /** What is written down in the name of a plug-in. */
    AccessLog of(PluginId plugin) {
        return new AccessLog() {
            @Override
            public void used(AccessRecord access) {
                append(plugin, new RunEvent.AccessUsed(access));
            }

            @Override
            public void denied(AccessRecord access) {
                append(plugin, new RunEvent.AccessDenied(access));
            }
        };
    }

    private void append(PluginId plugin, RunEvent event) {
        begin();
        events.append(address.as(plugin), List.of(event));
    }

    private synchronized void begin() {
        if (over) {
            throw EventLog.closing();
        }
        if (begun) {
            return;
        }
        writer.write(address, changes -> {
            RecordId session = new RecordId(address.session().value());
            changes.add(new RunEvent.RunStarted(RunKind.SYSTEM, title, null, null));
            if (changes.find(RecordKind.SESSION, session).isEmpty()) {
                changes.create(
                        RecordKind.SESSION,
                        session,
                        new SessionInfo(title + " " + month, project, SessionKind.BATCH).fields());
            }
            return session;
        });
        begun = true;
    }

    /** Nothing is connected any more. */
    @Override
    public synchronized void close() {
        boolean open = begun && !over;
        over = true;
        if (!open) {
            return;
        }
        try {
            events.append(address, List.of(new RunEvent.RunFinished(true, "Its process has ended")));
        } catch (FailureException e) {
            // the next start says it
            log.warn(
                    "the end of a process of a plug-in cannot be written: {}",
                    e.failure().code());
        }
    }
}
