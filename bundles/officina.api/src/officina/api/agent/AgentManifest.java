// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.agent;

import java.util.List;
import officina.api.permission.PermissionRequest;
import org.jspecify.annotations.Nullable;

/**
 * An agent with what it asks for.
 *
 * @param schedule a cron expression; {@code null} for an agent that only answers
 */
public record AgentManifest(
        AgentDescriptor descriptor,
        List<PermissionRequest> permissions,
        @Nullable String schedule) {

    public AgentManifest {
        permissions = List.copyOf(permissions);
    }
}
