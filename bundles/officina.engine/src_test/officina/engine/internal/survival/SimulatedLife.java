// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.survival;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.base.Threads;
import officina.core.run.Journal;
import officina.core.run.SessionState;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.Projector;
import officina.engine.internal.log.RunAddress;
import org.jspecify.annotations.Nullable;

/**
 * Journal, projector and event log of one start in a {@link Simulation}, on a disk that may lose power; writers, and
 * clients that follow, some slowly, that go and come back with the next number.
 */
final class SimulatedLife {

    static final int SESSIONS = 3;
    private static final int WRITERS = 4;

    private final Simulation simulation;
    private final PowerDisk disk;
    private final SimulatedStore store;
    private final Account account;
    private final int mostAppends;
    private @Nullable RuntimeException unexpected;

    /** What was acknowledged, and what each client has seen; it outlives the starts. */
    static final class Account {
        /** The events that were acknowledged, by session, in order of their numbers. */
        final Map<SessionId, Map<Long, EventEnvelope>> acknowledged = new HashMap<>();

        final List<Client> clients = new ArrayList<>();
        int runs;
        long shown;

        Account() {
            for (int i = 0; i < SESSIONS; i++) {
                acknowledged.put(session(i), new HashMap<>());
                clients.add(new Client(session(i)));
                clients.add(new Client(session(i)));
            }
            clients.add(new Client(null));
        }
    }

    /** One that follows a session, or all. */
    static final class Client {
        final @Nullable SessionId session;
        SessionState state;
        /** Of the last event it was told of: its number, or its position. */
        long last;

        Client(@Nullable SessionId session) {
            this.session = session;
            state = SessionState.empty(session == null ? session(0) : session);
        }
    }

    SimulatedLife(Simulation simulation, PowerDisk disk, SimulatedStore store, Account account, int mostAppends) {
        this.simulation = simulation;
        this.disk = disk;
        this.store = store;
        this.account = account;
        this.mostAppends = mostAppends;
    }

    static SessionId session(int number) {
        return new SessionId(new UUID(1, number));
    }

