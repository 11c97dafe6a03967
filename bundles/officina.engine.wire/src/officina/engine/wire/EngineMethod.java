// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import officina.protocol.value.MemberCodec;

/**
 * A method of the Engine API that travels.
 *
 * @param service the part of the engine: {@code runs}
 * @param name on the wire: {@code runs.start}
 */
public record EngineMethod(String service, String name, Method method, MemberCodec parameters) {

    public Type result() {
        return method.getGenericReturnType();
    }
}
