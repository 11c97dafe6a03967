// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import officina.api.content.Message;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.event.EventEnvelope;
import officina.api.event.Origin;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;
import officina.api.id.ToolId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.plan.ExecutionPlan;
import officina.api.record.Priority;
import officina.api.record.SettingScope;
import officina.protocol.value.MemberCodec;
import officina.protocol.value.ValueCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ValueCodecTests {

    /** Everything that a contract may be made of. */
    public record Everything(
            int small,
            long large,
            boolean flag,
            double fraction,
            String text,
            UUID uuid,
            Instant at,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            Duration length,
            BigDecimal money,
            RunId run,
            @Nullable PluginId agent,
            ToolId tool,
            Origin origin,
            Priority priority,
            JsonValue json,
            JsonObject object,
            Message message,
            @Nullable EventEnvelope event,
            @Nullable Failure failure,
            ExecutionPlan plan,
            @Nullable Inner inner,
            List<Inner> inners,
            Map<String, Inner> named) {}

    public record Inner(RecordId id, @Nullable String remark) {}

    public record Limited(int limit) {
        public Limited {
            if (limit > 10) {
                throw new IllegalArgumentException("more than 10");
            }
        }
    }

    public record Chosen(Set<SettingScope> scopes, Optional<String> word) {}

    interface Contract {
        void set(String key, SettingScope scope, @Nullable RecordId owner, JsonValue value);

        Optional<Inner> find(RecordId id);

        List<Inner> list();
    }

    private final ValueCodec codec = new ValueCodec();

    @Test
    void any_value_survives_the_wire() {
        ApiValues values = new ApiValues(new SplittableRandom(7));
        for (int i = 0; i < 500; i++) {
            Everything before = values.of(Everything.class);

            JsonValue json = Json.parse(Json.bytes(codec.write(Everything.class, before)));

            assertEquals(before, codec.read(Everything.class, json));
        }
    }

    @Test
    void a_member_that_is_something_else_is_malformed_and_not_quoted() {
        ApiValues values = new ApiValues(new SplittableRandom(8));
        JsonObject good = (JsonObject) codec.write(Everything.class, values.of(Everything.class));
        for (String name : good.members().keySet()) {
            for (JsonValue wrong : List.of(
                    new JsonText("Xylophonmarkierung"),
                    JsonValue.of(List.of("Xylophonmarkierung")),
                    JsonValue.of(Map.of("Xylophonmarkierung", 1.5)))) {
                try {
                    codec.read(Everything.class, good.with(name, wrong));
                } catch (FailureException e) {
                    assertEquals("protocol.malformed", e.failure().code());
                    assertFalse(e.getMessage().contains("Xylophon"), e.getMessage());
                }
            }
        }
    }

    @Test
    void only_what_may_be_null_may_be_left_out() {
        JsonObject id = JsonObject.EMPTY.with("id", new UUID(1, 2));

        assertEquals(new Inner(new RecordId(new UUID(1, 2)), null), codec.read(Inner.class, id));
        assertEquals(
                new Inner(new RecordId(new UUID(1, 2)), null),
                codec.read(Inner.class, id.with("remark", JsonNull.NULL)));
        assertEquals(
                new Inner(new RecordId(new UUID(1, 2)), null), codec.read(Inner.class, id.with("unknown", "newer")));
        assertMalformed(Inner.class, JsonObject.EMPTY.with("remark", "x"));
        assertMalformed(Inner.class, JsonObject.EMPTY.with("id", JsonNull.NULL));
        assertMalformed(Limited.class, JsonObject.EMPTY);
    }

    @Test
    void an_absent_collection_is_empty() {
        assertEquals(new Chosen(Set.of(), Optional.empty()), codec.read(Chosen.class, JsonObject.EMPTY));
        assertEquals(
                new Chosen(Set.of(SettingScope.GROUP, SettingScope.GLOBAL), Optional.of("x")),
                codec.read(
                        Chosen.class,
                        JsonObject.EMPTY
                                .with("scopes", List.of("group", "global", "group"))
                                .with("word", "x")));
    }

    @Test
    void what_the_record_refuses_is_malformed() {
        assertEquals(new Limited(10), codec.read(Limited.class, JsonObject.EMPTY.with("limit", 10)));
        assertMalformed(Limited.class, JsonObject.EMPTY.with("limit", 11));
        assertMalformed(Limited.class, JsonObject.EMPTY.with("limit", 1L << 40));
        assertMalformed(Limited.class, JsonObject.EMPTY.with("limit", 1.5));
        assertMalformed(Limited.class, new JsonText("10"));
    }

    @Test
    void parameters_go_by_name_and_know_what_may_be_left_out() {
        MemberCodec set = codec.parameters(method("set"), method("set").getParameterCount());
        JsonObject json = set.write(new @Nullable Object[] {"a.b", SettingScope.GLOBAL, null, JsonNull.NULL});

        assertEquals("{\"key\":\"a.b\",\"scope\":\"global\",\"value\":null}", Json.text(json));
        assertEquals(Arrays.asList("a.b", SettingScope.GLOBAL, null, JsonNull.NULL), Arrays.asList(set.read(json)));
        assertTrue(set.nullable("owner"));
        assertFalse(set.nullable("key"));
        assertThrows(FailureException.class, () -> set.read(JsonObject.EMPTY.with("key", "a.b")));
    }

    @Test
    void results_may_be_nothing() {
        Type optional = method("find").getGenericReturnType();

        assertEquals(JsonNull.NULL, codec.write(optional, Optional.empty()));
        assertEquals(Optional.empty(), codec.read(optional, JsonNull.NULL));
        assertNull(codec.read(void.class, codec.write(void.class, null)));
        assertEquals(List.of(), codec.read(method("list").getGenericReturnType(), JsonValue.of(List.of())));
    }

    @Test
    void a_type_without_a_form_is_a_defect_of_the_contract() {
        assertThrows(IllegalArgumentException.class, () -> codec.write(Thread.class, Thread.currentThread()));
    }

    private void assertMalformed(Type type, JsonValue json) {
        FailureException refused = assertThrows(FailureException.class, () -> codec.read(type, json));
        assertEquals("protocol.malformed", refused.failure().code());
    }

    private static Method method(String name) {
        return Arrays.stream(Contract.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