    /** From the opening until everybody has done its work or the power is gone. On a thread of the simulation. */
    void live() {
        Path folder = disk.root().resolve("journal");
        try (Journal journal =
                        RealParts.simulatedJournals().open(folder, RealParts.simulationKey(), simulation::instant);
                Projector projector = new Projector(journal, store.asStore());
                EventLog log = new EventLog(journal, projector, simulation::instant)) {
            List<Thread> all = new ArrayList<>();
            for (Client each : account.clients) {
                all.add(Threads.start("client", () -> guarded(() -> follow(journal, projector, each))));
            }
            for (int i = 0; i < WRITERS; i++) {
                all.add(Threads.start("writer", () -> guarded(() -> write(log))));
            }
            for (Thread each : all) {
                each.join();
            }
            if (!disk.isLost()) {
                log.settle();
                catchUp(journal, projector);
                compare(journal, log);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts", e);
        } catch (RuntimeException e) {
            if (!disk.isLost() && unexpected == null) {
                unexpected = e;
            }
        }
        if (unexpected != null) {
            throw unexpected;
        }
    }

    private void guarded(Runnable body) {
        try {
            body.run();
        } catch (RuntimeException e) {
            if (!disk.isLost() && unexpected == null) {
                unexpected = e;
            }
        }
    }

    // --- writers ---

    private void write(EventLog log) {
        SessionId session = session(simulation.random().nextInt(SESSIONS));
        RunAddress run = new RunAddress(session, new RunId(new UUID(2, ++account.runs)), Origin.USER);
        append(log, run, List.of(new RunEvent.RunStarted(RunKind.EDIT, "run " + account.runs, null, null)));
        int appends = simulation.random().nextInt(mostAppends);
        for (int i = 0; i < appends; i++) {
            List<RunEvent> events = new ArrayList<>();
            for (int each = simulation.random().nextInt(3); each >= 0; each--) {
                events.add(new RunEvent.TextDelta(0, "piece " + i + " " + each + " "));
            }
            append(log, run, events);
            simulation.dawdle();
        }
        append(log, run, List.of(new RunEvent.RunFinished(true, "done")));
    }

    private void append(EventLog log, RunAddress run, List<RunEvent> events) {
        SessionState after = log.append(run, events);
        // other writers may have gone on meanwhile, but not in between
        Map<Long, EventEnvelope> kept = account.acknowledged.get(run.session());
        long seq = after.lastSeq() - events.size() + 1;
        for (RunEvent each : events) {
            EventEnvelope envelope = new EventEnvelope(
                    RunEvent.SCHEMA, run.session(), run.run(), seq, 1, simulation.instant(), run.origin(), each);
            check(kept.put(seq, envelope) == null, "acknowledged twice: " + seq);
            seq++;
        }
    }

    // --- clients ---

    private void follow(Journal journal, Projector projector, Client client) {
        int visits = 1 + simulation.random().nextInt(3);
        for (int visit = 0; visit < visits && !disk.isLost(); visit++) {
            try (Journal.Subscription _ = subscribe(journal, projector, client)) {
                simulation.pause(simulation.random().nextInt(30_000_000));
            }
        }
    }

    private Journal.Subscription subscribe(Journal journal, Projector projector, Client client) {
        SessionId session = client.session;
        return session == null
                ? journal.subscribeAll(client.last + 1, envelope -> take(projector, client, envelope))
                : journal.subscribe(session, client.last + 1, envelope -> take(projector, client, envelope));
    }

    private void take(Projector projector, Client client, EventEnvelope envelope) {
        guarded(() -> {
            simulation.dawdle();
            projector.awaitIfPossible(envelope.position());
            if (!disk.isLost() && projector.trouble() == null) {
                check(store.mark() >= envelope.position(), "told of " + envelope.position() + " before the store");
            }
            SessionId session = client.session;
            if (session == null) {
                check(
                        envelope.position() == client.last + 1,
                        "position " + envelope.position() + " after " + client.last);
                client.last = envelope.position();
            } else {
                // refuses a number that is not the next
                client.state = client.state.after(envelope);
                client.last = envelope.seq();
            }
            account.shown++;
        });
    }

    /** Everybody follows once more, until it has everything. */
    private void catchUp(Journal journal, Projector projector) {
        for (Client each : account.clients) {
            SessionId session = each.session;
            long end = session == null ? journal.lastPosition() : journal.lastSeq(session);
            try (Journal.Subscription _ = subscribe(journal, projector, each)) {
                for (int i = 0; each.last < end && i < 100_000 && unexpected == null; i++) {
                    simulation.pause(1_000_000);
                }
            }
            check(each.last == end || unexpected != null, "a client stays at " + each.last + " of " + end);
        }
    }

    // --- what must be ---

    private void compare(Journal journal, EventLog log) {
        for (int i = 0; i < SESSIONS; i++) {
            SessionId session = session(i);
            List<EventEnvelope> events = journal.read(session, 1, Integer.MAX_VALUE);
            SessionState replayed = SessionState.empty(session);
            for (EventEnvelope each : events) {
                replayed = replayed.after(each);
            }
            check(replayed.equals(log.state(session)), "the state is not what its history leads to");
            for (Client each : account.clients) {
                if (session.equals(each.session)) {
                    check(replayed.equals(each.state), "a client has another state");
                }
            }
            for (Map.Entry<Long, EventEnvelope> each :
                    account.acknowledged.get(session).entrySet()) {
                check(each.getKey() <= events.size(), "acknowledged and lost: " + each.getKey());
                EventEnvelope there = events.get((int) (each.getKey() - 1));
                check(
                        there.run().equals(each.getValue().run())
                                && there.event().equals(each.getValue().event()),
                        "acknowledged and another now: " + each.getKey());
            }
        }
    }

    /** After a loss: what was acknowledged is there, and so is what anybody was shown. */
    void checkKept(Journal journal) {
        for (int i = 0; i < SESSIONS; i++) {
            long last = journal.lastSeq(session(i));
            long surely = account.acknowledged.get(session(i)).keySet().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
            check(surely <= last, "acknowledged " + surely + ", and the last is " + last);
        }
        for (Client each : account.clients) {
            SessionId session = each.session;
            long end = session == null ? journal.lastPosition() : journal.lastSeq(session);
            check(each.last <= end, "shown and not there any more: " + each.last + " of " + end);
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
