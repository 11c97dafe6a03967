// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import officina.api.chat.ChatContext;
import officina.api.chat.ChatRequest;
import officina.api.chat.ExecutionMode;
import officina.api.content.Message;
import officina.api.content.MessageRole;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.event.RunKind;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.json.JsonObject;
import officina.api.record.UserProfile;
import officina.base.Closeables;
import officina.base.Threads;
import officina.core.run.Draft;
import officina.core.run.RunState;
import officina.engine.internal.log.EventLog;
import officina.engine.internal.log.Projector;
import officina.engine.internal.log.RunAddress;
import officina.testkit.SampleEvents;

/** Journal, projector and event log as the engine puts them together, for tests. */
public final class Bench implements AutoCloseable {

    private static final UserProfile PERSON = new UserProfile("", Locale.UK, ZoneId.of("UTC"));

    private final Closeables owned = new Closeables();
    private final ExecutorService waiters = owned.own(Threads.perTask("waiter"));

    public final FakeDisk disk = owned.own(new FakeDisk());
    public final FakeStore store = new FakeStore();
    public final Projector projector = owned.own(new Projector(disk, store));
    public final EventLog log = owned.own(new EventLog(disk, projector, () -> Instant.EPOCH));

    public static UserProfile person() {
        return PERSON;
    }

    /** The address of a run in a session of its own. */
    public static RunAddress address(int number) {
        return new RunAddress(SampleEvents.session(number), new RunId(new UUID(1, number)), Origin.USER);
    }

    /** Writes the beginning of a turn. */
    public RunAddress begin(int number) {
        return begin(number, Message.text(MessageRole.USER, "Do it"));
    }

    /** The same with that message. */
    public RunAddress begin(int number, Message message) {
        RunAddress address = address(number);
        ChatRequest request = new ChatRequest(
                message,
                new RecordId(new UUID(2, 2)),
                ExecutionMode.DIRECT,
                null,
                new ChatContext(PERSON, List.of(), List.of(), List.of()));
        log.append(address, List.of(new RunEvent.RunStarted(RunKind.TURN, "Do it", null, request)));
        return address.as(PluginId.OFFICINA);
    }

    /** What appends an event without asking whether it can happen. */
    public static Draft draft(RunAddress address, RunEvent event) {
        return new Draft(address.session(), address.run(), address.origin(), event);
    }

    /** Has the journal hold something in the run's session that only a newer version understands. */
    public void unreadable(RunAddress address) {
        disk.append(List.of(draft(address, new RunEvent.Unknown("run.teleported", JsonObject.EMPTY, false))));
    }

    public RunState state(RunAddress address) {
        return log.state(address.session()).run(address.run());
    }

    /** Waits in the background, as a call of the Engine API does. */
    public Future<RunState> waiting(RunAddress address, Predicate<RunState> wanted) {
        return waiters.submit(() -> log.await(address.session(), session -> wanted.test(session.run(address.run())))
                .run(address.run()));
    }

    /** The run when it is as wanted. */
    public RunState await(RunAddress address, Predicate<RunState> wanted)
            throws InterruptedException, ExecutionException {
        return get(waiting(address, wanted), "the run to be as wanted");
    }

    /** Done when the store shows everything that was appended until now. */
    public Future<Boolean> settled() {
        long position = disk.lastPosition();
        return waiters.submit(() -> {
            while (store.highWater() < position) {
                LockSupport.parkNanos(1_000_000);
            }
            return true;
        });
    }

    /** Done when that projector has brought its store to the journal's end. */
    public Future<Boolean> settled(Projector following) {
        return waiters.submit(() -> {
            following.await(disk.lastPosition());
            return true;
        });
    }

    public static <T> T get(Future<T> future, String what) throws InterruptedException, ExecutionException {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("waited twenty seconds for " + what, e);
        }
    }

    @Override
    public void close() {
        log.close();
        owned.close();
    }
}
