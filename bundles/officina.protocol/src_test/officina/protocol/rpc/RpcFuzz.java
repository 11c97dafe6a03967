// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import officina.api.error.FailureException;

/** Any bytes as what comes through the socket: lines, and messages in them. Run by {@code releng/scripts/fuzz}. */
public final class RpcFuzz {

    private static final int MAX_LINE = 4_000;

    private RpcFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        LineReader reader = new LineReader(Channels.newChannel(new ByteArrayInputStream(data)), MAX_LINE);
        try {
            for (byte[] line = reader.next(); line != null; line = reader.next()) {
                message(RpcCodec.decode(line));
            }
        } catch (FailureException _) {
            if (data.length <= MAX_LINE) {
                throw new AssertionError("a line that is short enough was refused");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        message(RpcCodec.decode(data));
    }

    private static void message(RpcMessage message) {
        if (message instanceof RpcMessage.Broken) {
            return;
        }
        byte[] line = RpcCodec.encode(message);
        if (!RpcCodec.decode(Arrays.copyOf(line, line.length - 1)).equals(message)) {
            throw new AssertionError("not the same when written and read again: " + message.getClass());
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                bytes("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"engine.attach\",\"params\":{\"minProtocol\":1}}\n"),
                bytes("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"result\":[1]}\n{\"jsonrpc\":\"2.0\",\"method\":\"x\"}\n"),
                bytes("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"No\",\"data\":"
                        + "{\"code\":\"a.b\",\"kind\":\"internal\",\"message\":\"No\"}}}\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
