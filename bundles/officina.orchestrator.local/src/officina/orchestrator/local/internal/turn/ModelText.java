// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import officina.api.content.ContentPart;
import officina.api.event.RunEvent;
import officina.api.provider.ModelListener;
import officina.orchestrator.RunContext;

/**
 * Writes down what a model says while it does, a piece every while rather than every token. All that it says to one
 * question is one part of the answer. For the thread of the run, but for {@link #toolAsked}.
 */
final class ModelText implements ModelListener {

    private static final long PAUSE = Duration.ofMillis(50).toNanos();
    private static final int MOST = 4_096;

    private final RunContext context;
    private final int part;
    private final StringBuilder said = new StringBuilder();
    private final StringBuilder thought = new StringBuilder();
    private final AtomicBoolean apart = new AtomicBoolean();
    private final LongSupplier nanos;
    private int written;
    private long last;

    ModelText(RunContext context, int part) {
        this(context, part, System::nanoTime);
    }

    /** @param nanos a clock like {@link System#nanoTime} */
    ModelText(RunContext context, int part, LongSupplier nanos) {
        this.context = context;
        this.part = part;
        this.nanos = nanos;
        last = nanos.getAsLong() - PAUSE;
    }

    /** What it says next is a paragraph of its own. Any thread. */
    void toolAsked() {
        apart.set(true);
    }

    @Override
    public void onText(String piece) {
        if (apart.getAndSet(false) && !said.isEmpty()) {
            said.append("\n\n");
        }
        said.append(piece);
        flushAtTimes();
    }

    @Override
    public void onReasoning(String piece) {
        thought.append(piece);
        flushAtTimes();
    }

    String text() {
        return said.toString();
    }

    private void flushAtTimes() {
        boolean much = said.length() - written + thought.length() >= MOST;
        if (much || nanos.getAsLong() - last >= PAUSE) {
            flush();
        }
    }

    /** Whatever was said is in the journal then. */
    void flush() {
        List<RunEvent> events = new ArrayList<>();
        if (!thought.isEmpty()) {
            events.add(new RunEvent.Reasoning(thought.toString()));
            thought.setLength(0);
        }
        if (said.length() > written) {
            events.add(new RunEvent.TextDelta(part, said.substring(written)));
            written = said.length();
        }
        if (!events.isEmpty()) {
            context.emit(events);
        }
        last = nanos.getAsLong();
    }

    /** The part as a whole, which replaces its pieces. */
    RunEvent whole(String text) {
        return new RunEvent.PartWritten(part, new ContentPart.Text(text));
    }
}
