// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol;

import officina.api.id.PluginId;
import officina.api.json.JsonObject;
import officina.api.permission.AccessRecord;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.protocol.internal.map.Constants;
import officina.protocol.internal.map.In;
import officina.protocol.internal.map.Out;

/** Permissions, what plug-ins ask for and what they used. Reading what does not fit throws {@code protocol.malformed}. */
public final class PermissionCodec {

    private PermissionCodec() {}

    public static JsonObject write(Permission permission) {
        return new Out()
                .constant("type", Constants.PERMISSION_TYPE, permission.type())
                .text("resource", permission.resource())
                .object();
    }

    public static Permission read(JsonObject json) {
        In in = new In(json);
        return new Permission(in.constant("type", Constants.PERMISSION_TYPE), in.text("resource"));
    }

    public static JsonObject write(AccessRecord access) {
        return new Out()
                .text("plugin", access.plugin())
                .value("permission", write(access.permission()))
                .text("action", access.action())
                .text("resource", access.resource())
                .object();
    }

    public static AccessRecord readAccess(JsonObject json) {
        In in = new In(json);
        return new AccessRecord(
                in.parsed("plugin", "a plug-in like agent.task", PluginId::new),
                in.object("permission", PermissionCodec::read),
                in.text("action"),
                in.text("resource"));
    }

    public static JsonObject write(PermissionRequest request) {
        return new Out()
                .value("permission", write(request.permission()))
                .text("reason", request.reason())
                .flag("optional", request.optional())
                .object();
    }

    public static PermissionRequest readRequest(JsonObject json) {
        In in = new In(json);
        return new PermissionRequest(
                in.object("permission", PermissionCodec::read), in.text("reason"), in.flagOrFalse("optional"));
    }
}
