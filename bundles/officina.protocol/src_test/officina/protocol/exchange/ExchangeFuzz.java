// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.api.record.RecordQuery;
import officina.base.Threads;
import officina.protocol.rpc.LineReader;
import officina.protocol.rpc.RpcCodec;
import officina.protocol.rpc.RpcConnection;

/** What another process says that is lent something, and asked something. */
public final class ExchangeFuzz {

    private static final int MAX_LINE = 4_000;
    private static final Failure LOST = Failure.of("test.lost", ErrorKind.RESOURCE, "Gone.", null);
    private static final Contracts CONTRACTS = new Contracts();

    /** What is lent. */
    public interface Desk {

        List<String> sorted(List<String> words);

        JsonObject same(JsonObject object);

        boolean asks(RecordQuery query);

        String used(Supplier<String> word, Consumer<String> told);
    }

    private static final class Clerk implements Desk {

        @Override
        public List<String> sorted(List<String> words) {
            return words.stream().sorted().toList();
        }

        @Override
        public JsonObject same(JsonObject object) {
            return object;
        }

        @Override
        public boolean asks(RecordQuery query) {
            return query.equals(query);
        }

        @Override
        public String used(Supplier<String> word, Consumer<String> told) {
            told.accept("before");
            return word.get();
        }
    }

    private ExchangeFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws InterruptedException {
        try (SocketChannel nobody = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            Exchange exchange = new Exchange(new RpcConnection(nobody, "fuzz", LOST), CONTRACTS, "fuzz-call", LOST);
            exchange.lend(Desk.class, new Clerk());
            Desk other = exchange.borrow(Desk.class);
            Thread asks = Threads.start("asks", () -> {
                try {
                    other.sorted(List.of("b", "a"));
                } catch (FailureException _) {
                    // refused, or nothing more came
                }
            });
            try {
                LineReader lines = new LineReader(Channels.newChannel(new ByteArrayInputStream(data)), MAX_LINE);
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    exchange.received(RpcCodec.decode(line));
                }
            } catch (FailureException _) {
                // what ends the connection
            }
            exchange.end();
            asks.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                bytes("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"object.call\",\"params\":{\"object\":0,"
                        + "\"method\":\"sorted\",\"with\":[[\"b\",\"a\"]]}}\n"
                        + "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":[\"a\"]}\n"),
                bytes("{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"object.call\",\"params\":{\"object\":0,"
                        + "\"method\":\"used\",\"with\":[3,4]}}\n"
                        + "{\"jsonrpc\":\"2.0\",\"method\":\"object.cancel\",\"params\":{\"id\":\"x\"}}\n"),
                bytes("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"object.call\",\"params\":{\"object\":0,"
                        + "\"method\":\"asks\",\"with\":[{\"kind\":\"todo\",\"filters\":[],\"limit\":10}]}}\n"),
                bytes("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"object.call\",\"params\":{\"object\":0,"
                        + "\"method\":\"same\",\"with\":[{\"a\":[1,null,{}]}]}}\n"
                        + "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"No\"}}\n"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
