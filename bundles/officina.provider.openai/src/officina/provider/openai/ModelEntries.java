// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.provider.openai;

import java.util.List;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.provider.ModelInfo;
import org.jspecify.annotations.Nullable;

/** An entry of a list of models, with what servers say beyond OpenAI's own form. */
final class ModelEntries {

    /** vLLM; OpenRouter; Groq; LM Studio. */
    private static final List<String> CONTEXT =
            List.of("max_model_len", "context_length", "context_window", "max_context_length");

    private ModelEntries() {}

    static ModelInfo info(JsonObject entry) {
        String id = entry.requireText("id");
        String title = entry.text("name");
        return new ModelInfo(id, title == null ? id : title, context(entry), tools(entry), vision(entry));
    }

    private static @Nullable Long context(JsonObject entry) {
        for (String name : CONTEXT) {
            if (entry.get(name) instanceof JsonNumber number) {
                return number.longValue();
            }
        }
        // llama.cpp
        return entry.object("meta").get("n_ctx_train") instanceof JsonNumber number ? number.longValue() : null;
    }

    private static @Nullable Boolean tools(JsonObject entry) {
        if (entry.has("supported_parameters")) {
            return entry.texts("supported_parameters").contains("tools");
        }
        return entry.has("capabilities") && !entry.texts("capabilities").isEmpty()
                ? entry.texts("capabilities").contains("tool_use")
                : null;
    }

    private static @Nullable Boolean vision(JsonObject entry) {
        JsonObject architecture = entry.object("architecture");
        if (architecture.has("input_modalities")) {
            return architecture.texts("input_modalities").contains("image");
        }
        return "vlm".equals(entry.text("type")) ? Boolean.TRUE : null;
    }
}
