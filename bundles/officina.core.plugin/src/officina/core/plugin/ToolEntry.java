// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import officina.api.tool.Tool;

/** A tool that can be called, with the manifest of its plug-in. */
public record ToolEntry(PluginInfo plugin, Tool tool) {}
