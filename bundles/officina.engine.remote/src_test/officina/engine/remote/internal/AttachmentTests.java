// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import officina.api.error.FailureException;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.base.Threads;
import officina.engine.wire.WireFailures;
import officina.protocol.rpc.RpcCodec;
import officina.protocol.rpc.RpcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an engine says to a client that waits for the answer to its first request. */
class AttachmentTests {

    private final CompletableFuture<JsonValue> answer = new CompletableFuture<>();
    private SocketChannel nobody;
    private Attachment attachment;

    @BeforeEach
    void ask() throws IOException, InterruptedException {
        nobody = SocketChannel.open(StandardProtocolFamily.UNIX);
        RpcConnection connection = new RpcConnection(nobody, "test", WireFailures.connectionLost());
        attachment = new Attachment(connection, () -> {}, () -> {});
        Threads.start("asks", () -> {
            try {
                answer.complete(attachment.call("runs.list", JsonObject.EMPTY));
            } catch (FailureException e) {
                answer.completeExceptionally(e);
            }
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (connection.queuedBytes() == 0) {
            assertFalse(System.nanoTime() > end, "nothing was asked");
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void close() throws IOException {
        attachment.ended();
        nobody.close();
    }

    @Test
    void a_result_in_parts_is_put_together() throws Exception {
        says("{\"jsonrpc\":\"2.0\",\"method\":\"result.part\",\"params\":{\"id\":1,\"items\":[1,2]}}");
        says("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[3]}");
        assertEquals(
                3,
                assertInstanceOf(JsonArray.class, answer.get(30, TimeUnit.SECONDS))
                        .items()
                        .size());
    }

    @Test
    void parts_of_what_is_no_list_are_refused() {
        says("{\"jsonrpc\":\"2.0\",\"method\":\"result.part\",\"params\":{\"id\":1,\"items\":[1,2]}}");
        says("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}");
        assertEquals("internal.unexpected", failed());
    }

    @Test
    void what_is_told_of_a_request_that_nobody_made_changes_nothing() throws Exception {
        for (String id : List.of("[1,2]", "true", "\"one\"", "1.5e300", "{}", "null", "7")) {
            says("{\"jsonrpc\":\"2.0\",\"method\":\"result.part\",\"params\":{\"id\":" + id + ",\"items\":[1]}}");
            says("{\"jsonrpc\":\"2.0\",\"method\":\"request.progress\",\"params\":{\"id\":" + id + ",\"done\":1}}");
        }
        says("{\"jsonrpc\":\"2.0\",\"method\":\"result.part\",\"params\":{\"items\":[1]}}");
        says("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[3]}");
        assertEquals(
                1,
                assertInstanceOf(JsonArray.class, answer.get(30, TimeUnit.SECONDS))
                        .items()
                        .size());
    }

    @Test
    void what_waits_is_told_when_nothing_more_comes() {
        attachment.ended();
        assertEquals("engine.connection-lost", failed());
        assertFalse(attachment.isOpen());
    }

    private void says(String line) {
        attachment.received(RpcCodec.decode(line.getBytes(StandardCharsets.UTF_8)));
    }

    private String failed() {
        ExecutionException e = assertThrows(ExecutionException.class, () -> answer.get(30, TimeUnit.SECONDS));
        return assertInstanceOf(FailureException.class, e.getCause()).failure().code();
    }
}
