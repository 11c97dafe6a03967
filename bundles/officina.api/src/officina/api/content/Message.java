// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.content;

import java.util.List;
import java.util.stream.Collectors;

/** One turn of a conversation. */
public record Message(MessageRole role, List<ContentPart> parts) {

    public Message {
        parts = List.copyOf(parts);
    }

    public static Message text(MessageRole role, String text) {
        return new Message(role, List.of(new ContentPart.Text(text)));
    }

    /** The prose and listings of this message, one part a line; what intent and search look at. */
    public String plainText() {
        return parts.stream()
                .map(part -> switch (part) {
                    case ContentPart.Text(String text) -> text;
                    case ContentPart.Code(String _, String text) -> text;
                    default -> "";
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
