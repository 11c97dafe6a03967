// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.RunId;
import officina.api.id.SessionId;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import org.junit.jupiter.api.Test;

final class EventCodecTests {

    private static final int DAMAGES = Boolean.getBoolean("officina.long") ? 200_000 : 4_000;

    private static final String ENVELOPE = "{\"schema\":%d,\"session\":\"00000000-0000-0000-0000-00000000000a\","
            + "\"run\":\"00000000-0000-0000-0000-00000000000b\",\"seq\":7,\"position\":1000,"
            + "\"at\":\"2026-12-12T09:30:00.000000001Z\",\"origin\":\"user=>agent.task\",%s}";

    @Test
    void every_kind_of_event_survives_the_wire_with_any_content() {
        for (Class<?> type : RunEvent.class.getPermittedSubclasses()) {
            ApiValues values = new ApiValues(new SplittableRandom(type.getName().hashCode()));
            for (int i = 0; i < 200; i++) {
                EventEnvelope before = values.envelope((RunEvent) values.of(type));

                EventEnvelope after = EventCodec.decode(EventCodec.encode(before));

                assertEquals(before, after);
            }
        }
    }

    @Test
    void every_kind_of_event_has_a_name_of_its_own() {
        ApiValues values = new ApiValues(new SplittableRandom(1));
        Set<String> names = new HashSet<>();
        for (Class<?> type : RunEvent.class.getPermittedSubclasses()) {
            names.add(EventCodec.wireName((RunEvent) values.of(type)));
        }

        Set<String> known = Arrays.stream(EventTypes.class.getFields())
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .collect(Collectors.toSet());
        names.removeIf(name -> name.startsWith("future."));

        assertEquals(known, names);
        assertEquals(RunEvent.class.getPermittedSubclasses().length - 1, names.size());
    }

    @Test
    void the_wire_form_of_an_event_is_one_line_of_json() {
        EventEnvelope envelope = new EventEnvelope(
                1,
                new SessionId(new UUID(0, 10)),
                new RunId(new UUID(0, 11)),
                7,
                1_000,
                Instant.parse("2026-12-12T09:30:00.000000001Z"),
                Origin.USER.then(new PluginId("agent.task")),
                new RunEvent.TextDelta(0, "Buon\ngiorno"));

        String text = new String(EventCodec.encode(envelope), StandardCharsets.UTF_8);

        assertEquals(
                ENVELOPE.formatted(1, "\"type\":\"run.text-delta\",\"event\":{\"part\":0,\"text\":\"Buon\\ngiorno\"}"),
                text);
    }

    @Test
    void an_event_of_an_unknown_type_is_kept_as_it_was() {
        String line = ENVELOPE.formatted(
                2, "\"type\":\"run.teleported\",\"mayIgnore\":true,\"event\":{\"to\":[1,{\"x\":null}],\"at\":1.5}");

        EventEnvelope envelope = decode(line);

        assertEquals(
                new RunEvent.Unknown("run.teleported", Json.parseObject("{\"to\":[1,{\"x\":null}],\"at\":1.5}"), true),
                envelope.event());
        assertEquals(line, new String(EventCodec.encode(envelope), StandardCharsets.UTF_8));
    }

    @Test
    void an_unknown_event_may_be_passed_over_only_where_it_says_so() {
        EventEnvelope envelope = decode(ENVELOPE.formatted(2, "\"type\":\"run.teleported\",\"event\":{}"));

        assertEquals(new RunEvent.Unknown("run.teleported", JsonObject.EMPTY, false), envelope.event());
    }

    @Test
    void a_known_event_with_content_of_a_newer_schema_becomes_unknown() {
        String line = ENVELOPE.formatted(2, "\"type\":\"run.child\",\"mayIgnore\":true,\"event\":{\"kind\":\"swarm\"}");

        EventEnvelope envelope = decode(line);

        assertEquals(
                new RunEvent.Unknown("run.child", Json.parseObject("{\"kind\":\"swarm\"}"), true), envelope.event());
        assertEquals(line, new String(EventCodec.encode(envelope), StandardCharsets.UTF_8));
    }

    @Test
    void a_known_event_with_wrong_content_of_our_schema_is_malformed() {
        assertMalformed(ENVELOPE.formatted(1, "\"type\":\"run.child\",\"event\":{\"kind\":\"swarm\"}"));
    }

    @Test
    void members_that_nobody_knows_are_ignored() {
        EventEnvelope envelope = decode(ENVELOPE.formatted(
                9, "\"later\":{},\"type\":\"run.text-delta\",\"event\":{\"part\":1,\"text\":\"a\",\"tone\":\"calm\"}"));

        assertEquals(new RunEvent.TextDelta(1, "a"), envelope.event());
        assertEquals(9, envelope.schema());
    }

