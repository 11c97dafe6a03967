// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.protocol.EventCodec;

/**
 * How much plug-ins have written in the runs of one session since the engine was started. A plug-in that asks without end
 * for what it was not granted, or tells how far it is without end, would fill the disk. Used under the session's lock.
 */
final class PluginBudget {

    /** In one run: more than what takes an agent hours, and a file of a few dozen megabytes. */
    static final int EVENTS = 50_000;

    static final long BYTES = 64L * 1024 * 1024;

    private static final Set<PluginId> OURS = Set.of(PluginId.USER, PluginId.OFFICINA);

    private record Writer(RunId run, PluginId plugin) {}

    private record Written(int events, long bytes) {}

    private final Map<Writer, Written> written = new HashMap<>();

    /** Counts events that are about to be written; {@code plugin.too-much} where they are too many, and counts nothing. */
    void take(RunAddress address, List<RunEvent> events) {
        PluginId plugin = address.origin().actor();
        if (OURS.contains(plugin)) {
            return;
        }
        Writer writer = new Writer(address.run(), plugin);
        Written before = written.getOrDefault(writer, new Written(0, 0));
        long bytes = before.bytes()
                + events.stream()
                        .mapToLong(event -> EventCodec.encodeEvent(event).length)
                        .sum();
        Written after = new Written(before.events() + events.size(), bytes);
        if (after.events() > EVENTS || after.bytes() > BYTES) {
            throw tooMuch(plugin);
        }
        written.put(writer, after);
    }

    /** Nothing more comes in that run. */
    void forget(RunId run) {
        written.keySet().removeIf(each -> each.run().equals(run));
    }

    private static FailureException tooMuch(PluginId plugin) {
        return new FailureException(Failure.of(
                "plugin.too-much",
                ErrorKind.RESOURCE,
                "The plug-in " + plugin + " did more in one run than is kept of it: " + EVENTS + " events or "
                        + BYTES / 1024 / 1024 + " MB.",
                "Ask it for less at a time; if it keeps happening, tell the publisher of the plug-in."));
    }
}
