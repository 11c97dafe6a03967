// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.model;

import officina.api.content.ContentPart;
import officina.api.event.Usage;
import officina.api.provider.ModelListener;
import officina.api.tool.ToolResult;

/** Hears what happens on the way to an answer. Called on the thread that asked; must return fast. */
public interface ClientListener extends ModelListener {

    /** Hears nothing. */
    ClientListener NONE = new ClientListener() {};

    /** What one call of a model took; not called where the server does not say. */
    default void onUsage(Usage usage) {}

    /** What a tool answered; after all calls of the same reply are done. */
    default void onResult(ContentPart.ToolCall call, ToolResult result) {}
}
