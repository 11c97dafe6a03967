// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.event.EventEnvelope;
import officina.core.run.RunState;
import officina.engine.Engine;
import officina.engine.RunRef;
import officina.engine.Subscription;
import officina.protocol.EventCodec;
import officina.protocol.Json;

/** Prints the events of a run while it is at work. What is printed is durable. */
final class EventPrinter {

    private final RunRef run;
    private final Output out;
    private volatile long printed;

    private EventPrinter(RunRef run, Output out) {
        this.run = run;
        this.out = out;
    }

    /** Prints until the run has ended or waits for the person. */
    static ExitCode follow(Engine engine, RunRef run, Output out) throws InterruptedException {
        EventPrinter printer = new EventPrinter(run, out);
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
            out.raw(Json.text(EventCodec.write(envelope)));
        }
    }
}