    @Test
    void a_damaged_envelope_is_malformed() {
        String good = ENVELOPE.formatted(1, "\"type\":\"run.resumed\",\"event\":{}");
        decode(good);

        assertMalformed("[]");
        assertMalformed(good.replace("\"schema\":1", "\"schema\":0"));
        assertMalformed(good.replace("\"schema\":1", "\"schema\":3000000000"));
        assertMalformed(good.replace("00000000000a", "a"));
        assertMalformed(good.replace("\"seq\":7", "\"seq\":7.5"));
        assertMalformed(good.replace("\"seq\":7", "\"seq\":1e30"));
        assertMalformed(good.replace("\"seq\":7,", ""));
        assertMalformed(good.replace("2026-12-12T", "2026-13-12T"));
        assertMalformed(good.replace("user=>agent.task", ""));
        assertMalformed(good.replace("user=>agent.task", "User"));
        assertMalformed(good.replace("\"event\":{}", "\"event\":null"));
        assertMalformed(good.replace("run.resumed", ""));
        assertMalformed(good.replace("run.resumed", "x".repeat(201)));
    }

    @Test
    void a_part_of_an_array_can_be_read() {
        byte[] line =
                ENVELOPE.formatted(1, "\"type\":\"run.resumed\",\"event\":{}").getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[line.length + 20];
        System.arraycopy(line, 0, frame, 13, line.length);

        EventEnvelope envelope = EventCodec.decode(frame, 13, line.length);

        assertArrayEquals(line, EventCodec.encode(envelope));
    }

    @Test
    void whatever_json_allows_as_deep_fits_into_an_event() {
        String deep = "[".repeat(Json.MAX_DEPTH - 1) + "]".repeat(Json.MAX_DEPTH - 1);
        ApiValues values = new ApiValues(new SplittableRandom(5));
        EventEnvelope envelope =
                values.envelope(new RunEvent.Unknown("future.deep", Json.parseObject("{\"x\":" + deep + "}"), true));

        assertEquals(envelope, EventCodec.decode(EventCodec.encode(envelope)));
    }

    @Test
    void an_event_without_its_envelope_survives_as_well() {
        RunEvent event = new RunEvent.LogLine(officina.api.event.LogLevel.WARN, "late");

        JsonObject json = EventCodec.writeEvent(event);

        assertEquals(
                Json.parseObject("{\"type\":\"run.log-line\",\"mayIgnore\":true,"
                        + "\"event\":{\"level\":\"warn\",\"text\":\"late\"}}"),
                json);
        assertEquals(event, EventCodec.readEvent(json, 1));
    }

    @Test
    void random_damage_gives_an_event_or_a_failure_and_nothing_else() {
        SplittableRandom random = new SplittableRandom(11);
        ApiValues values = new ApiValues(random);
        int survived = 0;
        for (int i = 0; i < DAMAGES; i++) {
            JsonObject good = EventCodec.write(values.of(EventEnvelope.class));
            JsonObject damaged = (JsonObject) damage(good, values, random, 1 + random.nextInt(6));
            try {
                EventEnvelope envelope = EventCodec.read(damaged);
                assertEquals(envelope, EventCodec.decode(EventCodec.encode(envelope)));
                survived++;
            } catch (FailureException e) {
                assertEquals("protocol.malformed", e.failure().code());
            }
        }
        assertTrue(
                survived > DAMAGES / 20 && survived < DAMAGES / 20 * 19,
                "some damage matters and some does not: " + survived);
    }

    /** Replaces something that deep in a value, on a random way down. */
    private static JsonValue damage(JsonValue value, ApiValues values, SplittableRandom random, int depth) {
        if (depth > 0 && value instanceof JsonObject object && !object.members().isEmpty()) {
            List<String> names = List.copyOf(object.members().keySet());
            String name = names.get(random.nextInt(names.size()));
            return object.with(name, damage(Objects.requireNonNull(object.get(name)), values, random, depth - 1));
        }
        if (depth > 0 && value instanceof JsonArray(List<JsonValue> items) && !items.isEmpty()) {
            List<JsonValue> changed = new ArrayList<>(items);
            int at = random.nextInt(items.size());
            changed.set(at, damage(items.get(at), values, random, depth - 1));
            return new JsonArray(changed);
        }
        return values.of(JsonValue.class);
    }

    private static EventEnvelope decode(String line) {
        return EventCodec.decode(line.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertMalformed(String line) {
        FailureException failure = assertThrows(FailureException.class, () -> decode(line), line);
        assertEquals("protocol.malformed", failure.failure().code());
    }
}
