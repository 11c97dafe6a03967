// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.chat;

import java.util.List;
import officina.api.content.ContentPart;
import officina.api.content.Message;
import officina.api.id.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks.
 *
 * @param message the person's words, with attachments such as an image among its parts
 * @param project the project it is asked in
 * @param persona the persona that answers; {@code null} for none
 */
public record ChatRequest(
        Message message,
        RecordId project,
        ExecutionMode mode,
        @Nullable String persona,
        ChatContext context) {

    /** Longest text of a message, in characters; more belongs into an attachment. */
    public static final int MAX_TEXT = 1_000_000;

    /** The attached images and files. */
    public List<ContentPart> attachments() {
        return message.parts().stream()
                .filter(part -> part instanceof ContentPart.Image || part instanceof ContentPart.File)
                .toList();
    }
}
