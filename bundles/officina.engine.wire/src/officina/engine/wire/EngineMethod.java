// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import officina.base.Progress;
import officina.protocol.value.MemberCodec;

/**
 * A method of the Engine API that travels.
 *
 * @param service the part of the engine: {@code runs}
 * @param name on the wire: {@code runs.start}
 * @param parameters what travels: all but a {@link Progress}, which is the last
 */
public record EngineMethod(String service, String name, Method method, MemberCodec parameters) {

    /** Whether it is long work: its progress is told in between ({@link Wire#PROGRESS}) and {@link Wire#CANCEL} ends it. */
    public boolean followed() {
        return followed(method);
    }

    static boolean followed(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return types.length > 0 && types[types.length - 1] == Progress.class;
    }

    public Type result() {
        return method.getGenericReturnType();
    }
}
