// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.provider.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import officina.api.json.JsonObject;
import officina.api.provider.ModelInfo;
import org.junit.jupiter.api.Test;

/** What servers say of their models, each in its own way. */
class ModelEntriesTests {

    private static final JsonObject PLAIN = JsonObject.EMPTY.with("id", "m").with("object", "model");

    @Test
    void what_a_server_does_not_say_is_not_known() {
        assertEquals(new ModelInfo("m", "m", null, null, null), ModelEntries.info(PLAIN));
    }

    @Test
    void each_server_has_its_own_name_for_the_length() {
        for (JsonObject entry : List.of(
                PLAIN.with("max_model_len", 4096),
                PLAIN.with("context_window", 4096),
                PLAIN.with("max_context_length", 4096),
                PLAIN.with("meta", Map.of("n_ctx_train", 4096)))) {
            assertEquals(new ModelInfo("m", "m", 4096L, null, null), ModelEntries.info(entry));
        }
    }

    @Test
    void tools_and_pictures_are_known_where_they_are_named() {
        assertEquals(
                new ModelInfo("m", "A model", 8192L, true, true),
                ModelEntries.info(PLAIN.with("name", "A model")
                        .with("context_length", 8192)
                        .with("supported_parameters", List.of("temperature", "tools"))
                        .with("architecture", Map.of("input_modalities", List.of("text", "image")))));
        assertEquals(
                new ModelInfo("m", "m", null, true, true),
                ModelEntries.info(
                        PLAIN.with("capabilities", List.of("tool_use")).with("type", "vlm")));
    }
}
