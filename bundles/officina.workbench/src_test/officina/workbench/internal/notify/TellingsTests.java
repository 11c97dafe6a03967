// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.workbench.internal.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.UUID;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingsTests {

    private static final SessionId SESSION = new SessionId(new UUID(1, 1));
    private static final PluginId FILES = new PluginId("agent.files");

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final Tellings tellings = new Tellings(() -> now);
    private long seq;

    private @Nullable Notice of(RunEvent event) {
        seq++;
        return tellings.of(new EventEnvelope(1, SESSION, new RunId(new UUID(2, 2)), seq, seq, now, Origin.USER, event));
    }

    private static AccessRecord access(PermissionType type, String resource) {
        return new AccessRecord(FILES, new Permission(type, resource), "use", resource);
    }

    @Test
    void what_an_agent_says_leads_to_its_conversation() {
        assertEquals(
                new Notice("Done", "All is done.", new Notice.Conversation(SESSION)),
                of(new RunEvent.NotificationSent("Done", "All is done.")));
    }

    @Test
    void what_a_plugin_is_refused_leads_to_what_it_may_and_is_told_once_a_minute() {
        RunEvent refused = new RunEvent.AccessDenied(access(PermissionType.STORE_WRITE, "todo"));
        Notice told = new Notice(
                "Files agent was refused something",
                "It wanted to do what it may not: Change your to-dos. You can allow it on the page Plug-ins.",
                new Notice.Plugin(FILES));
        assertEquals(told, of(refused));
        assertNull(of(refused));
        now = now.plusSeconds(60);
        assertEquals(told, of(refused));
    }

    @Test
    void what_it_uses_is_not_told() {
        assertNull(of(new RunEvent.AccessUsed(access(PermissionType.STORE_READ, "todo"))));
    }
}
