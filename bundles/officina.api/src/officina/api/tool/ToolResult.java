// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.tool;

import java.util.List;
import officina.api.content.ContentPart;
import officina.api.error.Failure;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What a call gave.
 *
 * @param parts the answer for people and models
 * @param data the same for programs; {@code null} where there is none
 * @param failure why it did not work; {@code null} on success
 */
public record ToolResult(
        List<ContentPart> parts,
        @Nullable JsonObject data,
        @Nullable Failure failure) {

    public ToolResult {
        parts = List.copyOf(parts);
    }

    public static ToolResult success(String text, @Nullable JsonObject data) {
        return new ToolResult(List.of(new ContentPart.Text(text)), data, null);
    }

    public static ToolResult failed(Failure failure) {
        return new ToolResult(List.of(new ContentPart.Text(failure.message())), null, failure);
    }

    public boolean success() {
        return failure == null;
    }
}
