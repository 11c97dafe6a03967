// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a thing looks like with {@code --json}: each member with its kind, its meaning and where its value comes from. Both
 * what commands print and the reference page are made of it, so that neither says something else. Members are added, never
 * renamed or removed. Immutable.
 */
final class JsonForm<T> {

    /** What stands for a value that is not there. */
    enum Without {
        /** There is always one. */
        NEVER,
        /** The member is there and null. */
        NULL,
        /** The member is not there. */
        ABSENT
    }

    /** Where the value of a member comes from, if there is one. */
    interface Maybe<T, V> {

        @Nullable
        V of(T thing);
    }

    /**
     * One member.
     *
     * @param meaning one sentence; for a value that may not be there, also when it is not
     */
    record Member<T, V>(String name, JsonKind<V> kind, String meaning, Without without, Maybe<T, ? extends V> value) {

        JsonObject put(JsonObject into, T thing) {
            V found = value.of(thing);
            if (found != null) {
                return into.with(name, kind.json(found));
            }
            return switch (without) {
                case NEVER -> throw new IllegalStateException("no value for " + name);
                case NULL -> into.with(name, JsonNull.NULL);
                case ABSENT -> into;
            };
        }

        /** The same member of something that has what this one is a member of. */
        <U> Member<U, V> of(Function<U, T> part) {
            return new Member<>(name, kind, meaning, without, whole -> value.of(part.apply(whole)));
        }
    }

    private final String name;
    private final String meaning;
    private final List<Member<T, ?>> members;
    private final Function<T, JsonObject> beginning;

    private JsonForm(String name, String meaning, List<Member<T, ?>> members, Function<T, JsonObject> beginning) {
        this.name = name;
        this.meaning = meaning;
        this.members = List.copyOf(members);
        this.beginning = beginning;
    }

    /** A form without members. The name is the title of its part of the reference page. */
    static <T> JsonForm<T> of(String name, String meaning) {
        return new JsonForm<>(name, meaning, List.of(), _ -> JsonObject.EMPTY);
    }

    /** A form whose members another page lists; the meaning links to it. */
    static <T> JsonForm<T> elsewhere(String name, String meaning, Function<T, JsonObject> all) {
        return new JsonForm<>(name, meaning, List.of(), all);
    }

    /** One more member, which is there always. */
    <V> JsonForm<T> with(String member, JsonKind<V> kind, String says, Function<T, ? extends V> value) {
        return with(new Member<>(member, kind, says, Without.NEVER, value::apply));
    }

    /** One more member, which is absent where there is no value. */
    <V> JsonForm<T> withPresent(String member, JsonKind<V> kind, String says, Maybe<T, ? extends V> value) {
        return with(new Member<>(member, kind, says, Without.ABSENT, value));
    }

    /** One more member, which is null where there is no value. */
    <V> JsonForm<T> withNull(String member, JsonKind<V> kind, String says, Maybe<T, ? extends V> value) {
        return with(new Member<>(member, kind, says, Without.NULL, value));
    }

    private JsonForm<T> with(Member<T, ?> more) {
        List<Member<T, ?>> all = new ArrayList<>(members);
        all.add(more);
        return new JsonForm<>(name, meaning, all, beginning);
    }

    /** Another form that begins with the members of this one. */
    <U> JsonForm<U> begins(String other, String says, Function<U, T> part) {
        List<Member<U, ?>> all = new ArrayList<>();
        members.forEach(each -> all.add(each.of(part)));
        return new JsonForm<>(other, says, all, whole -> beginning.apply(part.apply(whole)));
    }

    String name() {
        return name;
    }

    /** A link to its part of the reference page, from that page. */
    String link(String page) {
        return "[" + name + "](" + page + "#" + name.replace(' ', '-') + ")";
    }

    String meaning() {
        return meaning;
    }

    List<Member<T, ?>> members() {
        return members;
    }

    JsonObject json(T thing) {
        JsonObject json = beginning.apply(thing);
        for (Member<T, ?> member : members) {
            json = member.put(json, thing);
        }
        return json;
    }
}
