// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import officina.api.agent.AgentDescriptor;
import officina.api.batch.BatchAgent;

/** A batch agent that can be run, with its manifest. */
public record BatchEntry(PluginInfo plugin, AgentDescriptor descriptor, BatchAgent agent) {}
