// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.permission.AccessRecord;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.base.Threads;
import officina.core.plugin.AccessLog;
import officina.core.plugin.AccessScope;
import officina.core.plugin.Grants;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.net.NetGate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program at the proxy's socket, and a real server that it wants to reach; what gets there is counted. */
@Timeout(60)
class ConnectProxyTests implements AccessLog {

    private static final PluginId PLUGIN = new PluginId("agent.sample");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final ProxyLimits PATIENT = new ProxyLimits(4, 1 << 20, 4 << 20, LONG, LONG, LONG);

    private final Grants grants = new Grants();
    private final PermissionBroker broker = new PermissionBroker(grants);
    private final Map<String, List<String>> names = new HashMap<>();
    private final NetGate gate = new NetGate(broker, this::find);
    private final BlockingQueue<String> logged = new LinkedBlockingQueue<>();
    private final AtomicInteger reached = new AtomicInteger();

    /** The paths of sockets are short. */
    private Path folder;

    private ServerSocket server;
    private ConnectProxy proxy;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "o");
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Threads.start("echo", this::echo);
        with(PATIENT);
    }

    private void with(ProxyLimits limits) throws IOException {
        if (proxy != null) {
            proxy.close();
        }
        AccessScope scope = new AccessScope(PLUGIN, new RunId(new UUID(1, 1)), new RecordId(new UUID(2, 2)), this);
        proxy = ConnectProxy.open(folder, new GrantedTunnels(gate, scope), limits);
    }

    @AfterEach
    void end() throws IOException {
        proxy.close();
        server.close();
        Files.delete(folder);
    }

    @Test
    void a_granted_server_is_reached_and_its_bytes_pass_as_they_are() throws Exception {
        allow(here());
        try (SocketChannel program = program()) {
            assertEquals("HTTP/1.1 200 Connection established\r\n\r\n", Words.asks(program, connect(here())));
            Words.write(program, "\u0016\u0003\u0001 hello\r\n\r\nGET http://127.0.0.1/ HTTP/1.1\r\n\r\n");
            program.shutdownOutput();
            assertEquals("\u0016\u0003\u0001 hello\r\n\r\nGET http://127.0.0.1/ HTTP/1.1\r\n\r\n", Words.rest(program));
        }
        assertEquals("used net.connect " + here() + ": CONNECT " + here(), logged.take());
        assertEquals("used net.connect " + here() + ": end " + here() + " closed, sent 47, received 47", logged.take());
        assertEquals(1, reached.get());
    }

    @Test
    void what_was_not_granted_is_not_reached() throws Exception {
        allow("example.org:443");
        assertRefused("403 Forbidden", connect(here()));
        assertEquals("denied net.connect " + here() + ": CONNECT " + here(), logged.take());
        assertNobodyCame();
    }

    @Test
    void a_grant_for_any_host_is_for_no_private_one() throws Exception {
        allow("*");
        int port = server.getLocalPort();
        for (String place : List.of(
                here(),
                "localhost:" + port,
                "[::1]:" + port,
                "[::ffff:127.0.0.1]:" + port,
                "0.0.0.0:" + port,
                "169.254.169.254:80",
                "metadata.google.internal:80")) {
            names.put("localhost", new ArrayList<>(List.of("127.0.0.1")));
            names.put("metadata.google.internal", new ArrayList<>(List.of("169.254.169.254")));
            assertRefused("403 Forbidden", connect(place));
            assertTrue(logged.take().startsWith("denied "), place);
        }
        assertNobodyCame();
    }

    @Test
    void a_granted_name_that_leads_to_a_private_address_is_refused() throws Exception {
        String place = "evil.example:" + server.getLocalPort();
        allow(place);
        names.put("evil.example", new ArrayList<>(List.of("127.0.0.1")));
        assertRefused("403 Forbidden", connect(place));
        assertNobodyCame();
    }

    @Test
    void a_name_that_turns_to_a_private_address_gains_nothing() throws Exception {
        String place = "evil.example:" + server.getLocalPort();
        allow(place);
        with(new ProxyLimits(4, 1 << 20, 4 << 20, LONG, SHORT, LONG));
        // an address of tests where nobody is, then this machine: nobody asks a second time
        names.put("evil.example", new ArrayList<>(List.of("240.0.0.1", "127.0.0.1")));
        assertRefused("403 Forbidden", connect(place));
        assertEquals(List.of("127.0.0.1"), names.get("evil.example"));
        assertRefused("403 Forbidden", connect(place));
        assertNobodyCame();
    }

    @Test
    void a_server_that_leads_elsewhere_leads_to_another_question() throws Exception {
        allow(here());
        try (SocketChannel program = program();
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals("HTTP/1.1 200 Connection established\r\n\r\n", Words.asks(program, connect(here())));
            String elsewhere = "127.0.0.1:" + other.getLocalPort();
            // within the tunnel it is the server that hears it
            Words.write(program, connect(elsewhere));
            assertEquals(
                    connect(elsewhere), Words.read(program, connect(elsewhere).length()));
            assertRefused("403 Forbidden", connect(elsewhere));
        }
    }

    @Test
    void requests_of_other_forms_go_nowhere() throws Exception {
        allow(here());
        Map<String, String> answers = Map.of(
                "GET http://" + here() + "/ HTTP/1.1\r\nHost: " + here() + "\r\n\r\n",
                "405 Method Not Allowed",
                "GET / HTTP/1.1\r\nHost: " + here() + "\r\n\r\n",
                "405 Method Not Allowed",
                connect(here()) + "GET / HTTP/1.1\r\n\r\n",
                "400 Bad Request",
                "CONNECT " + here() + " HTTP/1.1\r\nA: " + "b".repeat(9_000) + "\r\n\r\n",
                "431 Request Header Fields Too Large",
                "CONNECT " + here() + " HTTP/1.1\n\n\r\n\r\n",
                "400 Bad Request",
                "CONNECT me@" + here() + " HTTP/1.1\r\n\r\n",
                "400 Bad Request");
        for (Map.Entry<String, String> each : answers.entrySet()) {
            assertRefused(each.getValue(), each.getKey());
            assertEquals("denied net.connect *: CONNECT " + each.getValue(), logged.take());
        }
        assertNobodyCame();
    }

    @Test
    void nothing_of_a_second_request_is_answered_after_a_refusal() throws Exception {
        allow(here());
        try (SocketChannel program = program()) {
            assertTrue(Words.asks(program, connect("example.org:443")).startsWith("HTTP/1.1 403"));
            assertEquals("", Words.rest(program));
            assertThrows(IOException.class, () -> {
                Words.write(program, connect(here()));
                Words.write(program, connect(here()));
            });
        }
        assertNobodyCame();
    }

    @Test
    void a_request_that_does_not_come_to_its_end_is_not_waited_for() throws Exception {
        with(new ProxyLimits(4, 1 << 20, 4 << 20, SHORT, LONG, LONG));
        try (SocketChannel program = program()) {
            Words.write(program, "CONNECT " + here() + " HTTP/1.1\r\nA:");
            assertEquals("", Words.rest(program));
        }
        assertEquals("denied net.connect *: CONNECT no whole request in time", logged.take());
    }

    @Test
    void a_connection_that_carries_nothing_ends() throws Exception {
        allow(here());
        with(new ProxyLimits(4, 1 << 20, 4 << 20, LONG, LONG, SHORT));
        try (SocketChannel program = program()) {
            Words.asks(program, connect(here()));
            assertEquals("", Words.rest(program));
        }
        logged.take();
        assertEquals("used net.connect " + here() + ": end " + here() + " idle, sent 0, received 0", logged.take());
    }

    @Test
    void more_bytes_than_are_allowed_end_the_connection() throws Exception {
        allow(here());
        with(new ProxyLimits(4, 1_000, 4 << 20, LONG, LONG, LONG));
        try (SocketChannel program = program()) {
            Words.asks(program, connect(here()));
            Words.write(program, "x".repeat(1_001));
            assertEquals("", Words.rest(program));
        }
        logged.take();
        assertTrue(logged.take().contains(" too much, "));
    }

    @Test
    void all_connections_together_are_bounded_too() throws Exception {
        allow(here());
        with(new ProxyLimits(4, 1_000, 1_500, LONG, LONG, LONG));
        assertEquals("x".repeat(400), through("x".repeat(400)));
        assertEquals("", through("x".repeat(800)));
        assertEquals("", through("x"));
    }

    @Test
    void no_more_connections_are_taken_than_are_allowed_until_one_ends() throws Exception {
        allow(here());
        with(new ProxyLimits(1, 1 << 20, 4 << 20, LONG, LONG, LONG));
        try (SocketChannel first = program();
                SocketChannel second = program()) {
            Words.asks(first, connect(here()));
            Words.write(second, connect(here()));
            second.configureBlocking(false);
            assertEquals(0, second.read(ByteBuffer.allocate(1)));
            second.configureBlocking(true);
            first.close();
            assertTrue(Words.read(second, 12).startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    void it_ends_with_all_connections_and_leaves_nothing_behind() throws Exception {
        allow(here());
        SocketChannel program = program();
        Words.asks(program, connect(here()));

        proxy.close();

        assertEquals("", Words.rest(program));
        assertEquals(2, logged.size(), "what it was is written down");
        assertFalse(Files.exists(proxy.path()));
        assertThrows(IOException.class, this::program);
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
        program.close();
    }

    private String through(String words) throws IOException {
        try (SocketChannel program = program()) {
            if (!Words.asks(program, connect(here())).startsWith("HTTP/1.1 200")) {
                return "refused";
            }
            Words.write(program, words);
            program.shutdownOutput();
            return Words.rest(program);
        }
    }

    private void assertRefused(String answer, String request) throws IOException {
        try (SocketChannel program = program()) {
            Words.write(program, request);
            assertEquals(
                    "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                    Words.rest(program),
                    request);
        }
    }

    private void assertNobodyCame() {
        assertEquals(0, reached.get());
    }

    private SocketChannel program() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(proxy.path()));
    }

    private String here() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private static String connect(String place) {
        return "CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n\r\n";
    }

    private void echo() {
        while (true) {
            try {
                Socket socket = server.accept();
                reached.incrementAndGet();
                Threads.start("echo", () -> {
                    try (socket) {
                        socket.getInputStream().transferTo(socket.getOutputStream());
                    } catch (IOException gone) {
                        // so it is
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }

    private List<InetAddress> find(String host) throws UnknownHostException {
        @Nullable List<String> known = names.get(host);
        if (known == null || known.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.ofLiteral(known.removeFirst()));
    }

    private void allow(String place) {
        grants.hold(
                new RecordId(UUID.randomUUID()),
                new Grant(
                        PLUGIN,
                        new Permission(PermissionType.NET_CONNECT, place),
                        GrantScope.ALWAYS,
                        null,
                        Instant.EPOCH));
    }

    @Override
    public void used(AccessRecord access) {
        logged.add("used " + access.permission() + ": " + access.action() + " " + access.resource());
    }

    @Override
    public void denied(AccessRecord access) {
        logged.add("denied " + access.permission() + ": " + access.action() + " " + access.resource());
    }
}
