// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Objects;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.Malformed;
import org.jspecify.annotations.Nullable;

/** A record as an object: its components are the members. What its constructor refuses is malformed. */
final class RecordForm implements Form {

    private final Class<?> type;
    private final RecordComponent[] components;
    private final Constructor<?> constructor;
    private final MemberCodec members;

    RecordForm(Class<?> type, ValueCodec codec) {
        this.type = type;
        components = Objects.requireNonNull(type.getRecordComponents());
        try {
            constructor = type.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("the canonical constructor of " + type + " is not public", e);
        }
        members = new MemberCodec(
                Arrays.stream(components)
                        .map(component ->
                                new MemberCodec.Member(component.getName(), codec.form(component.getGenericType())))
                        .toList(),
                () -> Nullability.components(type));
    }

    @Override
    public JsonValue write(@Nullable Object value) {
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            try {
                values[i] = components[i].getAccessor().invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("component " + components[i] + " cannot be read", e);
            }
        }
        return members.write(values);
    }

    @Override
    public Object read(JsonValue json, String member) {
        if (!(json instanceof JsonObject object)) {
            throw Malformed.member(member, "an object");
        }
        return make(members.read(object));
    }

    Object make(@Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            if (e.getCause() instanceof IllegalArgumentException || e.getCause() instanceof DateTimeException) {
                throw Malformed.content("The members of " + type.getSimpleName() + " do not fit together");
            }
            throw new IllegalStateException("the constructor of " + type.getName() + " failed", e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("the constructor of " + type.getName() + " cannot be called", e);
        }
    }
}
