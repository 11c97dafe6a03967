// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * One of several records as an object: its members, and before them {@code type}, the record's name in lower case with
 * hyphens. For values of calls; what is kept has a codec of its own, whose names are constants.
 */
final class SealedForm implements Form {

    private static final String TYPE = "type";

    private final Map<String, RecordForm> byName = new LinkedHashMap<>();
    private final Map<Class<?>, String> names;

    /** @param family a sealed interface of records without a component {@code type} */
    SealedForm(Class<?> family, ValueCodec codec) {
        Class<?>[] members = Objects.requireNonNull(family.getPermittedSubclasses());
        names = Arrays.stream(members).collect(Collectors.toUnmodifiableMap(member -> member, SealedForm::name));
        for (Class<?> member : members) {
            byName.put(name(member), new RecordForm(member, codec));
        }
    }

    /** Whether all of the family are records; there are no families of families. */
    static boolean fits(Class<?> type) {
        return type.isSealed()
                && Arrays.stream(Objects.requireNonNull(type.getPermittedSubclasses()))
                        .allMatch(Class::isRecord);
    }

    private static String name(Class<?> member) {
        return member.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Override
    public JsonValue write(@Nullable Object value) {
        String name =
                Objects.requireNonNull(names.get(Objects.requireNonNull(value).getClass()));
        JsonObject members = (JsonObject) form(name).write(value);
        JsonObject object = JsonObject.EMPTY.with(TYPE, name);
        for (Map.Entry<String, JsonValue> member : members.members().entrySet()) {
            object = object.with(member.getKey(), member.getValue());
        }
        return object;
    }

    private RecordForm form(String name) {
        return Objects.requireNonNull(byName.get(name));
    }

    @Override
    public Object read(JsonValue json, String member) {
        if (json instanceof JsonObject object
                && object.get(TYPE) instanceof JsonText(String name)
                && byName.containsKey(name)) {
            return form(name).read(object, member);
        }
        throw Malformed.member(member, "an object whose type is one of " + String.join(", ", byName.keySet()));
    }
}
