// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.provider.openai;

import java.nio.charset.StandardCharsets;
import java.util.List;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.protocol.Json;

/** Any JSON as an entry of a server's list of models. Run by {@code releng/scripts/fuzz}. */
public final class ModelListFuzz {

    private ModelListFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        JsonObject entry;
        try {
            entry = Json.parseObject(new String(data, StandardCharsets.UTF_8));
        } catch (FailureException _) {
            return;
        }
        if (entry.text("id") != null) {
            ModelEntries.info(entry);
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                "{\"id\":\"m\",\"name\":\"A\",\"context_length\":8192,\"supported_parameters\":[\"tools\"]}"
                        .getBytes(StandardCharsets.UTF_8),
                "{\"id\":\"m\",\"meta\":{\"n_ctx_train\":4096},\"capabilities\":[\"tool_use\"],\"type\":\"vlm\","
                        .concat("\"architecture\":{\"input_modalities\":[\"image\"]}}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
