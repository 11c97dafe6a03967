// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A method that travels.
 *
 * @param parameters their types, those of a generic interface filled in
 * @param interruptible whether a caller that is interrupted leaves at once
 */
record ContractMethod(Method method, List<Type> parameters, Type result, boolean interruptible) {

    ContractMethod {
        parameters = List.copyOf(parameters);
    }

    String name() {
        return method.getName();
    }
}
