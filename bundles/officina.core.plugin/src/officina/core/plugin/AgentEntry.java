// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import officina.api.agent.AgentDescriptor;
import officina.api.agent.ChatAgent;

/** An agent that can be asked, with its manifest. */
public record AgentEntry(PluginInfo plugin, AgentDescriptor descriptor, ChatAgent agent) {}
