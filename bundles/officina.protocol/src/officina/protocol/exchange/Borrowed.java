// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** An object of the other end, as its users see it: each method is a call. */
final class Borrowed implements InvocationHandler {

    private final Contract contract;
    private final long number;
    private final Life life;
    private final OutgoingCalls calls;
    private final Marshal marshal;
    /** What methods without arguments gave: it is lent for as long as this object is, and asked for once. */
    private final Map<Method, Object> parts = new ConcurrentHashMap<>();

    Borrowed(Contract contract, long number, Life life, OutgoingCalls calls, Marshal marshal) {
        this.contract = contract;
        this.number = number;
        this.life = life;
        this.calls = calls;
        this.marshal = marshal;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return ofObject(proxy, method, arguments);
        }
        ContractMethod known = contract.of(method);
        if (known == null) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        life.check();
        boolean part = arguments == null && Contract.isLent(known.result());
        Object had = part ? parts.get(method) : null;
        if (had != null) {
            return had;
        }
        Object result = call(known, arguments == null ? new Object[0] : arguments);
        if (part && result != null) {
            parts.put(method, result);
        }
        return result;
    }

    private @Nullable Object call(ContractMethod method, Object[] arguments) throws InterruptedException {
        Life ofCall = new Life();
        try {
            List<JsonValue> with = new ArrayList<>(arguments.length);
            for (int i = 0; i < arguments.length; i++) {
                with.add(marshal.write(method.parameters().get(i), arguments[i], ofCall));
            }
            JsonObject params = JsonObject.EMPTY
                    .with(Exchange.OBJECT, number)
                    .with(Exchange.METHOD, method.name())
                    .with(Exchange.WITH, new JsonArray(with));
            return marshal.read(method.result(), calls.ask(params, method.interruptible()), life);
        } finally {
            marshal.end(ofCall);
        }
    }

    private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "a borrowed " + contract.type().getSimpleName();
        };
    }
}
