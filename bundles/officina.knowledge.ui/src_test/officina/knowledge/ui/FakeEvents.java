// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.knowledge.ui;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RecordChange;
import officina.api.event.RunEvent;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;
import officina.engine.Sessions;
import officina.engine.Subscription;

/** Sessions that can only be listened to. */
final class FakeEvents {

    private final List<Consumer<EventEnvelope>> listeners = new CopyOnWriteArrayList<>();

    Sessions sessions() {
        return (Sessions) Proxy.newProxyInstance(
                Sessions.class.getClassLoader(), new Class<?>[] {Sessions.class}, (_, method, arguments) -> {
                    if (!method.getName().equals("subscribeAll")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    @SuppressWarnings("unchecked")
                    Consumer<EventEnvelope> listener = (Consumer<EventEnvelope>) arguments[0];
                    listeners.add(listener);
                    return (Subscription) () -> listeners.remove(listener);
                });
    }

    boolean isHeard() {
        return !listeners.isEmpty();
    }

    /** Somebody changed a folder. */
    void folderChanged() {
        RunEvent changed = new RunEvent.RecordChanged(
                RecordKind.INDEXED_FOLDER,
                new RecordId(new UUID(0, 1)),
                RecordChange.CREATED,
                1,
                null,
                JsonObject.EMPTY);
        EventEnvelope envelope = new EventEnvelope(
                RunEvent.SCHEMA,
                new SessionId(new UUID(2, 1)),
                new RunId(new UUID(2, 2)),
                1,
                1,
                Instant.EPOCH,
                Origin.USER,
                changed);
        listeners.forEach(each -> each.accept(envelope));
    }
}
