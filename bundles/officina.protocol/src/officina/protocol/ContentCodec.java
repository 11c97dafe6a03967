// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import officina.api.content.ContentPart;
import officina.api.content.ContentRef;
import officina.api.content.Message;
import officina.api.id.CallId;
import officina.api.id.ToolId;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.protocol.internal.json.Malformed;
import officina.protocol.internal.map.Constants;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/**
 * The content of messages: the one codec for journal, store, wire and views. A part is an object whose {@code type} says
 * what it is; a type this build does not know becomes {@link ContentPart.Unknown} with the other members, and is written
 * as it was. Reading what does not fit throws {@code protocol.malformed}.
 */
public final class ContentCodec {

    /** Deepest nesting of tool results in tool results. */
    public static final int MAX_NESTING = 16;

    private static final String TYPE = "type";
    private static final String TEXT = "text";
    private static final String CODE = "code";
    private static final String IMAGE = "image";
    private static final String FILE = "file";
    private static final String TOOL_CALL = "tool-call";
    private static final String TOOL_RESULT = "tool-result";

    private ContentCodec() {}

    public static JsonObject write(Message message) {
        return new Out()
                .constant("role", Constants.MESSAGE_ROLE, message.role())
                .list("parts", message.parts(), ContentCodec::write)
                .object();
    }

    public static Message readMessage(JsonObject json) {
        In in = new In(json);
        return new Message(in.constant("role", Constants.MESSAGE_ROLE), in.list("parts", ContentCodec::readPart));
    }

    public static JsonObject write(ContentPart part) {
        return write(part, 0);
    }

    public static ContentPart readPart(JsonObject json) {
        return readPart(json, 0);
    }

    /** An array of parts. */
    public static JsonArray write(List<ContentPart> parts) {
        return new JsonArray(parts.stream().<JsonValue>map(ContentCodec::write).toList());
    }

    /** The parts in an array, as {@link #write(List)} wrote them. */
    public static List<ContentPart> readParts(JsonArray json) {
        return json.items().stream()
                .map(item -> readPart(In.of(item, "parts").json()))
                .toList();
    }

    private static JsonObject write(ContentPart part, int depth) {
        checkNesting(depth);
        Out out = new Out();
        return switch (part) {
            case ContentPart.Text(String text) ->
                out.text(TYPE, TEXT).text("text", text).object();
            case ContentPart.Code(String language, String text) ->
                out.text(TYPE, CODE)
                        .text("language", language)
                        .text("text", text)
                        .object();
            case ContentPart.Image(var source, String mediaType, String alternative) ->
                out.text(TYPE, IMAGE)
                        .text("source", source.uri())
                        .text("mediaType", mediaType)
                        .text("alternative", alternative)
                        .object();
            case ContentPart.File(var source, String name, String mediaType, long size) ->
                out.text(TYPE, FILE)
                        .text("source", source.uri())
                        .text("name", name)
                        .text("mediaType", mediaType)
                        .number("size", size)
                        .object();
            case ContentPart.ToolCall(var call, var tool, var input) ->
                out.text(TYPE, TOOL_CALL)
                        .text("call", call)
                        .text("tool", tool)
                        .value("input", input)
                        .object();
            case ContentPart.ToolResult(var call, boolean success, var parts, var data) ->
                out.text(TYPE, TOOL_RESULT)
                        .text("call", call)
                        .flag("success", success)
                        .list("parts", parts, inner -> write(inner, depth + 1))
                        .value("data", data)
                        .object();
            case ContentPart.Unknown(String type, JsonObject json) -> unknown(type, json);
        };
    }

    private static JsonObject unknown(String type, JsonObject json) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(TYPE, new JsonText(type));
        json.members().forEach(members::putIfAbsent);
        return new JsonObject(members);
    }

    private static ContentPart readPart(JsonObject json, int depth) {
        checkNesting(depth);
        In in = new In(json);
        String type = in.text(TYPE);
        return switch (type) {
            case TEXT -> new ContentPart.Text(in.text("text"));
            case CODE -> new ContentPart.Code(in.text("language"), in.text("text"));
            case IMAGE -> new ContentPart.Image(source(in), in.text("mediaType"), in.text("alternative"));
            case FILE -> new ContentPart.File(source(in), in.text("name"), in.text("mediaType"), in.number("size"));
            case TOOL_CALL ->
                new ContentPart.ToolCall(
                        in.id("call", CallId::new),
                        in.parsed("tool", "a tool like plugin:tool", ToolId::parse),
                        in.object("input"));
            case TOOL_RESULT ->
                new ContentPart.ToolResult(
                        in.id("call", CallId::new),
                        in.flag("success"),
                        in.list("parts", inner -> readPart(inner, depth + 1)),
                        in.objectOrNull("data"));
            default -> new ContentPart.Unknown(type, without(json));
        };
    }

    private static JsonObject without(JsonObject json) {
        Map<String, JsonValue> members = new LinkedHashMap<>(json.members());
        members.remove(TYPE);
        return new JsonObject(members);
    }

    private static ContentRef source(In in) {
        return in.parsed(
                "source", "an address like blob:sha256-...", text -> new ContentRef(java.net.URI.create(text)));
    }

    private static void checkNesting(int depth) {
        if (depth > MAX_NESTING) {
            throw Malformed.content("Tool results are nested more than " + MAX_NESTING + " deep");
        }
    }
}
