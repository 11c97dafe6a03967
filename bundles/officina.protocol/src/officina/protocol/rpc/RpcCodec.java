// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import java.util.LinkedHashMap;
import java.util.Map;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.protocol.FailureCodec;
import officina.protocol.Json;
import officina.protocol.internal.json.JsonReader;
import officina.protocol.internal.json.JsonWriter;
import officina.protocol.internal.json.Malformed;
import org.jspecify.annotations.Nullable;

/** Messages and their lines. Any thread may call any method. */
public final class RpcCodec {

    /** Longest line, without its end: room for the largest event and the message around it. */
    public static final int MAX_LINE = Json.MAX_BYTES + 4_096;

    /** Deeper than an event, so that every event can be part of a message. */
    private static final int MAX_DEPTH = Json.MAX_DEPTH + 80;

    private static final int MAX_METHOD = 200;
    private static final String VERSION = "2.0";

    private RpcCodec() {}

    /** One line with its end; {@code protocol.malformed} for one that is too long. */
    public static byte[] encode(RpcMessage message) {
        byte[] json = JsonWriter.write(write(message), MAX_LINE, MAX_DEPTH);
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    /** Reads a line without its end. Never throws for what stands in it: that is {@link RpcMessage.Broken}. */
    public static RpcMessage decode(byte[] line) {
        JsonValue json;
        try {
            json = JsonReader.read(line, 0, line.length, MAX_LINE, MAX_DEPTH);
        } catch (FailureException e) {
            return broken(null, RpcError.PARSE, e.failure());
        }
        if (!(json instanceof JsonObject message)) {
            return invalid(null, "a message is one object; there are no batches");
        }
        RpcId id;
        try {
            id = id(message);
        } catch (IllegalArgumentException _) {
            return invalid(null, "\"id\" must be a number or a short text");
        }
        if (!VERSION.equals(message.text("jsonrpc"))) {
            return invalid(id, "\"jsonrpc\" must be \"2.0\"");
        }
        return message.has("method") ? call(message, id) : answer(message, id);
    }

    private static RpcMessage call(JsonObject message, @Nullable RpcId id) {
        String method = message.text("method");
        if (method == null || method.isEmpty() || method.length() > MAX_METHOD) {
            return invalid(id, "\"method\" must be a name");
        }
        JsonValue params = message.members().getOrDefault("params", JsonObject.EMPTY);
        if (!(params instanceof JsonObject named)) {
            return invalid(id, "\"params\" must be an object: parameters are named");
        }
        return id == null ? new RpcMessage.Notification(method, named) : new RpcMessage.Request(id, method, named);
    }

    private static RpcMessage answer(JsonObject message, @Nullable RpcId id) {
        JsonValue result = message.get("result");
        if (message.get("error") instanceof JsonObject error) {
            return result == null || result == JsonNull.NULL
                    ? new RpcMessage.Refusal(id, error(error))
                    : invalid(id, "a response has a result or an error, not both");
        }
        if (id == null || result == null) {
            return invalid(id, "it has neither method nor result nor error");
        }
        return new RpcMessage.Result(id, result);
    }

    private static @Nullable RpcId id(JsonObject message) {
        JsonValue id = message.get("id");
        return id == null || id == JsonNull.NULL ? null : new RpcId(id);
    }

    private static RpcError error(JsonObject error) {
        int code = error.get("code") instanceof JsonNumber number ? (int) number.longValue() : RpcError.INTERNAL;
        try {
            return new RpcError(code, FailureCodec.read(error.object("data")));
        } catch (FailureException _) {
            return new RpcError(
                    code,
                    Failure.of(
                            "protocol.refused",
                            ErrorKind.INTERNAL,
                            "The other side refused without saying why (error " + code + ").",
                            null));
        }
    }

    private static JsonObject write(RpcMessage message) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("jsonrpc", new JsonText(VERSION));
        // no switch: for one over types the virtual machine makes a class at each start, which no cache keeps
        if (message instanceof RpcMessage.Request(RpcId id, String method, JsonObject params)) {
            members.put("id", id.value());
            members.put("method", new JsonText(method));
            members.put("params", params);
        } else if (message instanceof RpcMessage.Notification(String method, JsonObject params)) {
            members.put("method", new JsonText(method));
            members.put("params", params);
        } else if (message instanceof RpcMessage.Result(RpcId id, JsonValue value)) {
            members.put("id", id.value());
            members.put("result", value);
        } else if (message instanceof RpcMessage.Refusal(RpcId id, RpcError error)) {
            members.put("id", id == null ? JsonNull.NULL : id.value());
            members.put(
                    "error",
                    JsonObject.EMPTY
                            .with("code", error.code())
                            .with("message", error.failure().message())
                            .with("data", FailureCodec.write(error.failure())));
        } else if (message instanceof RpcMessage.Broken(RpcMessage.Refusal answer)) {
            return write(answer);
        } else {
            throw new IllegalStateException("not written: " + message.getClass().getName());
        }
        return new JsonObject(members);
    }

    private static RpcMessage.Broken invalid(@Nullable RpcId id, String reason) {
        return broken(
                id,
                RpcError.INVALID_REQUEST,
                Malformed.content("This is no message of JSON-RPC 2.0: " + reason)
                        .failure());
    }

    private static RpcMessage.Broken broken(@Nullable RpcId id, int code, Failure failure) {
        return new RpcMessage.Broken(new RpcMessage.Refusal(id, new RpcError(code, failure)));
    }
}
