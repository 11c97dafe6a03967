// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Named values as the members of one object: the components of a record, the parameters of a method. What is
 * {@code null} is left out on writing. On reading, members nobody knows are ignored, an absent one is {@code null} where
 * the contract allows that and empty where it is a collection; else it is {@code protocol.malformed}. Any thread.
 */
public final class MemberCodec {

    record Member(String name, Form form) {}

    private final List<Member> members;
    private final Supplier<Set<String>> nullableNames;
    private volatile @Nullable Set<String> nullable;

    /** The names are asked for only when a member is absent. */
    MemberCodec(List<Member> members, Supplier<Set<String>> nullableNames) {
        this.members = List.copyOf(members);
        this.nullableNames = nullableNames;
    }

    /** The names, in order. */
    public List<String> names() {
        return members.stream().map(Member::name).toList();
    }

    /** Whether that member may be left out for {@code null}. */
    public boolean nullable(String name) {
        Set<String> known = nullable;
        if (known == null) {
            known = Set.copyOf(nullableNames.get());
            nullable = known;
        }
        return known.contains(name);
    }

    /** As many values as there are names, in that order. */
    public JsonObject write(@Nullable Object[] values) {
        Map<String, JsonValue> json = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                Member member = members.get(i);
                json.put(member.name(), member.form().write(value));
            }
        }
        return new JsonObject(json);
    }

    /** The values, in the order of the names. */
    public @Nullable Object[] read(JsonObject json) {
        @Nullable Object[] values = new @Nullable Object[members.size()];
        for (int i = 0; i < values.length; i++) {
            Member member = members.get(i);
            JsonValue value = json.get(member.name());
            values[i] =
                    value == null || (value == JsonNull.NULL && !member.form().takesNull())
                            ? absent(member)
                            : member.form().read(value, member.name());
        }
        return values;
    }

    private @Nullable Object absent(Member member) {
        if (nullable(member.name())) {
            return null;
        }
        Object empty = member.form().absent();
        if (empty == null) {
            throw Malformed.content("Member \"" + member.name() + "\" is missing");
        }
        return empty;
    }
}
