// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.protocol.Json;

/** Any JSON as the parameters of every method of the Engine API. Run by {@code releng/scripts/fuzz}. */
public final class ParametersFuzz {

    private static final List<EngineMethod> METHODS = List.copyOf(new EngineMethods().all());

    private ParametersFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        EngineMethod method = METHODS.get(Byte.toUnsignedInt(data[0]) % METHODS.size());
        try {
            JsonObject parameters = Json.parseObject(new String(data, 1, data.length - 1, StandardCharsets.UTF_8));
            Object[] values = method.parameters().read(parameters);
            // who follows it is no value
            if (values.length != method.method().getParameterCount() - (method.followed() ? 1 : 0)) {
                throw new AssertionError(method.name() + " got " + values.length + " values");
            }
        } catch (FailureException _) {
            // refused
        }
    }

    public static List<byte[]> seeds() {
        return METHODS.stream()
                .map(method -> ((char) METHODS.indexOf(method))
                        + method.parameters().names().stream()
                                .map(name -> "\"" + name + "\":null")
                                .toList()
                                .toString()
                                .replace('[', '{')
                                .replace(']', '}'))
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
