// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.id.RunId;

/** Who uses permissions, in which run and project (what {@code RUN} and {@code PROJECT} grants are held against). */
public record AccessScope(PluginId plugin, RunId run, RecordId project, AccessLog log) {}
