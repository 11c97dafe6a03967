// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import officina.api.content.ContentPart;
import officina.api.content.ContentRef;
import officina.api.event.Origin;
import officina.api.event.RunEvent;
import officina.api.id.PluginId;
import officina.api.id.StepId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.plan.PlanAction;
import officina.api.plan.PlanStep;
import officina.api.record.RecordKind;
import officina.protocol.internal.map.Constants;
import officina.protocol.internal.map.WireNames;
import org.jspecify.annotations.Nullable;

/** How the types of the contracts look on the wire: what schema and reference are generated from. */
final class WireTypes {

    /** A type that is one JSON value without members of its own: in words, and as a schema. */
    record Scalar(String words, JsonObject schema) {}

    /** A member of an object. */
    record Member(String name, Type type, boolean required) {}

    private static final Map<Class<?>, Scalar> SCALARS = new LinkedHashMap<>();
    private static final Map<Class<?>, WireNames<?>> NAMES = Map.of(
            officina.api.event.RunKind.class, Constants.RUN_KIND,
            officina.api.event.RecordChange.class, Constants.RECORD_CHANGE,
            officina.api.event.KeyChange.class, Constants.KEY_CHANGE,
            officina.api.event.LogLevel.class, Constants.LOG_LEVEL,
            officina.api.error.ErrorKind.class, Constants.ERROR_KIND,
            officina.api.chat.ExecutionMode.class, Constants.EXECUTION_MODE,
            officina.api.content.MessageRole.class, Constants.MESSAGE_ROLE,
            officina.api.permission.PermissionType.class, Constants.PERMISSION_TYPE);

    static {
        text(String.class, "text", "");
        text(UUID.class, "identifier (UUID)", "uuid");
        text(Instant.class, "instant (ISO 8601, UTC)", "date-time");
        text(Duration.class, "duration (ISO 8601)", "duration");
        text(Locale.class, "language tag (BCP 47)", "");
        text(ZoneId.class, "time zone", "");
        text(ContentRef.class, "address (`blob:`, `file:`, `https:`)", "uri");
        text(Origin.class, "chain such as `user=>officina=>agent.task`", "");
        text(PluginId.class, "plug-in such as `agent.task`", "");
        text(StepId.class, "step such as `step-1`", "");
        text(ToolId.class, "tool such as `agent.task:create_task`", "");
        text(RecordKind.class, "kind of record such as `todo`", "");
        text(PlanAction.class, "action such as `create_record`", "");
        SCALARS.put(
                BigDecimal.class,
                new Scalar("decimal as text", type("string").with("pattern", "^-?[0-9]+(\\.[0-9]+)?(E[+-]?[0-9]+)?$")));
        SCALARS.put(boolean.class, new Scalar("true or false", type("boolean")));
        SCALARS.put(double.class, new Scalar("number", type("number")));
        whole(int.class, 32, Integer.MIN_VALUE, Integer.MAX_VALUE);
        whole(long.class, 64, Long.MIN_VALUE, Long.MAX_VALUE);
        SCALARS.put(JsonObject.class, new Scalar("any object", type("object")));
        SCALARS.put(JsonValue.class, new Scalar("any value", JsonObject.EMPTY));
    }

    private WireTypes() {}

    private static JsonObject type(String name) {
        return JsonObject.EMPTY.with("type", name);
    }

    private static void text(Class<?> type, String words, String format) {
        SCALARS.put(type, new Scalar(words, type("string").withPresent("format", format.isEmpty() ? null : format)));
    }

    private static void whole(Class<?> type, int bits, long least, long most) {
        SCALARS.put(
                type,
                new Scalar(
                        "whole number (" + bits + " bits)",
                        type("integer").with("minimum", least).with("maximum", most)));
    }

    static @Nullable Scalar scalar(Class<?> type) {
        Scalar scalar = SCALARS.get(type);
        if (scalar == null && type.isRecord()) {
            RecordComponent[] components = type.getRecordComponents();
            return components.length == 1 && components[0].getType() == UUID.class ? SCALARS.get(UUID.class) : null;
        }
        return scalar;
    }

    static List<String> constants(Class<?> type) {
        WireNames<?> names = NAMES.get(type);
        if (names == null) {
            throw new IllegalStateException("say here how the constants of " + type + " are called");
        }
        return List.copyOf(names.all());
    }

    static List<Member> members(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new Member(
                        component.getName(),
                        component.getGenericType(),
                        !component.getAnnotatedType().isAnnotationPresent(Nullable.class)))
                .toList();
    }

    /** The raw type of a list's items; {@code null} for what is not a list. */
    static @Nullable Class<?> itemOf(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == List.class
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : null;
    }

    static boolean isMapOfTexts(Type type) {
        return type instanceof ParameterizedType generic && generic.getRawType() == Map.class;
    }

    /** The known types of a family by their names on the wire, in the order of the names. */
    static Map<String, Class<?>> family(Class<?> sealed) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        Arrays.stream(sealed.getPermittedSubclasses())
                .filter(type -> !type.getSimpleName().equals("Unknown"))
                .sorted(Comparator.comparing(WireTypes::name))
                .forEach(type -> types.put(name(type), type));
        return types;
    }

    private static String name(Class<?> type) {
        return switch (new ApiValues(new SplittableRandom(1)).of(type)) {
            case RunEvent event -> EventCodec.wireName(event);
            case ContentPart part -> ContentCodec.write(part).requireText("type");
            case PlanStep step -> PlanCodec.write(step).requireText("type");
            default -> throw new IllegalStateException("say here how " + type + " is called");
        };
    }

    static boolean isTolerant(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .anyMatch(type -> type.getSimpleName().equals("Unknown"));
    }
}
