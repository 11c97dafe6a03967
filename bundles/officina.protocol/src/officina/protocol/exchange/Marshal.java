// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonNumber;
import officina.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Arguments and results on the wire: values as they are, objects as the numbers they are lent under. Any thread. */
final class Marshal {

    private final Contracts contracts;
    private final LentObjects lent;
    private final OutgoingCalls calls;

    Marshal(Contracts contracts, LentObjects lent, OutgoingCalls calls) {
        this.contracts = contracts;
        this.lent = lent;
        this.calls = calls;
    }

    /** @param life for which an object is lent */
    JsonValue write(Type type, @Nullable Object value, Life life) {
        if (!Contract.isLent(type)) {
            return contracts.values().write(type, value);
        }
        Object object = Objects.requireNonNull(value, "nothing can be lent only where there is something");
        return new JsonNumber(lent.lend(object, type, contracts.of(type), life));
    }

    /** @param life for which a borrowed object may be used */
    @Nullable
    Object read(Type type, JsonValue json, Life life) {
        if (!Contract.isLent(type)) {
            return contracts.values().read(type, json);
        }
        if (json instanceof JsonNumber number && number.isLong() && number.longValue() >= 0) {
            return borrowed(type, number.longValue(), life);
        }
        throw malformed("what is lent is told by its number");
    }

    /** As many as the method takes. */
    @Nullable
    Object[] read(ContractMethod method, List<JsonValue> arguments, Life life) {
        @Nullable Object[] values = new @Nullable Object[method.parameters().size()];
        if (arguments.size() != values.length) {
            throw malformed(method.name() + " takes " + values.length + " arguments, not " + arguments.size());
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = read(method.parameters().get(i), arguments.get(i), life);
        }
        return values;
    }

    /** What the other end lends under that number. */
    Object borrowed(Type type, long number, Life life) {
        Contract contract = contracts.of(type);
        Class<?> face = contract.type();
        return Proxy.newProxyInstance(
                face.getClassLoader(), new Class<?>[] {face}, new Borrowed(contract, number, life, calls, this));
    }

    /** Takes back what was lent for it. */
    void end(Life life) {
        lent.end(life);
    }

    private static FailureException malformed(String what) {
        return new FailureException(Failure.of("protocol.malformed", ErrorKind.USER, what + ".", null));
    }
}
