// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import officina.api.event.EventEnvelope;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.AccessRecord;
import officina.api.permission.Grant;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.api.record.RecordKind;
import officina.api.record.RecordQuery;
import officina.api.record.SessionInfo;
import officina.api.record.SessionKind;
import officina.core.plugin.Grants;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.PluginInfo;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.net.NetGate;
import officina.core.run.RunPhase;
import officina.engine.internal.Bench;
import officina.engine.internal.record.RecordWriter;
import officina.host.pool.HostNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A program at the socket that a plug-in's process is handed, and what the journal says of it. */
@Timeout(60)
class PluginNetworkTests {

    private static final PluginId ONE = new PluginId("agent.one");
    private static final PluginId OTHER = new PluginId("agent.other");
    private static final RecordId PROJECT = new RecordId(new UUID(7, 7));

    private final Bench bench = new Bench();
    private final Grants grants = new Grants();
    private final RecordWriter writer = new RecordWriter(bench.log, bench.store, () -> Instant.EPOCH);
    private ServerSocket server;
    /** The paths of sockets are short. */
    private Path folder;

    private HostNetwork.Way way;

    @BeforeEach
    void open() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "o");
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        NetGate gate = new NetGate(new PermissionBroker(grants), host -> {
            throw new UnknownHostException(host);
        });
        way = new PluginNetwork(gate, grants, bench.log, writer, PROJECT, () -> Instant.EPOCH)
                .of(new PluginManifest("sample", "1.0.0", List.of(asking(ONE), asking(OTHER)), List.of()))
                .open(folder);
    }

    private static PluginManifest.Declared asking(PluginId plugin) {
        Permission any = new Permission(PermissionType.NET_CONNECT, Permission.ANY);
        return new PluginManifest.Declared(
                new PluginInfo(
                        plugin,
                        PluginInfo.AGENT,
                        "1.0",
                        "sample",
                        "",
                        false,
                        List.of(new PermissionRequest(any, "To fetch.", true)),
                        List.of()),
                null);
    }

    @AfterEach
    void close() throws IOException {
        way.close();
        bench.close();
        server.close();
        Files.delete(folder);
    }

    @Test
    void each_connection_and_each_refusal_is_written_down_in_the_name_of_whose_it_is() throws Exception {
        allow(OTHER, GrantScope.ALWAYS, null);
        try (SocketChannel program = program()) {
            assertEquals("HTTP/1.1 200", asked(program, here()));
        }
        try (SocketChannel program = program()) {
            assertEquals("HTTP/1.1 403", asked(program, "169.254.169.254:80"));
        }
        way.close();

        Permission connect = new Permission(PermissionType.NET_CONNECT, here());
        assertTrue(
                logged().containsAll(List.<RunEvent>of(
                        new RunEvent.AccessUsed(new AccessRecord(OTHER, connect, "CONNECT", here())),
                        new RunEvent.AccessUsed(
                                new AccessRecord(OTHER, connect, "end", here() + " closed, sent 0, received 0")),
                        new RunEvent.AccessDenied(new AccessRecord(
                                ONE,
                                new Permission(PermissionType.NET_CONNECT, "169.254.169.254:80"),
                                "CONNECT",
                                "169.254.169.254:80")))),
                () -> logged().toString());
        assertEquals(
                List.of(new SessionInfo("Connections of sample 1970-01", PROJECT, SessionKind.BATCH)),
                bench.store.list(RecordQuery.all(RecordKind.SESSION)).stream()
                        .map(each -> SessionInfo.from(each.fields()))
                        .toList());
        EventEnvelope last = bench.disk.readAll(1, 100).getLast();
        assertEquals(
                RunPhase.DONE,
                Objects.requireNonNull(bench.log.state(last.session()).run(last.run()))
                        .phase());
    }

    @Test
    void what_was_granted_for_a_project_is_for_what_is_done_in_it() throws Exception {
        allow(ONE, GrantScope.PROJECT, PROJECT.value());
        try (SocketChannel program = program()) {
            assertEquals("HTTP/1.1 403", asked(program, here()));
        }
    }

    @Test
    void nothing_is_written_of_a_process_that_connects_to_nothing() {
        way.close();
        assertEquals(0, bench.disk.lastPosition());
    }

    @Test
    void its_end_ends_what_is_under_way() throws Exception {
        allow(ONE, GrantScope.ALWAYS, null);
        try (SocketChannel program = program()) {
            assertEquals("HTTP/1.1 200", asked(program, here()));
            way.close();
            ByteBuffer rest = ByteBuffer.allocate(1_000);
            while (program.read(rest) >= 0) {
                // what is left of the answer
            }
        }
        assertFalse(Files.exists(way.socket()));
    }

    private List<RunEvent> logged() {
        return bench.disk.readAll(1, 100).stream().map(EventEnvelope::event).toList();
    }

    private SocketChannel program() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(way.socket()));
    }

    private static String asked(SocketChannel program, String place) throws IOException {
        program.write(ByteBuffer.wrap(
                ("CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
        ByteBuffer head = ByteBuffer.allocate("HTTP/1.1 200".length());
        while (head.hasRemaining() && program.read(head) >= 0) {
            // until it is full
        }
        return new String(head.array(), StandardCharsets.US_ASCII);
    }

    private String here() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void allow(PluginId plugin, GrantScope scope, UUID owner) {
        grants.hold(
                new RecordId(UUID.randomUUID()),
                new Grant(plugin, new Permission(PermissionType.NET_CONNECT, here()), scope, owner, Instant.EPOCH));
    }
}
