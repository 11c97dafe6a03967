// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.time.Duration;

/** The names on the wire beside the methods of the Engine API, and the limits of both sides. */
public final class Wire {

    /** Request: {@link AttachRequest}; the first of a connection, answered by {@link AttachReply}. */
    public static final String ATTACH = "engine.attach";

    /** Request: events of a session, {@code subscription}, {@code session}, {@code fromSeq}. */
    public static final String SUBSCRIBE_SESSION = "sessions.subscribe";

    /** Request: events of all sessions, {@code subscription}, {@code fromPosition}. */
    public static final String SUBSCRIBE_ALL = "history.subscribe";

    /**
     * Request: waits until the {@code run} has ended or waits for the person, and gives the events up to then. {@link
     * #CANCEL} ends it.
     */
    public static final String AWAIT = "runs.await";

    /**
     * Notification to the engine: nobody waits for the answer to request {@code id} any more; long work is to end. The
     * answer comes all the same, and may be that it was done.
     */
    public static final String CANCEL = "request.cancel";

    /**
     * Notification of the engine, before the answer to a request for long work: {@code id}, {@code done}, {@code all}. Not
     * for each piece: at most one in {@link #PROGRESS_PAUSE}, and none while the client takes nothing; the last always.
     */
    public static final String PROGRESS = "request.progress";

    /** Notification of the engine: {@code subscription}, {@code event}. */
    public static final String EVENT = "subscription.event";

    /** Notification to the engine: {@code subscription}, {@code count} of events that the listener has taken. */
    public static final String TAKEN = "subscription.taken";

    /** Notification to the engine: {@code subscription}. */
    public static final String END = "subscription.end";

    /** Notification of the engine, before the result of request {@code id}: {@code items} of an array too long for a line. */
    public static final String PART = "result.part";

    /** Notification to the engine: this process has a window, which {@link #WINDOW_WANTED} brings to the front. */
    public static final String WINDOW_HERE = "window.here";

    /** Notification of the engine: somebody has started Officina once more and is to see this process's window. */
    public static final String WINDOW_WANTED = "window.wanted";

    /** The member that names a subscription: a number of the client's choice, new for each. */
    public static final String SUBSCRIPTION = "subscription";

    /** The member that says whether a subscription goes on with one over an earlier connection, which is only counted. */
    public static final String RESUMES = "resumes";

    /** Most events of a subscription on the way; the engine waits for {@link #TAKEN} before it sends more. */
    public static final int WINDOW = 64;

    /** Most connections of one engine. */
    public static final int MAX_CONNECTIONS = 128;

    /** Most requests of a connection at work; the next ones wait in the socket. */
    public static final int MAX_REQUESTS = 32;

    /** Most requests for long work of a connection; they do not count as the others, so that cancelling is read. */
    public static final int MAX_LONG = 8;

    /** Between two {@link #PROGRESS} of a request. */
    public static final Duration PROGRESS_PAUSE = Duration.ofMillis(100);

    /** Most subscriptions of a connection. */
    public static final int MAX_SUBSCRIPTIONS = 256;

    private Wire() {}
}
