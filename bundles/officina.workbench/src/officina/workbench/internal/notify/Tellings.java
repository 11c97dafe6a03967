// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import java.time.InstantSource;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.permission.AccessRecord;
import officina.core.plugin.RefusalLimit;
import officina.plugins.ui.PermissionNames;
import officina.ui.base.PluginNames;
import org.jspecify.annotations.Nullable;

/** Of which events the person is told: what agents say, and what plug-ins were refused. One thread. */
final class Tellings {

    private final ImportedNotices imported = new ImportedNotices();
    private final RefusalLimit limit;

    Tellings(InstantSource clock) {
        limit = new RefusalLimit(clock);
    }

    /** Looks at every event, in order; what is told of it, {@code null} for nothing. */
    @Nullable
    Notice of(EventEnvelope envelope) {
        imported.see(envelope);
        if (imported.has(envelope)) {
            return null;
        }
        if (envelope.event() instanceof RunEvent.NotificationSent(String title, String text)) {
            return new Notice(title, text, new Notice.Conversation(envelope.session()));
        }
        return envelope.event() instanceof RunEvent.AccessDenied(AccessRecord access) && limit.tells(access)
                ? refused(access)
                : null;
    }

    private static Notice refused(AccessRecord access) {
        String permission = PermissionNames.of(access.permission());
        return new Notice(
                Words.REFUSED_TITLE.text(PluginNames.of(access.plugin())),
                Words.REFUSED_TEXT.text(permission),
                new Notice.Plugin(access.plugin()));
    }
}
