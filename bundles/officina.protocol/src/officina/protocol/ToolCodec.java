// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import officina.api.tool.ToolDescriptor;
import officina.api.tool.ToolResult;
import officina.protocol.internal.map.Constants;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/** Tools and what they answer. Reading what does not fit throws {@code protocol.malformed}. */
public final class ToolCodec {

    private ToolCodec() {}

    public static JsonObject write(ToolDescriptor descriptor) {
        return new Out()
                .text("id", descriptor.id())
                .text("title", descriptor.title())
                .text("description", descriptor.description())
                .value("inputSchema", descriptor.inputSchema())
                .constant("effect", Constants.TOOL_EFFECT, descriptor.effect())
                .object();
    }

    public static ToolDescriptor readDescriptor(JsonObject json) {
        In in = new In(json);
        return new ToolDescriptor(
                in.parsed("id", "a tool like plugin:tool", ToolId::parse),
                in.text("title"),
                in.text("description"),
                in.object("inputSchema"),
                in.constant("effect", Constants.TOOL_EFFECT));
    }

    public static JsonObject write(ToolResult result) {
        return new Out()
                .list("parts", result.parts(), ContentCodec::write)
                .value("data", result.data())
                .value("failure", result.failure() == null ? null : FailureCodec.write(result.failure()))
                .object();
    }

    public static ToolResult readResult(JsonObject json) {
        In in = new In(json);
        return new ToolResult(
                in.list("parts", ContentCodec::readPart),
                in.objectOrNull("data"),
                in.objectOrNull("failure", FailureCodec::read));
    }
}
