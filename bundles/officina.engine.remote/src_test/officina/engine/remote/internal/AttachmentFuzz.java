// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.base.Threads;
import officina.engine.wire.WireFailures;
import officina.protocol.rpc.LineReader;
import officina.protocol.rpc.RpcCodec;
import officina.protocol.rpc.RpcConnection;

/** Any bytes as what an engine says to a client that waits for an answer. Run by {@code releng/scripts/fuzz}. */
public final class AttachmentFuzz {

    private static final int MAX_LINE = 4_000;

    private AttachmentFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws InterruptedException {
        try (SocketChannel nobody = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Attachment attachment = new Attachment(
                    new RpcConnection(nobody, "fuzz", WireFailures.connectionLost()), () -> {}, () -> {});
            Thread asks = Threads.start("asks", () -> {
                try {
                    attachment.call("runs.list", JsonObject.EMPTY);
                } catch (FailureException _) {
                    // refused, or nothing more came
                }
            });
            try {
                LineReader lines = new LineReader(Channels.newChannel(new ByteArrayInputStream(data)), MAX_LINE);
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    attachment.received(RpcCodec.decode(line));
                }
            } catch (FailureException _) {
                // what ends the connection
            }
            attachment.ended();
            asks.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                bytes("{\"jsonrpc\":\"2.0\",\"method\":\"result.part\",\"params\":{\"id\":1,\"items\":[1,2]}}\n"
                        + "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[3]}\n"),
                bytes(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"request.progress\",\"params\":{\"id\":1,\"done\":1,\"all\":2}}\n"
                                + "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"No\"}}\n"),
                bytes(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"subscription.event\",\"params\":{\"subscription\":1,\"event\":{}}}\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
