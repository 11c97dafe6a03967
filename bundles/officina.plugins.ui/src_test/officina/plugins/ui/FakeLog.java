// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.event.Origin;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.permission.Permission;
import officina.core.run.ActivityEntry;
import officina.core.run.ActivityQuery;
import officina.engine.Activity;

/** A log of refusals, which are found by plug-in and permission. */
final class FakeLog implements Activity {

    final AtomicInteger looks = new AtomicInteger();
    private final List<ActivityEntry> entries = new CopyOnWriteArrayList<>();

    FakeLog refused(PluginId plugin, Permission permission, Instant... times) {
        for (Instant each : times) {
            entries.addFirst(new ActivityEntry(
                    entries.size() + 1,
                    new SessionId(new UUID(1, 1)),
                    new RunId(new UUID(2, 2)),
                    each,
                    Origin.USER.then(plugin),
                    "access.denied",
                    "use",
                    permission.resource(),
                    ActivityEntry.Status.DENIED,
                    permission.toString()));
        }
        return this;
    }

    @Override
    public List<ActivityEntry> list(ActivityQuery query) {
        looks.incrementAndGet();
        return entries.stream()
                .filter(each -> each.origin().actor().equals(query.source()))
                .filter(each -> each.type().equals(query.type()) && each.status() == query.status())
                .filter(each -> query.text() == null || each.text().contains(query.text()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<String> sources() {
        throw new UnsupportedOperationException("the page does not ask who occurs in the log");
    }
}
