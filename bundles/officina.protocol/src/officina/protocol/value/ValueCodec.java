// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import officina.api.json.JsonNull;
import officina.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Values of a contract and their wire form, worked out once for each type: records by their components' names, records of
 * one {@code value} (identifiers) by that, one of several records by its name too, constants by their lower-case names,
 * collections, {@link Optional}, times as ISO 8601, JSON as it is. Types with a codec of their own in {@code officina.protocol} go through that. What does not
 * fit is {@code protocol.malformed} on reading; a type without a form is an {@link IllegalArgumentException}, a defect of
 * the contract. Any thread may call any method; keep one instance for as long as the contract's classes are in use.
 */
public final class ValueCodec {

    private final Map<Type, Form> forms = new ConcurrentHashMap<>();

    /** A value of that type; {@code null} becomes JSON's. */
    public JsonValue write(Type type, @Nullable Object value) {
        return value == null ? JsonNull.NULL : form(type).write(value);
    }

    /** What {@link #write} wrote. {@code null} only for {@code void}. */
    public @Nullable Object read(Type type, JsonValue json) {
        return type == void.class ? null : form(type).read(json, "result");
    }

    /** Throws {@link IllegalArgumentException} for a type without a form. */
    public void check(Type type) {
        form(type);
    }

    /** The first parameters of a method by their names. */
    public MemberCodec parameters(Method method, int count) {
        List<MemberCodec.Member> members = Arrays.stream(method.getParameters())
                .limit(count)
                .map(parameter -> new MemberCodec.Member(name(parameter), form(parameter.getParameterizedType())))
                .toList();
        return new MemberCodec(members, () -> Nullability.parameters(method));
    }

    private static String name(Parameter parameter) {
        if (parameter.isNamePresent()) {
            return parameter.getName();
        }
        throw new IllegalArgumentException(
                parameter.getDeclaringExecutable() + " was compiled without the names of its parameters");
    }

    Form form(Type type) {
        Form known = forms.get(type);
        if (known == null) {
            known = make(type);
            forms.put(type, known);
        }
        return known;
    }

    private Form make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return make(generic);
        }
        if (type instanceof Class<?> plain) {
            Form form = PlainForms.of(plain);
            if (form == null) {
                form = CodecForms.of(plain);
            }
            return form == null ? make(plain) : form;
        }
        throw without(type);
    }

    private Form make(ParameterizedType type) {
        List<Form> inside =
                Arrays.stream(type.getActualTypeArguments()).map(this::form).toList();
        if (type.getRawType() == List.class || type.getRawType() == Collection.class) {
            return CollectionForms.list(inside.getFirst());
        } else if (type.getRawType() == Set.class) {
            return CollectionForms.set(inside.getFirst());
        } else if (type.getRawType() == Map.class) {
            return CollectionForms.map(inside.getFirst(), inside.getLast());
        } else if (type.getRawType() == Optional.class) {
            return CollectionForms.optional(inside.getFirst());
        }
        throw without(type);
    }

    private Form make(Class<?> type) {
        if (type.isEnum()) {
            return PlainForms.constants(type);
        } else if (type.isRecord()) {
            RecordForm form = new RecordForm(type, this);
            return isIdentifier(type) ? identifier(type, form) : form;
        } else if (SealedForm.fits(type)) {
            return new SealedForm(type, this);
        }
        throw without(type);
    }

    private static boolean isIdentifier(Class<?> type) {
        RecordComponent[] components = Objects.requireNonNull(type.getRecordComponents());
        return components.length == 1
                && components[0].getName().equals("value")
                && (components[0].getType() == UUID.class || components[0].getType() == String.class);
    }

    private static Form identifier(Class<?> type, RecordForm form) {
        boolean uuid = Objects.requireNonNull(type.getRecordComponents())[0].getType() == UUID.class;
        return uuid
                ? TextForm.of("an identifier (a UUID)", text -> form.make(PlainForms.uuid(text)))
                : TextForm.of("a text that is a " + type.getSimpleName(), form::make);
    }

    private static IllegalArgumentException without(Type type) {
        return new IllegalArgumentException(type.getTypeName() + " has no form on the wire");
    }
}
