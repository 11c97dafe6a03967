// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.testkit.model;

import java.util.List;
import java.util.Map;
import officina.api.json.JsonArray;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.protocol.Json;
import org.jspecify.annotations.Nullable;

/** The values of the interface, as servers write them. */
final class Completions {

    static final int INPUT_TOKENS = 11;
    static final int OUTPUT_TOKENS = 7;

    private Completions() {}

    static String models(List<String> names) {
        List<JsonValue> all = names.stream()
                .<JsonValue>map(name -> JsonObject.EMPTY
                        .with("id", name)
                        .with("object", "model")
                        .with("created", 1)
                        .with("owned_by", "kit")
                        .with("max_model_len", 4096))
                .toList();
        return Json.text(JsonObject.EMPTY.with("object", "list").with("data", new JsonArray(all)));
    }

    static JsonObject chunk(String model, JsonObject delta, @Nullable String finish) {
        JsonObject choice = JsonObject.EMPTY
                .with("index", 0)
                .with("delta", delta)
                .with("finish_reason", finish == null ? JsonNull.NULL : finish);
        return head("chat.completion.chunk", model).with("choices", List.of(choice));
    }

    static JsonObject usageChunk(String model) {
        return head("chat.completion.chunk", model).with("choices", List.of()).with("usage", usage());
    }

    static JsonObject whole(String model, String text, List<JsonObject> calls, String finish) {
        JsonObject message = JsonObject.EMPTY.with("role", "assistant").with("content", text);
        if (!calls.isEmpty()) {
            message = message.with("tool_calls", calls);
        }
        JsonObject choice =
                JsonObject.EMPTY.with("index", 0).with("message", message).with("finish_reason", finish);
        return head("chat.completion", model).with("choices", List.of(choice)).with("usage", usage());
    }

    static JsonObject call(int index, @Nullable String id, @Nullable String tool, String arguments) {
        JsonObject function = JsonObject.EMPTY.withPresent("name", tool).with("arguments", arguments);
        return JsonObject.EMPTY
                .with("index", index)
                .withPresent("id", id)
                .withPresent("type", id == null ? null : "function")
                .with("function", function);
    }

    private static JsonObject head(String object, String model) {
        return JsonObject.EMPTY
                .with("id", "chatcmpl-1")
                .with("object", object)
                .with("created", 1)
                .with("model", model);
    }

    private static JsonObject usage() {
        return JsonObject.EMPTY.merge(new JsonObject(Map.of(
                "prompt_tokens",
                JsonValue.of(INPUT_TOKENS),
                "completion_tokens",
                JsonValue.of(OUTPUT_TOKENS),
                "total_tokens",
                JsonValue.of(INPUT_TOKENS + OUTPUT_TOKENS))));
    }
}
