// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.event.EventEnvelope;
import officina.cli.Syntax.Printed;
import officina.core.run.RunState;
import officina.engine.Engine;
import officina.engine.RunRef;
import officina.engine.Subscription;

/** Prints the events of a run while it is at work. What is printed is durable. */
final class EventPrinter {

    private final RunRef run;
    private final Printed<EventEnvelope> as;
    private final Output out;
    private volatile long printed;

    private EventPrinter(RunRef run, Printed<EventEnvelope> as, Output out) {
        this.run = run;
        this.as = as;
        this.out = out;
    }

    /** Prints until the run has ended or waits for the person. */
    static ExitCode follow(Engine engine, RunRef run, Printed<EventEnvelope> as, Output out)
            throws InterruptedException {
        EventPrinter printer = new EventPrinter(run, as, out);
        RunState state;
        try (Subscription _ = engine.sessions().subscribe(run.session(), 1, printer::print)) {
            state = engine.runs().await(run.run());
        }
        // what the subscription had not come to yet
        engine.runs().events(run.run()).stream()
                .filter(envelope -> envelope.seq() <= state.lastSeq())
                .forEach(printer::print);
        return RunPrinter.exitCode(state);
    }

    private void print(EventEnvelope envelope) {
        if (envelope.seq() > printed && envelope.run().equals(run.run())) {
            printed = envelope.seq();
            out.line(as, envelope);
        }
    }
}
