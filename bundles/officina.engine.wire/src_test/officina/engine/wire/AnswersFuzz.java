// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.wire;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.protocol.Json;
import officina.protocol.value.ValueCodec;

/** Any JSON as what the two ends say first, and as the result of every method. Run by {@code releng/scripts/fuzz}. */
public final class AnswersFuzz {

    private static final EngineMethods METHODS = new EngineMethods();
    private static final List<Type> TYPES = types();

    private AnswersFuzz() {}

    private static List<Type> types() {
        List<Type> types = new ArrayList<>(List.of(AttachRequest.class, AttachReply.class));
        METHODS.all().stream()
                .map(EngineMethod::result)
                .filter(type -> type != void.class)
                .forEach(types::add);
        return types.stream().distinct().toList();
    }

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        Type type = TYPES.get(Byte.toUnsignedInt(data[0]) % TYPES.size());
        ValueCodec values = METHODS.values();
        Object read;
        try {
            JsonObject whole = Json.parseObject(new String(data, 1, data.length - 1, StandardCharsets.UTF_8));
            read = values.read(type, whole.has("result") ? whole.get("result") : whole);
        } catch (FailureException _) {
            return;
        }
        if (read instanceof AttachRequest || read instanceof AttachReply) {
            Object again = values.read(type, values.write(type, read));
            if (!Objects.equals(read, again)) {
                throw new AssertionError("not the same when written and read again");
            }
        }
    }

    public static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int i = 0; i < TYPES.size(); i++) {
            for (String json : List.of("{\"result\":[]}", "{\"result\":{\"id\":null}}", "{\"result\":null}")) {
                seeds.add(((char) i + json).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        seeds.add("\0{\"minProtocol\":1,\"maxProtocol\":1,\"program\":\"x\",\"reconnects\":2,\"capabilities\":[\"a\"]}"
                .getBytes(StandardCharsets.ISO_8859_1));
        seeds.add("\1{\"protocol\":1,\"program\":\"x\",\"process\":7,\"capabilities\":[\"runs\"]}"
                .getBytes(StandardCharsets.ISO_8859_1));
        return seeds;
    }
}
