// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.chat;

import officina.api.id.PluginId;
import org.jspecify.annotations.Nullable;

/**
 * One of several things that a message asks for.
 *
 * @param text the words of the message that ask for it
 * @param agent who works on it; {@code null} when nobody fits
 * @param confidence how sure the router is that it is for an agent, 0 to 1
 */
public record Intent(String text, @Nullable PluginId agent, double confidence) {}
