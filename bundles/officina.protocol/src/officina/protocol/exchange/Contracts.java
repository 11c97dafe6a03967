// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import officina.protocol.value.ValueCodec;

/**
 * The interfaces whose objects are lent, and the values that go with them; each worked out when it is first used. Any
 * thread. One may serve many exchanges.
 */
public final class Contracts {

    private final Map<Type, Contract> contracts = new ConcurrentHashMap<>();
    private final ValueCodec values = new ValueCodec();

    Contract of(Type type) {
        Contract known = contracts.get(type);
        if (known == null) {
            known = new Contract(type);
            contracts.put(type, known);
        }
        return known;
    }

    ValueCodec values() {
        return values;
    }

    /**
     * Every interface that can be lent by way of one, itself among them. {@link IllegalArgumentException} where one of them
     * cannot travel, which is a defect of the contract; for its tests.
     */
    public Set<Type> reachable(Class<?> contract) {
        Set<Type> reached = new LinkedHashSet<>();
        reach(contract, reached);
        return reached;
    }

    private void reach(Type type, Set<Type> reached) {
        if (!Contract.isLent(type)) {
            values.check(type);
        } else if (reached.add(type)) {
            for (ContractMethod method : of(type).methods()) {
                method.parameters().forEach(each -> reach(each, reached));
                if (method.result() != void.class) {
                    reach(method.result(), reached);
                }
            }
        }
    }
}
