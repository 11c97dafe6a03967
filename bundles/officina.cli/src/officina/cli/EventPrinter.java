// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
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
    private final AtomicLong last = new AtomicLong(Long.MAX_VALUE);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long printed;

    private EventPrinter(RunRef run, Output out) {
        this.run = run;
        this.out = out;
    }

    /** Prints until the run has ended or waits for the person. */
    static ExitCode follow(Engine engine, RunRef run, Output out) throws InterruptedException {
        EventPrinter printer = new EventPrinter(run, out);
        try (Subscription _ = engine.sessions().subscribe(run.session(), 1, printer::read)) {
            RunState state = engine.runs().await(run.run());
            printer.last.set(state.lastSeq());
            printer.check();
            printer.done.await();
            return RunPrinter.exitCode(state);
        }
    }

    private void read(EventEnvelope envelope) {
        if (envelope.run().equals(run.run())) {
            out.raw(Json.text(EventCodec.write(envelope)));
        }
        printed = envelope.seq();
        check();
    }

    private void check() {
        if (printed >= last.get()) {
            done.countDown();
        }
    }
}
