// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.content;

import java.util.List;
import officina.api.id.CallId;
import officina.api.id.ToolId;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One part of a message. The one form of content for journal, store, wire and views. */
public sealed interface ContentPart {

    /** Prose in CommonMark with GitHub's tables, strike-through and autolinks. */
    record Text(String text) implements ContentPart {}

    /** A listing. The language is a lower-case name such as {@code java}, empty where unknown. */
    record Code(String language, String text) implements ContentPart {}

    /** A picture by reference. The alternative text is read aloud and shown where pictures are not. */
    record Image(ContentRef source, String mediaType, String alternative) implements ContentPart {}

    /** A file by reference; the size is in bytes, -1 where unknown. */
    record File(ContentRef source, String name, String mediaType, long size) implements ContentPart {}

    /** What an agent asked of a tool. */
    record ToolCall(CallId call, ToolId tool, JsonObject input) implements ContentPart {}

    /** What the tool answered: readable parts, and data for the agent. */
    record ToolResult(
            CallId call,
            boolean success,
            List<ContentPart> parts,
            @Nullable JsonObject data) implements ContentPart {
        public ToolResult {
            parts = List.copyOf(parts);
        }
    }

    /** Written by a newer version; kept verbatim. */
    record Unknown(String type, JsonObject json) implements ContentPart {}
}
