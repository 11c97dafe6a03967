// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.permission;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import officina.api.id.PluginId;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What the user allowed: record kind {@code grant}.
 *
 * @param owner the run or project that the scope names; {@code null} for {@link GrantScope#ONCE} and
 *     {@link GrantScope#ALWAYS}
 */
public record Grant(
        PluginId plugin,
        Permission permission,
        GrantScope scope,
        @Nullable UUID owner,
        Instant grantedAt) {

    public static Grant from(JsonObject fields) {
        String owner = fields.text("owner");
        return new Grant(
                new PluginId(fields.requireText("plugin")),
                new Permission(PermissionType.parse(fields.requireText("type")), fields.requireText("resource")),
                GrantScope.valueOf(fields.requireText("scope").toUpperCase(Locale.ROOT)),
                owner == null ? null : UUID.fromString(owner),
                Instant.parse(fields.requireText("grantedAt")));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("plugin", plugin)
                .with("type", permission.type().wireName())
                .with("resource", permission.resource())
                .with("scope", scope)
                .withPresent("owner", owner)
                .with("grantedAt", grantedAt);
    }
}
