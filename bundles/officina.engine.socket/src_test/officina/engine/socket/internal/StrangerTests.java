// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import officina.engine.remote.RemoteEngine;
import officina.engine.wire.SocketPlace;
import officina.protocol.rpc.RpcCodec;
import officina.protocol.rpc.RpcError;
import officina.protocol.rpc.RpcMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who gets in, where the socket is, and what becomes of those who do not speak the protocol. */
class StrangerTests extends AttachFixture {

    @Test
    void another_user_is_refused() throws Exception {
        UserPrincipal nobody =
                FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        server.close();
        server = EngineServer.open(engine.served(), data, "1", SocketPlace.prepare(data, System.getenv()), nobody);

        assertEquals(
                "engine.foreign-user",
                codeOf(() -> RemoteEngine.attach(data, "1").close()));
        try (RawClient client = new RawClient(socket())) {
            assertEquals("engine.foreign-user", client.refusal());
            assertEquals(null, client.next());
        }
    }

    /** With the modes taken away that keep others out: the engine asks the system who is there. */
    @Test
    void a_program_of_another_user_hears_nothing_but_that_it_is_refused() throws Exception {
        Path classes = Path.of(ForeignUser.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "only root can be another user, by setpriv");
        assumeTrue(
                asNobody("test", "-r", classes.resolve("officina").toString()).waitFor() == 0,
                "another user may not read the classes of this test");
        Path socket = socket();
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        for (Path folder = data;
                folder != null && !folder.equals(Path.of(System.getProperty("java.io.tmpdir")));
                folder = folder.getParent()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assumeTrue(
                asNobody("test", "-w", socket.toString()).waitFor() == 0,
                "another user cannot get to the folder of this test");
        Process stranger = asNobody(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes.toString(),
                ForeignUser.class.getName(),
                socket.toString());
        byte[] heard = stranger.getInputStream().readAllBytes();
        assertEquals(0, stranger.waitFor());
        RpcMessage message = RpcCodec.decode(Arrays.copyOf(heard, heard.length - 1));
        assertEquals(
                "engine.foreign-user",
                assertInstanceOf(RpcMessage.Refusal.class, message)
                        .error()
                        .failure()
                        .code());
    }

    private static Process asNobody(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS).execute(process::destroyForcibly);
        return process;
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
        server = EngineServer.open(engine.served(), data, "1");
        RemoteEngine.attach(data, "1").close();
    }

    /** A process that was stopped: the system takes the connection for it, and nobody answers. */
    @Test
    @Timeout(60)
    void an_engine_that_does_not_greet_is_not_waited_for_without_end() throws Exception {
        server.close();
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(SocketPlace.prepare(data, System.getenv())));
            assertEquals(
                    "engine.connection-lost",
                    codeOf(() -> RemoteEngine.attach(data, "1").close()));
        }
    }

    @Test
    void a_folder_with_a_long_path_is_attached_to_as_well() throws Exception {
        Path deep = Files.createDirectories(data.resolve("d".repeat(90)).resolve("e".repeat(90)));
        try (EngineServer _ = EngineServer.open(engine.served(), deep, "far");
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
            for (String params : List.of(
                    "{\"subscription\":1}",
                    "{\"subscription\":1,\"session\":null}",
                    "{\"subscription\":1,\"session\":7}")) {
                client.send(request(5, "sessions.subscribe", params));
                assertEquals(RpcError.INVALID_PARAMS, client.error().code());
            }
            client.send(request(6, "runs.await", "{\"run\":null}"));
            assertEquals(RpcError.INVALID_PARAMS, client.error().code());
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
}
