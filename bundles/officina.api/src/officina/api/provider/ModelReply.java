// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.util.List;
import java.util.stream.Collectors;
import officina.api.content.ContentPart;
import org.jspecify.annotations.Nullable;

/**
 * The whole reply of a model.
 *
 * @param parts text, then calls of tools; empty where the model said nothing
 * @param usage {@code null} where the server does not say
 */
public record ModelReply(
        List<ContentPart> parts, StopReason stop, @Nullable TokenUsage usage) {

    public ModelReply {
        parts = List.copyOf(parts);
    }

    /** The text of the reply. */
    public String text() {
        return parts.stream()
                .filter(ContentPart.Text.class::isInstance)
                .map(part -> ((ContentPart.Text) part).text())
                .collect(Collectors.joining());
    }

    /** What the model asks of tools. */
    public List<ContentPart.ToolCall> calls() {
        return parts.stream()
                .filter(ContentPart.ToolCall.class::isInstance)
                .map(ContentPart.ToolCall.class::cast)
                .toList();
    }
}
