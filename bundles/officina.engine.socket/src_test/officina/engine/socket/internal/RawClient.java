// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.socket.internal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import officina.protocol.rpc.LineReader;
import officina.protocol.rpc.RpcCodec;
import officina.protocol.rpc.RpcError;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;

/** A client that may send anything, and read or not. */
final class RawClient implements AutoCloseable {

    static final String HELLO = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"engine.attach\",\"params\":"
            + "{\"minProtocol\":1,\"maxProtocol\":1,\"program\":\"test\"}}\n";

    private static final long LIMIT_SECONDS = 20;

    final SocketChannel channel;
    private final LineReader lines;

    RawClient(Path socket) throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        lines = new LineReader(channel, RpcCodec.MAX_LINE);
    }

    static RawClient attached(Path socket) throws Exception {
        RawClient client = new RawClient(socket);
        client.send(HELLO);
        client.result();
        return client;
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** The next message; {@code null} when the engine has closed the connection. */
    @Nullable
    RpcMessage next() throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        byte[] line = lines.next();
                        return line == null ? null : RpcCodec.decode(line);
                    } catch (IOException e) {
                        return null;
                    }
                })
                .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    RpcMessage.Result result() throws Exception {
        return (RpcMessage.Result) Objects.requireNonNull(next(), "an answer was expected");
    }

    String refusal() throws Exception {
        return error().failure().code();
    }

    RpcError error() throws Exception {
        return ((RpcMessage.Refusal) Objects.requireNonNull(next(), "an answer was expected")).error();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
