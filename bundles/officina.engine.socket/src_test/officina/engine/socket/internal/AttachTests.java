// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.engine.Keys;
import officina.engine.Subscription;
import officina.engine.remote.RemoteEngine;
import officina.engine.wire.EngineMethods;
import officina.engine.wire.SocketPlace;
import officina.testkit.SampleEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** An engine and its clients, over real sockets. */
class AttachTests {

    private static final RunId RUN = new RunId(new UUID(9, 9));
    private static final SessionId SESSION = SampleEvents.session(1);
    private static final long LIMIT_SECONDS = 20;

    @TempDir
    private Path data;

    private final SampleEngine engine = new SampleEngine();
    private EngineServer server;

    @BeforeEach
    void listen() throws IOException {
        server = EngineServer.open(engine, engine, data, "1.2.3");
    }

    @AfterEach
    void stop() {
        engine.gate.countDown();
        server.close();
        engine.close();
    }

    @Test
    void values_and_failures_cross_and_defects_do_not() {
        engine.projects = SampleEngine.projects(3, "Größe\n");
        try (RemoteEngine remote = RemoteEngine.attach(data, "4.5.6")) {
            assertEquals(engine.projects, remote.projects().list());
            assertEquals("1.2.3", remote.peer().program());
            assertEquals(ProcessHandle.current().pid(), remote.peer().process());
            FailureException refused =
                    assertThrows(FailureException.class, () -> remote.sessions().rename(SESSION, "x"));
            assertEquals(SampleEngine.MISSING, refused.failure());
            FailureException defect =
                    assertThrows(FailureException.class, () -> remote.runs().cancel(RUN));
            assertEquals("internal.unexpected", defect.failure().code());
            assertFalse(defect.getMessage().contains("Xylophon"));
        }
    }

