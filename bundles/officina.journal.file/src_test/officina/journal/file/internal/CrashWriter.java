// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.journal.file.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import officina.api.event.EventEnvelope;
import officina.api.id.SessionId;
import officina.base.Threads;
import officina.core.run.Draft;
import officina.core.run.Journal;
import officina.testkit.SampleEvents;

/**
 * Writes to a journal from several threads until it is killed, and prints each event when it is acknowledged:
 * {@code session seq text}. Each thread writes to a session of its own, the numbers 1, 2, 3 ... after what is there.
 */
final class CrashWriter {

    static final int THREADS = 4;
    static final int SEGMENT = 64 * 1024;

    private CrashWriter() {}

    public static void main(String[] args) throws InterruptedException {
        Journal journal = TestJournals.open(Path.of(args[0]), SEGMENT);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            SessionId session = SampleEvents.session(i);
            threads.add(Threads.startPlatform("writer", () -> write(journal, session, out)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void write(Journal journal, SessionId session, OutputStream out) {
        long next = journal.lastSeq(session) + 1;
        while (true) {
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < 1 + next % 3; i++) {
                drafts.add(SampleEvents.draft(session, (next + i) + " " + "x".repeat((int) (next * 37 % 900))));
            }
            List<EventEnvelope> events = journal.append(drafts);
            StringBuilder lines = new StringBuilder();
            for (EventEnvelope event : events) {
                lines.append(session).append(' ').append(event.seq()).append('\n');
            }
            try {
                // one write each: lines of threads do not mix
                out.write(lines.toString().getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
            next += drafts.size();
        }
    }
}
