// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.orchestrator.local.internal.route;

import officina.api.id.PluginId;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a query.
 *
 * @param agent {@code null} when nobody fits
 * @param confidence 0 to 1: how sure it is that the query is for an agent at all; from 0.5 on one is chosen
 */
public record Routing(@Nullable PluginId agent, double confidence) {}