    @Test
    void every_method_of_the_engine_travels_or_is_made_here() throws Exception {
        engine.journal.append(SampleEvents.drafts(SESSION, 1));
        EngineMethods methods = new EngineMethods();
        Map<Class<?>, Object> arguments = Map.of(
                SessionId.class, SESSION, RunId.class, RUN, long.class, 1L, Consumer.class, (Consumer<Object>) _ -> {});
        List<String> unmade = new ArrayList<>();
        int made = 0;
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            for (Method accessor : methods.services().values()) {
                for (Method method : accessor.getReturnType().getMethods()) {
                    // waiting and keys have tests of their own
                    if (methods.of(method) == null
                            && !method.getName().equals("await")
                            && method.getDeclaringClass() != Keys.class) {
                        Object[] given = Arrays.stream(method.getParameterTypes())
                                .map(arguments::get)
                                .toArray();
                        try {
                            method.invoke(accessor.invoke(remote), given);
                        } catch (InvocationTargetException e) {
                            if (String.valueOf(e.getCause().getMessage()).startsWith("nobody makes")) {
                                unmade.add(method.toString());
                            }
                        }
                        made++;
                    }
                }
            }
        }
        assertEquals(List.of(), unmade);
        assertEquals(6, made);
    }

    @Test
    void keys_are_not_changed_from_another_process() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1");
                RawClient client = RawClient.attached(socket())) {
            assertEquals("keys.local-only", codeOf(() -> remote.keys().newPhrase()));
            assertEquals("keys.local-only", codeOf(() -> remote.keys().useKeyring()));
            client.send(request(1, "keys.removePhrase", "{}"));
            assertEquals("protocol.unknown-method", client.refusal());
        }
    }

    @Test
    void a_result_too_long_for_a_line_comes_in_parts() {
        engine.projects = SampleEngine.projects(40, "x".repeat(1_000_000));
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            assertEquals(engine.projects, remote.projects().list());
        }
    }

    @Test
    void a_value_too_long_for_a_line_is_refused_and_the_next_call_works() {
        engine.projects = SampleEngine.projects(2, "x".repeat(11_000_000));
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            assertEquals("protocol.malformed", codeOf(() -> remote.projects().list()));
            engine.projects = List.of();
            assertEquals(List.of(), remote.projects().list());
        }
    }

    @Test
    void events_arrive_once_in_order_whatever_the_speed_of_the_listener() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            CountDownLatch never = new CountDownLatch(1);
            BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
            BlockingQueue<Long> positions = new LinkedBlockingQueue<>();
            engine.journal.append(SampleEvents.drafts(SESSION, 10));
            try (Subscription _ = remote.sessions().subscribe(SESSION, 3, event -> seen.add(event.seq()));
                    Subscription _ = remote.sessions().subscribeAll(event -> positions.add(event.position()));
                    Subscription _ = remote.sessions().subscribe(SESSION, 1, _ -> awaitQuietly(never))) {
                for (int i = 0; i < 100; i++) {
                    engine.journal.append(SampleEvents.drafts(SESSION, 100));
                }
                assertEquals(LongStream.rangeClosed(3, 10_010).boxed().toList(), take(seen, 10_008));
                assertEquals(LongStream.rangeClosed(11, 10_010).boxed().toList(), take(positions, 10_000));
                // a listener that does not return holds up neither calls nor others
                assertEquals(List.of(), remote.projects().list());
                never.countDown();
            }
        }
    }

    @Test
    void a_listener_may_call_the_engine() throws Exception {
        engine.projects = SampleEngine.projects(1, "p");
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
            try (Subscription _ = remote.sessions()
                    .subscribe(
                            SESSION, 1, _ -> seen.add(remote.projects().list().size()))) {
                engine.journal.append(SampleEvents.drafts(SESSION, 1_000));
                assertEquals(1_000, take(seen, 1_000).size());
            }
        }
    }

    @Test
    void after_close_a_listener_hears_nothing() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            BlockingQueue<EventEnvelope> seen = new LinkedBlockingQueue<>();
            Subscription subscription = remote.sessions().subscribe(SESSION, 1, seen::add);
            engine.journal.append(SampleEvents.drafts(SESSION, 500));
            seen.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            subscription.close();
            int before = seen.size();
            engine.journal.append(SampleEvents.drafts(SESSION, 500));
            remote.projects().list();
            assertEquals(before, seen.size());
        }
    }

    @Test
    void a_subscription_survives_the_engine_without_gap_or_double() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
            BlockingQueue<Long> positions = new LinkedBlockingQueue<>();
            try (Subscription _ = remote.sessions().subscribe(SESSION, 1, event -> seen.add(event.seq()));
                    Subscription _ = remote.sessions().subscribeAll(event -> positions.add(event.position()))) {
                for (int round = 0; round < 5; round++) {
                    engine.journal.append(SampleEvents.drafts(SESSION, 300));
                    server.close();
                    // lost where the client has not noticed the end yet
                    String code = codeOf(() -> remote.projects().list());
                    assertTrue(
                            List.of("engine.connection-lost", "engine.not-running")
                                    .contains(code),
                            code);
                    engine.journal.append(SampleEvents.drafts(SESSION, 300));
                    server = EngineServer.open(engine, engine, data, "1.2.4");
                    assertEquals(List.of(), remote.projects().list());
                    assertEquals("1.2.4", remote.peer().program());
                }
                assertEquals(LongStream.rangeClosed(1, 3_000).boxed().toList(), take(seen, 3_000));
                assertEquals(LongStream.rangeClosed(1, 3_000).boxed().toList(), take(positions, 3_000));
            }
        }
    }

    @Test
    void waiting_for_a_run_ends_with_an_interrupt_on_both_sides() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            CompletableFuture<Thread> waiter = new CompletableFuture<>();
            CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
                waiter.complete(Thread.currentThread());
                try {
                    remote.runs().await(RUN);
                    return false;
                } catch (InterruptedException e) {
                    return true;
                }
            });
            until("the engine waits", () -> engine.waiting.get() == 1);
            waiter.get(LIMIT_SECONDS, TimeUnit.SECONDS).interrupt();
            assertTrue(interrupted.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            until("the engine waits no more", () -> engine.waiting.get() == 0);
            assertEquals(List.of(), remote.projects().list());
        }
    }

    @Test
    void who_waits_for_a_run_is_sent_away_when_the_engine_closes() throws Exception {
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            CompletableFuture<Object> waits = CompletableFuture.supplyAsync(() -> {
                try {
                    return remote.runs().await(RUN);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            until("the engine waits", () -> engine.waiting.get() == 1);
            server.close();
            ExecutionException ended =
                    assertThrows(ExecutionException.class, () -> waits.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            assertEquals(
                    "engine.closed",
                    ((FailureException) ended.getCause()).failure().code());
        }
    }

    @Test
    void a_client_that_vanishes_leaves_nothing_behind() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (RawClient client = RawClient.attached(socket())) {
                client.send(request(1, "runs.await", "{\"run\":\"" + RUN + "\"}")
                        + request(2, "sessions.subscribe", "{\"subscription\":1,\"session\":\"" + SESSION + "\"}")
                        + "{\"jsonrpc\":\"2.0\",\"id\":3,\"meth");
                until("the engine waits", () -> engine.waiting.get() == 1);
            }
            until("the engine waits no more", () -> engine.waiting.get() == 0);
        }
        engine.journal.append(SampleEvents.drafts(SESSION, 1_000));
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            assertEquals(List.of(), remote.projects().list());
        }
    }

    @Test
    void a_client_that_never_reads_fills_its_own_limits_and_no_others() throws Exception {
        engine.projects = SampleEngine.projects(20, "x".repeat(100_000));
        try (RawClient greedy = RawClient.attached(socket())) {
            greedy.send(request(
                    -1, "sessions.subscribe", "{\"subscription\":1,\"session\":\"" + SESSION + "\",\"fromSeq\":1}"));
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < 10_000; i++) {
                        greedy.send(request(i + 1, "projects.list", "{}"));
                    }
                } catch (IOException e) {
                    // the end of the test closes the connection
                }
            });
            engine.journal.append(SampleEvents.drafts(SESSION, 1_000));
            BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
            try (RemoteEngine remote = RemoteEngine.attach(data, "1");
                    Subscription _ = remote.sessions().subscribe(SESSION, 1, event -> seen.add(event.seq()))) {
                for (int i = 0; i < 50; i++) {
                    assertEquals(20, remote.projects().list().size());
                }
                assertEquals(LongStream.rangeClosed(1, 1_000).boxed().toList(), take(seen, 1_000));
            }
            server.close();
            sending.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void requests_beyond_the_limit_wait_in_the_socket() throws Exception {
        engine.gated = true;
        try (RawClient client = RawClient.attached(socket())) {
            for (int i = 1; i <= 100; i++) {
                client.send(request(i, "projects.list", "{}"));
            }
            until("as many are at work as may be", () -> engine.atWork.get() == 32);
            engine.gate.countDown();
            for (int i = 1; i <= 100; i++) {
                client.result();
                assertTrue(engine.atWork.get() <= 32);
            }
        }
    }

    @Test
    void fifty_clients_at_once_are_served() throws Exception {
        engine.projects = SampleEngine.projects(10, "p");
        engine.journal.append(SampleEvents.drafts(SESSION, 200));
        List<CompletableFuture<Integer>> all = new ArrayList<>();
        for (int client = 0; client < 50; client++) {
            CompletableFuture<Integer> done = new CompletableFuture<>();
            all.add(done);
            officina.base.Threads.start("client-" + client, () -> {
                BlockingQueue<Long> seen = new LinkedBlockingQueue<>();
                try (RemoteEngine remote = RemoteEngine.attach(data, "1");
                        Subscription _ = remote.sessions().subscribe(SESSION, 1, event -> seen.add(event.seq()))) {
                    int sum = 0;
                    for (int i = 0; i < 100; i++) {
                        sum += remote.projects().list().size();
                    }
                    done.complete(sum + take(seen, 200).size());
                } catch (Exception e) {
                    done.completeExceptionally(e);
                }
            });
        }
        for (CompletableFuture<Integer> each : all) {
            assertEquals(1_200, each.get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void another_user_is_refused() throws Exception {
        UserPrincipal nobody =
                FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        server.close();
        server = EngineServer.open(engine, engine, data, "1", SocketPlace.prepare(data, System.getenv()), nobody);

        assertEquals(
                "engine.foreign-user",
                codeOf(() -> RemoteEngine.attach(data, "1").close()));
        try (RawClient client = new RawClient(socket())) {
            assertEquals("engine.foreign-user", client.refusal());
            assertEquals(null, client.next());
        }
    }

    @Test
    void the_socket_is_private_and_goes_with_the_engine() throws Exception {
        Path socket = socket();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)));
        server.close();
        assertTrue(Files.notExists(socket));
        assertEquals(
                "engine.not-running",
                codeOf(() -> RemoteEngine.attach(data, "1").close()));
        Files.createFile(data.resolve("engine.sock")); // what a killed engine leaves
        assertEquals(
                "engine.not-running",
                codeOf(() -> RemoteEngine.attach(data, "1").close()));
        server = EngineServer.open(engine, engine, data, "1");
        RemoteEngine.attach(data, "1").close();
    }

    @Test
    void a_folder_with_a_long_path_is_attached_to_as_well() throws Exception {
        Path deep = Files.createDirectories(data.resolve("d".repeat(90)).resolve("e".repeat(90)));
        try (EngineServer _ = EngineServer.open(engine, engine, deep, "far");
                RemoteEngine remote = RemoteEngine.attach(deep, "1")) {
            assertEquals("far", remote.peer().program());
            assertFalse(Files.exists(deep.resolve("engine.sock")));
        }
        assertEquals(List.of(), List.of(Files.list(deep).toArray()));
    }

    @Test
    void what_does_not_speak_the_protocol_is_told_so_and_harms_nobody() throws Exception {
        try (RawClient client = new RawClient(socket())) {
            client.send(request(1, "projects.list", "{}"));
            assertEquals("engine.not-attached", client.refusal());
            client.send("Hello?\n{}\n[1,2]\n");
            assertEquals("protocol.malformed", client.refusal());
            assertEquals("protocol.malformed", client.refusal());
            assertEquals("protocol.malformed", client.refusal());
            client.send(request(2, "engine.attach", "{\"minProtocol\":7}"));
            assertEquals("protocol.malformed", client.refusal());
            client.send(RawClient.HELLO + RawClient.HELLO);
            client.result();
            assertEquals("engine.not-attached", client.refusal());
            client.send(request(3, "no.such.method", "{}"));
            assertEquals("protocol.unknown-method", client.refusal());
            client.send(request(4, "sessions.list", "{\"query\":{\"limit\":0}}"));
            assertEquals("protocol.malformed", client.refusal());
            client.send(request(5, "sessions.subscribe", "{\"subscription\":1}"));
            assertEquals("protocol.malformed", client.refusal());
            client.send(request(6, "runs.await", "{}"));
            assertEquals("protocol.malformed", client.refusal());
            client.send(
                    "{\"jsonrpc\":\"2.0\",\"method\":\"subscription.taken\",\"params\":{\"subscription\":\"x\"}}\n");
            client.send("{\"jsonrpc\":\"2.0\",\"method\":\"request.cancel\",\"params\":{\"id\":{}}}\n");
            client.send("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":1}\n");
            client.send(request(7, "projects.list", "{}"));
            client.result();
        }
        try (RawClient client = new RawClient(socket())) {
            client.send(request(1, "engine.attach", "{\"minProtocol\":7,\"maxProtocol\":9,\"program\":\"8.0\"}"));
            assertEquals("engine.protocol-unsupported", client.refusal());
            assertEquals(null, client.next());
        }
    }

    @Test
    void a_line_without_end_ends_the_connection_and_no_more() throws Exception {
        byte[] flood = new byte[1 << 20];
        java.util.Arrays.fill(flood, (byte) 'x');
        try (RawClient client = RawClient.attached(socket())) {
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 1_000; i++) {
                    client.send(flood);
                }
            });
        }
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            assertEquals(List.of(), remote.projects().list());
        }
    }

    @Test
    void closing_ends_everything_although_a_request_hangs() throws Exception {
        engine.gated = true;
        try (RemoteEngine remote = RemoteEngine.attach(data, "1")) {
            CompletableFuture<String> hangs = CompletableFuture.supplyAsync(
                    () -> codeOf(() -> remote.projects().list()));
            until("the request is at work", () -> engine.atWork.get() == 1);
            CompletableFuture.runAsync(server::close).get(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertEquals("engine.connection-lost", hangs.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
    }

    private Path socket() throws IOException {
        return SocketPlace.find(data).orElseThrow();
    }

    private static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}\n";
    }

    private static String codeOf(Executable call) {
        return assertThrows(FailureException.class, call).failure().code();
    }

    private static <T> List<T> take(BlockingQueue<T> queue, int count) throws InterruptedException {
        List<T> taken = new ArrayList<>();
        while (taken.size() < count) {
            T next = queue.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("only " + taken.size() + " of " + count + " came");
            }
            taken.add(next);
        }
        return taken;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
