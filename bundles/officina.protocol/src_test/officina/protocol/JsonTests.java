// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import officina.api.error.FailureException;
import officina.api.json.JsonArray;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTests {

    @Test
    void any_value_survives_as_bytes_and_as_text() {
        ApiValues values = new ApiValues(new SplittableRandom(42));
        for (int i = 0; i < 2_000; i++) {
            JsonValue value = values.of(JsonValue.class);

            assertEquals(value, Json.parse(Json.bytes(value)));
            assertEquals(value, Json.parse(Json.text(value)));
        }
    }

    @Test
    void members_keep_their_order_and_are_written_on_one_line() {
        String text = "{\"z\":1,\"a\":[true,false,null,\"x\\ny\"],\"m\":{}}";

        assertEquals(text, Json.text(Json.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,",
                "{\"a\"",
                "{\"a\":}",
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "[,1]",
                "01",
                "+1",
                ".5",
                "1.",
                "1e",
                "NaN",
                "Infinity",
                "-Infinity",
                "[NaN]",
                "tru",
                "True",
                "nul",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "\"a\nb\"",
                "1 2",
                "{} {}",
                "[]]",
                "//x\n1",
                "/* x */ 1",
                "#x\n1",
                "1e99999999999",
                "\u00a01"
            })
    void what_is_not_json_is_malformed(String text) {
        assertMalformed(() -> Json.parse(text));
        assertMalformed(() -> Json.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytes_that_are_not_utf8_are_malformed() {
        byte[][] broken = {
            {(byte) 0x80},
            {(byte) 0xc0, (byte) 0xaf},
            {(byte) 0xc1, (byte) 0xbf},
            {(byte) 0xe0, (byte) 0x80, (byte) 0xaf},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xf0, (byte) 0x8f, (byte) 0xbf, (byte) 0xbf},
            {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            {(byte) 0xff},
            {(byte) 0xe2, (byte) 0x82},
            {(byte) 0xf0, (byte) 0x9f, (byte) 0x9a}
        };
        for (byte[] sequence : broken) {
            for (int padding = 0; padding < 10; padding++) {
                byte[] text = new byte[padding + sequence.length + 2];
                java.util.Arrays.fill(text, (byte) 'x');
                text[0] = '"';
                text[text.length - 1] = '"';
                System.arraycopy(sequence, 0, text, 1 + padding, sequence.length);

                FailureException failure = assertMalformed(() -> Json.parse(text));

                assertEquals(
                        "This cannot be read as JSON: it is not UTF-8 at byte " + (1 + padding) + ".",
                        failure.failure().message());
            }
        }
    }

    @Test
    void every_valid_code_point_is_accepted() {
        for (int point = 0x20; point <= Character.MAX_CODE_POINT; point++) {
            if (point != '"' && point != '\\' && (point < 0xd800 || point > 0xdfff)) {
                String text = Character.toString(point);
                assertEquals(new JsonText(text), Json.parse(("\"" + text + "\"").getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @Test
    void other_encodings_are_malformed() {
        assertMalformed(() -> Json.parse("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)));
        assertMalformed(() -> Json.parse("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE)));
        assertMalformed(() -> Json.parse("{\"a\":1}".getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void a_byte_order_mark_is_passed_over() {
        assertEquals(JsonObject.EMPTY, Json.parse("\uFEFF{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_member_twice_is_malformed_even_when_it_is_escaped() {
        assertMalformed(() -> Json.parse("{\"a\":1,\"b\":2,\"\\u0061\":3}"));
        assertMalformed(() -> Json.parse("[{\"\":1,\"\":null}]"));
        assertMalformed(() -> Json.parse("{\"a\":null,\"a\":null}"));
    }

    @Test
    void nesting_is_limited_without_a_stack_overflow() {
        String most = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);
        assertEquals(most, Json.text(Json.parse(most)));

        assertMalformed(() -> Json.parse("[" + most + "]"));
        assertMalformed(() -> Json.parse("[".repeat(1_000_000)));
        assertMalformed(() -> Json.parse("{\"a\":".repeat(1_000_000)));
        JsonValue deep = new JsonText("x");
        for (int i = 0; i < 100_000; i++) {
            deep = new JsonArray(List.of(deep));
        }
        JsonValue tooDeep = deep;
        assertMalformed(() -> Json.bytes(tooDeep));
    }

    @Test
    void numbers_are_exact() {
        for (String number : List.of(
                "0.1",
                "123456789012345678901234567890.123456789012345678901234567890",
                "9223372036854775807",
                "-9223372036854775808",
                "9223372036854775808",
                "1E-10",
                "-2.50",
                "1" + "0".repeat(999))) {
            JsonNumber parsed = (JsonNumber) Json.parse(number);

            assertEquals(0, new BigDecimal(number).compareTo(parsed.value()), number);
            assertEquals(parsed, Json.parse(Json.text(parsed)));
        }
    }

    @Test
    void whole_numbers_are_written_without_an_exponent() {
        assertEquals("[1000,0,-20,100000000000000000]", Json.text(Json.parse("[1e3,-0.0,-20,1e17]")));
    }

    @Test
    void a_number_that_could_eat_the_memory_is_malformed() {
        for (String number : List.of("1e999999999", "1e-999999999", "1e10001", "0e999999999", "1".repeat(1_001))) {
            assertMalformed(() -> Json.parse(number));
            assertMalformed(() -> Json.parse(number.getBytes(StandardCharsets.UTF_8)));
        }
        assertMalformed(() -> Json.bytes(new JsonNumber(new BigDecimal("1e999999999"))));
        assertEquals("1E+10000", Json.text(Json.parse("1e10000")));
        assertEquals(7, JsonObject.EMPTY.with("x", new BigDecimal("1e10000")).number("y", 7));
    }

    @Test
    void size_is_limited() {
        byte[] most = ("\"" + "x".repeat(Json.MAX_BYTES - 2) + "\"").getBytes(StandardCharsets.UTF_8);
        JsonValue value = Json.parse(most);
        assertEquals(most.length, Json.bytes(value).length);

        assertMalformed(() -> Json.parse(new byte[Json.MAX_BYTES + 1]));
        assertMalformed(() -> Json.parse(" ".repeat(Json.MAX_BYTES) + "1"));
        assertMalformed(() -> Json.bytes(new JsonText("x".repeat(Json.MAX_BYTES))));
        assertMalformed(() -> Json.parse("{\"" + "n".repeat(100_001) + "\":1}"));
        assertMalformed(() -> Json.parse("[" + "1,".repeat(2_000_000) + "1]"));
    }

    @Test
    void an_object_is_asked_for_and_something_else_comes() {
        assertEquals(JsonObject.EMPTY, Json.parseObject("{}"));
        assertEquals(JsonObject.EMPTY, Json.parseObject(new byte[] {'{', '}'}));
        assertMalformed(() -> Json.parseObject("[]"));
    }

    @Test
    void a_failure_never_quotes_what_was_read() {
        for (String text :
                List.of("{\"secret\":secret}", "secret", "\"secret", "{\"secret\":1,\"secret\":2}", "[1 secret]")) {
            FailureException failure = assertMalformed(() -> Json.parse(text));

            assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
            assertNull(failure.getCause());
        }
    }

    @Test
    void random_damage_gives_a_value_or_a_failure_and_nothing_else() {
        SplittableRandom random = new SplittableRandom(7);
        ApiValues values = new ApiValues(random);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = Json.bytes(values.of(JsonObject.class));
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                JsonValue value = Json.parse(bytes);
                assertEquals(value, Json.parse(Json.bytes(value)));
            } catch (FailureException malformed) {
                assertEquals("protocol.malformed", malformed.failure().code());
            }
        }
    }

    private static FailureException assertMalformed(org.junit.jupiter.api.function.Executable code) {
        FailureException failure = assertThrows(FailureException.class, code);
        assertEquals("protocol.malformed", failure.failure().code());
        return failure;
    }
}
