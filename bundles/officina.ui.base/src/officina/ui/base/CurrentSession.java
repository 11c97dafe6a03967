// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * The session that the window is about: chosen in Sessions, shown by Conversation and Plan. At start, and for a new
 * conversation whose first message was not sent yet, there is none. UI thread only.
 */
public final class CurrentSession {

    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable SessionId session;
    private @Nullable RunId run;

    public @Nullable SessionId session() {
        return session;
    }

    /** The run that the person wants to look at; {@code null} for the newest. */
    public @Nullable RunId run() {
        return run;
    }

    /** Turns to a session; {@code null} for a new conversation. */
    public void open(@Nullable SessionId next) {
        move(next, null);
    }

    /** Turns to a certain run of a session. */
    public void open(SessionId next, RunId look) {
        move(next, look);
    }

    /** Calls the listener after the session or the run has changed. */
    public AutoCloseable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void move(@Nullable SessionId next, @Nullable RunId look) {
        if (Objects.equals(session, next) && Objects.equals(run, look)) {
            return;
        }
        session = next;
        run = look;
        listeners.forEach(Runnable::run);
    }
}
