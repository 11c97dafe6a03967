// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.tool;

import officina.api.id.ToolId;
import officina.api.json.JsonObject;

/**
 * What a tool is, for people and for models.
 *
 * @param title two or three words
 * @param description one or two sentences: what it does and when to use it
 * @param inputSchema JSON Schema 2020-12 of the input object
 */
public record ToolDescriptor(ToolId id, String title, String description, JsonObject inputSchema, ToolEffect effect) {}
