// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import officina.api.event.EventEnvelope;
import officina.api.id.CallId;
import officina.api.id.SessionId;
import officina.base.Closeables;
import officina.base.Threads;
import officina.conversation.ui.model.Transcript;
import officina.conversation.ui.model.TranscriptBuilder;
import officina.core.run.SessionState;
import officina.core.run.SessionTail;
import officina.engine.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a session and makes transcripts of it, all off the UI thread. However fast events come, one transcript is made
 * at a time, always of the newest state. The first one is of the newest runs alone: whoever opens a long session reads
 * its end.
 */
final class SessionFeed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SessionFeed.class);

    /** More runs than the highest screen shows. */
    private static final int AT_ONCE = 60;

    private final Consumer<Transcript> sink;
    private final Runnable broken;
    private final TranscriptBuilder builder;
    private final ExecutorService writer = Threads.inOrder("conversation-transcript");
    private final AtomicBoolean writing = new AtomicBoolean();
    private final Closeables owned = new Closeables();
    private volatile SessionState state;

    private SessionFeed(SessionState state, TranscriptBuilder builder, Consumer<Transcript> sink, Runnable broken) {
        this.state = state;
        this.builder = builder;
        this.sink = sink;
        this.broken = broken;
        owned.own(writer::shutdownNow);
    }

    /**
     * Starts to follow. Blocks; call off the UI thread.
     *
     * @param sink called with each transcript, on a thread of the feed; the first of a long session is not whole, and is
     *     there before this returns
     * @param broken called once, on such a thread, when an event or a state cannot be shown and the feed ends
     */
    static SessionFeed open(Sessions sessions, SessionId session, Consumer<Transcript> sink, Runnable broken) {
        TranscriptBuilder builder = new TranscriptBuilder();
        SessionTail end = sessions.tail(session, AT_ONCE);
        if (end.runs().size() == AT_ONCE) {
            sink.accept(builder.build(end));
        }
        SessionFeed feed = new SessionFeed(sessions.state(session), builder, sink, broken);
        feed.changed();
        feed.owned.own(sessions.subscribe(session, feed.state.lastSeq() + 1, feed::happened));
        return feed;
    }

    /** Shows a call of a tool in full, or no longer. Any thread. */
    void toggle(CallId call) {
        builder.toggle(call);
        changed();
    }

    private void happened(EventEnvelope event) {
        try {
            state = state.after(event);
        } catch (IllegalStateException e) {
            log.error(
                    "an event of type {} could not be shown",
                    event.event().getClass().getSimpleName());
            broken.run();
            throw e;
        }
        changed();
    }

    private void changed() {
        if (writing.compareAndSet(false, true)) {
            try {
                writer.execute(this::write);
            } catch (RejectedExecutionException e) {
                log.debug("closed while an event came");
            }
        }
    }

    private void write() {
        writing.set(false);
        try {
            sink.accept(builder.build(state));
        } catch (RuntimeException | Error e) {
            broken.run();
            throw e;
        }
    }

    @Override
    public void close() {
        owned.close();
    }
}
