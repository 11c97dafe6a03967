// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.rpc;

import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** One message of JSON-RPC 2.0. Parameters are always named; there are no batches. */
public sealed interface RpcMessage {

    /** Asks for a method; exactly one {@link Result} or {@link Refusal} with the same id answers. */
    record Request(RpcId id, String method, JsonObject params) implements RpcMessage {}

    /** Tells something and is not answered. */
    record Notification(String method, JsonObject params) implements RpcMessage {}

    record Result(RpcId id, JsonValue value) implements RpcMessage {}

    /** The id is {@code null} where the request was too broken to have one. */
    record Refusal(@Nullable RpcId id, RpcError error) implements RpcMessage {}

    /** A line that is no message; the refusal is the answer due to whoever sent it. */
    record Broken(Refusal answer) implements RpcMessage {}
}
