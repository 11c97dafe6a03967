// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.protocol.Json;
import officina.protocol.rpc.RpcMessage.Broken;
import officina.protocol.rpc.RpcMessage.Notification;
import officina.protocol.rpc.RpcMessage.Refusal;
import officina.protocol.rpc.RpcMessage.Request;
import officina.protocol.rpc.RpcMessage.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RpcTests {

    private static final int DAMAGES = Boolean.getBoolean("officina.long") ? 500_000 : 10_000;

    private static final Failure FAILURE = Failure.of("run.missing", ErrorKind.USER, "There is none.", "Look.");

    /** A stream that gives few bytes at a time, as a socket may. */
    private static final class Drips extends InputStream {
        private final InputStream in;
        private final SplittableRandom random = new SplittableRandom(1);

        Drips(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, Math.min(length, 1 + random.nextInt(40)));
        }
    }

    static Stream<RpcMessage> messages() {
        return Stream.of(
                new Request(RpcId.of(1), "runs.start", JsonObject.EMPTY.with("a", 1)),
                new Request(new RpcId(new JsonText("two")), "runs.start", JsonObject.EMPTY),
                new Notification("$/part", JsonObject.EMPTY.with("text", "two\nlines")),
                new Result(RpcId.of(Long.MAX_VALUE), JsonValue.of(List.of(1, 2))),
                new Result(RpcId.of(3), JsonNull.NULL),
                new Refusal(RpcId.of(4), RpcError.of(FAILURE)),
                new Refusal(null, RpcError.unknownMethod()));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_survives_its_line(RpcMessage message) throws IOException {
        byte[] line = new LineReader(Channels.newChannel(new Drips(RpcCodec.encode(message))), 1_000).next();

        assertEquals(message, RpcCodec.decode(assertNotNullLine(line)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Xylophon | -32700",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"Xylophon | -32700",
                "[] | -32600",
                "17 | -32600",
                "{} | -32600",
                "{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"Xylophon\"} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":[],\"method\":\"Xylophon\"} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\",\"params\":[1]} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":1,\"error\":{\"code\":1}} | -32600",
                "{\"jsonrpc\":\"2.0\",\"id\":1} | -32600",
                "{\"jsonrpc\":\"2.0\",\"result\":1} | -32600"
            })
    void what_is_no_message_gets_its_answer_without_being_quoted(String line, int code) {
        Broken broken = assertInstanceOf(Broken.class, decode(line));

        assertEquals(code, broken.answer().error().code());
        assertEquals("protocol.malformed", broken.answer().error().failure().code());
        assertFalse(broken.answer().error().failure().message().contains("Xylophon"));
    }

    @Test
    void a_refusal_without_a_failure_is_still_one() {
        Refusal refusal = assertInstanceOf(
                Refusal.class,
                decode("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":\"Method not found\"}}"));

        assertEquals("protocol.refused", refusal.error().failure().code());
        assertEquals(RpcError.UNKNOWN_METHOD, refusal.error().code());
    }

    @Test
    void nesting_beyond_the_limit_is_broken_and_costs_no_stack() {
        for (int depth : new int[] {400, 1_000_000}) {
            assertInstanceOf(
                    Broken.class,
                    decode("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\",\"params\":" + "{\"a\":".repeat(depth) + "1"
                            + "}".repeat(depth + 1)));
        }
    }

    @Test
    void random_bytes_and_torn_messages_are_broken_or_messages_but_never_a_crash() {
        SplittableRandom random = new SplittableRandom(5);
        byte[] good = RpcCodec.encode(new Request(
                RpcId.of(1),
                "runs.start",
                Json.parseObject("{\"message\":{\"role\":\"user\",\"parts\":[{\"a\":null}]}}")));
        for (int i = 0; i < DAMAGES; i++) {
            byte[] bytes;
            if (random.nextBoolean()) {
                bytes = new byte[random.nextInt(200)];
                random.nextBytes(bytes);
            } else {
                bytes = Arrays.copyOf(good, 1 + random.nextInt(good.length));
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            RpcMessage message = RpcCodec.decode(bytes);
            assertNotNull(RpcCodec.encode(message));
        }
    }

    @Test
    void ten_thousand_small_lines_come_out_as_they_went_in() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 10_000; i++) {
            bytes.write(RpcCodec.encode(new Notification("tick", JsonObject.EMPTY.with("n", i))));
            bytes.write('\n');
        }
        LineReader lines = new LineReader(Channels.newChannel(new Drips(bytes.toByteArray())), 100);
        for (int i = 0; i < 10_000; i++) {
            assertEquals(
                    new Notification("tick", JsonObject.EMPTY.with("n", i)),
                    RpcCodec.decode(assertNotNullLine(lines.next())));
        }
        assertNull(lines.next());
    }

    @Test
    void lines_of_any_length_up_to_the_limit_are_read_and_longer_ones_refused() throws IOException {
        SplittableRandom random = new SplittableRandom(6);
        int limit = 100_000;
        byte[] longest = new byte[limit];
        Arrays.fill(longest, (byte) 'x');
        for (int i = 0; i < 200; i++) {
            byte[] first = Arrays.copyOf(longest, 1 + random.nextInt(limit));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(first);
            bytes.write('\n');
            bytes.write(longest);
            bytes.write('\n');
            bytes.write('y');
            bytes.write('\n');
            bytes.write(longest);
            bytes.write('x');
            LineReader lines =
                    new LineReader(Channels.newChannel(new ByteArrayInputStream(bytes.toByteArray())), limit);
            assertArrayEquals(first, lines.next());
            assertArrayEquals(longest, lines.next());
            assertArrayEquals(new byte[] {'y'}, lines.next());
            FailureException refused = assertThrows(FailureException.class, lines::next);
            assertEquals("protocol.line-too-long", refused.failure().code());
        }
    }

    @Test
    void a_line_that_is_torn_off_is_dropped() throws IOException {
        LineReader lines = new LineReader(
                Channels.newChannel(new ByteArrayInputStream("{}\n{\"json".getBytes(StandardCharsets.UTF_8))), 100);

        assertArrayEquals("{}".getBytes(StandardCharsets.UTF_8), lines.next());
        assertNull(lines.next());
    }

    private static byte[] assertNotNullLine(byte[] line) {
        assertNotNull(line, "the stream ended early");
        return line;
    }

    private static RpcMessage decode(String line) {
        return RpcCodec.decode(line.getBytes(StandardCharsets.UTF_8));
    }
}
