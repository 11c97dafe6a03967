// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model.bridge;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.error.FailureException;
import officina.api.id.CallId;
import officina.api.id.ToolId;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.provider.ModelRequest;
import officina.api.tool.ToolDescriptor;
import officina.base.Uuids;
import officina.protocol.Json;

/** The tools of a request under names that servers take: letters, digits, hyphens and underscores, at most 64. */
final class ToolNames {

    private static final int LONGEST = 64;

    private final Map<ToolId, String> names = new HashMap<>();
    private final Map<String, ToolId> tools = new HashMap<>();

    private ToolNames() {}

    static ToolNames of(ModelRequest request) {
        ToolNames names = new ToolNames();
        request.tools().forEach(tool -> names.name(tool.id()));
        for (Message message : request.messages()) {
            for (ContentPart part : message.parts()) {
                if (part instanceof ContentPart.ToolCall call) {
                    names.name(call.tool());
                }
            }
        }
        return names;
    }

    /** The name of a tool: its own, or with its owner's where another has that name. */
    String name(ToolId tool) {
        String known = names.get(tool);
        if (known != null) {
            return known;
        }
        String name = fit(tool.name());
        if (tools.containsKey(name)) {
            name = fit(tool.owner() + "_" + tool.name());
        }
        for (int number = 2; tools.containsKey(name); number++) {
            String ending = "_" + number;
            name = name.substring(0, Math.min(name.length(), LONGEST - ending.length())) + ending;
        }
        names.put(tool, name);
        tools.put(name, tool);
        return name;
    }

    private static String fit(String text) {
        String fitting = text.replaceAll("[^A-Za-z0-9_-]", "_");
        return fitting.substring(0, Math.min(fitting.length(), LONGEST));
    }

    ToolSpecification specification(ToolDescriptor tool) {
        return ToolSpecification.builder()
                .name(name(tool.id()))
                .description(tool.description())
                .parameters(schema(tool.inputSchema()))
                .build();
    }

    /** Each property goes as it is written; LangChain4j knows fewer forms than JSON Schema has. */
    private static JsonObjectSchema schema(JsonObject schema) {
        JsonObjectSchema.Builder builder = JsonObjectSchema.builder()
                .addProperties(raw(schema.object("properties")))
                .required(schema.texts("required"));
        JsonObject definitions = schema.object("$defs");
        if (!definitions.members().isEmpty()) {
            builder.definitions(raw(definitions));
        }
        if (schema.get("additionalProperties") instanceof JsonBoolean(boolean open)) {
            builder.additionalProperties(open);
        }
        return builder.build();
    }

    private static Map<String, JsonSchemaElement> raw(JsonObject schemas) {
        Map<String, JsonSchemaElement> raw = new LinkedHashMap<>();
        for (Map.Entry<String, JsonValue> each : schemas.members().entrySet()) {
            raw.put(each.getKey(), JsonRawSchema.from(Json.text(each.getValue())));
        }
        return raw;
    }

    /**
     * What the model asks of a tool. A tool that was not offered has the owner {@code unknown}; arguments that are no
     * object come as the one member {@code malformed}.
     */
    ContentPart.ToolCall call(ToolExecutionRequest request) {
        String name = request.name() == null ? "" : request.name();
        ToolId tool = tools.get(name);
        return new ContentPart.ToolCall(
                new CallId(Uuids.next(Clock.systemUTC())), tool == null ? unknown(name) : tool, input(request));
    }

    private static ToolId unknown(String name) {
        String fitting = fit(name).replaceAll("^[_-]+", "");
        return new ToolId("unknown", fitting.isEmpty() ? "tool" : fitting);
    }

    private static JsonObject input(ToolExecutionRequest request) {
        String arguments = request.arguments();
        if (arguments == null || arguments.isBlank()) {
            return JsonObject.EMPTY;
        }
        try {
            return Json.parseObject(arguments);
        } catch (FailureException notAnObject) {
            return JsonObject.EMPTY.with("malformed", arguments);
        }
    }
}
